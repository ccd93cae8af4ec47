/// Tests of axes.
@NullMarked
package dev.headroom.charts.axis;

import org.jspecify.annotations.NullMarked;
