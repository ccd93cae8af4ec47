package dev.headroom.engine.model;

import dev.headroom.engine.series.TimeSeries;

/// Fits a specification to a series: a pure function of its arguments.
@FunctionalInterface
public interface Fitter {
    FitOutcome fit(TimeSeries series, ModelSpec spec, long seed);
}
