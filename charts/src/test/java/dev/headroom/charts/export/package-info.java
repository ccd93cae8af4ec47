/// Tests of the writers.
@NullMarked
package dev.headroom.charts.export;

import org.jspecify.annotations.NullMarked;
