/// Plots: layers, axes and theme put together and painted once through Graphics2D.
@NullMarked
package dev.headroom.charts.plot;

import org.jspecify.annotations.NullMarked;
