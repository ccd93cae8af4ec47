/// Tests of plot data.
@NullMarked
package dev.headroom.charts.data;

import org.jspecify.annotations.NullMarked;
