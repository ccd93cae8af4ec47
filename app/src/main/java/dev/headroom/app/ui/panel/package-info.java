/// What all panels share: their identity, their four states and the frame that shows them.
@NullMarked
package dev.headroom.app.ui.panel;

import org.jspecify.annotations.NullMarked;
