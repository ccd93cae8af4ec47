/// Regular time series: the grid is a type, missing observations are NaN.
@NullMarked
package dev.headroom.engine.series;

import org.jspecify.annotations.NullMarked;
