/// What the window asks of an open workspace.
@NullMarked
package dev.headroom.app.ui.session;

import org.jspecify.annotations.NullMarked;
