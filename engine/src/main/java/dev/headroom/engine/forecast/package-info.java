/// Forecast values: quantiles by step and seeded sample paths.
@NullMarked
package dev.headroom.engine.forecast;

import org.jspecify.annotations.NullMarked;
