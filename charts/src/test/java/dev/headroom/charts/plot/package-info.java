/// Tests of plots.
@NullMarked
package dev.headroom.charts.plot;

import org.jspecify.annotations.NullMarked;
