/// What the user changed, in order, so that it can be undone and done again.
@NullMarked
package dev.headroom.app.ui.history;

import org.jspecify.annotations.NullMarked;
