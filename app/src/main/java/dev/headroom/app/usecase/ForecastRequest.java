package dev.headroom.app.usecase;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import java.time.Instant;
import java.util.Optional;

/// Which series to forecast, how far and with what model.
///
/// @param limitPercent the limit as a share of the capacity
/// @param asOf the last instant whose observation may be known; empty to use all there are
public record ForecastRequest(
        SeriesKey key,
        Step step,
        Horizon horizon,
        ModelSpec spec,
        double limitPercent,
        long seed,
        Optional<Instant> asOf) {
    public static final long DEFAULT_SEED = 42;
    public static final double DEFAULT_LIMIT_PERCENT = 80;

    /// A request that may use all observations.
    public ForecastRequest(SeriesKey key, Step step, Horizon horizon, ModelSpec spec, double limitPercent, long seed) {
        this(key, step, horizon, spec, limitPercent, seed, Optional.empty());
    }

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
        return new ForecastRequest(key, step, new Horizon(steps), spec, limitPercent, seed, asOf);
    }

    public ForecastRequest withLimit(double percent) {
        return new ForecastRequest(key, step, horizon, spec, percent, seed, asOf);
    }

    public ForecastRequest withSpec(ModelSpec other) {
        return new ForecastRequest(key, step, horizon, other, limitPercent, seed, asOf);
    }

    ForecastRequest withSeed(long other) {
        return new ForecastRequest(key, step, horizon, spec, limitPercent, other, asOf);
    }

    /// The same forecast as it was possible at an earlier time; empty for now.
    public ForecastRequest withAsOf(Optional<Instant> instant) {
        return new ForecastRequest(key, step, horizon, spec, limitPercent, seed, instant);
    }
}
