@NullMarked
package dev.headroom.app.ui.others;

import org.jspecify.annotations.NullMarked;
