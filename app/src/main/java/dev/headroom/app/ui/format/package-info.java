/// Numbers, money, dates and durations in the words of the window.
@NullMarked
package dev.headroom.app.ui.format;

import org.jspecify.annotations.NullMarked;
