@NullMarked
package dev.headroom.app.ui.actions;

import org.jspecify.annotations.NullMarked;
