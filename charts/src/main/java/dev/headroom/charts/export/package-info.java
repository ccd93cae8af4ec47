/// Writers that turn a chart into a PNG, SVG or PDF without a window.
@NullMarked
package dev.headroom.charts.export;

import org.jspecify.annotations.NullMarked;
