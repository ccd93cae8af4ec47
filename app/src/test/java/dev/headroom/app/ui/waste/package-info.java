@NullMarked
package dev.headroom.app.ui.waste;

import org.jspecify.annotations.NullMarked;
