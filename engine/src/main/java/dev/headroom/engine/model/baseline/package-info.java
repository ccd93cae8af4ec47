/// Forecasts that every other model has to beat: naive, seasonal naive, drift.
@NullMarked
package dev.headroom.engine.model.baseline;

import org.jspecify.annotations.NullMarked;
