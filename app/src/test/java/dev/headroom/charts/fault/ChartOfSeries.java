package dev.headroom.charts.fault;

import dev.headroom.engine.forecast.Horizon;

/// Breaks the arrows of the house: a chart that knows the engine.
public final class ChartOfSeries {
    public Horizon horizon() {
        return new Horizon(1);
    }
}
