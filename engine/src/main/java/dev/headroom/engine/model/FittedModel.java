package dev.headroom.engine.model;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;

/// A model fitted to one series. Immutable and safe to share between threads.
public interface FittedModel {
    ModelProvenance provenance();

    /// Point forecast and quantiles.
    ///
    /// @param levels quantile levels in (0, 1), in any order
    QuantileForecast forecast(Horizon horizon, double... levels);

    /// Seeded sample paths whose spread at each step agrees with [#forecast].
    SamplePaths simulate(Horizon horizon, int paths, long seed);

    /// What was chosen and why, in one or two plain sentences.
    String explanation();
}
