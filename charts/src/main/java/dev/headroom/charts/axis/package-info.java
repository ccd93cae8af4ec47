/// Axes: which ticks and which labels a span of time or value gets.
@NullMarked
package dev.headroom.charts.axis;

import org.jspecify.annotations.NullMarked;
