package dev.headroom.app.usecase;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;

/// Which series to forecast, how far and with what model.
///
/// @param limitPercent the limit as a share of the capacity
public record ForecastRequest(
        SeriesKey key, Step step, Horizon horizon, ModelSpec spec, double limitPercent, long seed) {
    public static final long DEFAULT_SEED = 42;
    public static final double DEFAULT_LIMIT_PERCENT = 80;

    /// The forecast that risk looks at: the daily p95 with automatic choice against the 80 % limit.
    public static ForecastRequest dailyP95(String resource, ResourceKind kind, int days) {
        return new ForecastRequest(
                new SeriesKey(resource, kind.metric(), Statistic.P95),
                Step.DAY,
                new Horizon(days),
                new ModelSpec.Auto(SeasonLengths.usual(Step.DAY)),
                DEFAULT_LIMIT_PERCENT,
                DEFAULT_SEED);
    }

    public ForecastRequest withHorizon(int steps) {
        return new ForecastRequest(key, step, new Horizon(steps), spec, limitPercent, seed);
    }

    public ForecastRequest withLimit(double percent) {
        return new ForecastRequest(key, step, horizon, spec, percent, seed);
    }

    public ForecastRequest withSpec(ModelSpec other) {
        return new ForecastRequest(key, step, horizon, other, limitPercent, seed);
    }
}
