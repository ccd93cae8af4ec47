/// Puts the window together.
@NullMarked
package dev.headroom.app.ui;

import org.jspecify.annotations.NullMarked;
