/// What the window asks of an open workspace, in the scope and under the names that are chosen.
@NullMarked
package dev.headroom.app.ui.session;

import org.jspecify.annotations.NullMarked;
