package dev.headroom.app.usecase;

import dev.headroom.engine.capacity.LimitRule;
import dev.headroom.engine.evaluation.Recalibration;
import dev.headroom.engine.series.Step;
import java.util.Objects;

/// How risk is assessed.
///
/// @param readings what is forecast
/// @param correction of the probabilities, as a look back at earlier forecasts gave it
public record RiskRequest(LimitRule limit, Readings readings, Recalibration correction) {
    /// What is forecast and held against the limit.
    public enum Readings {
        /// The p95 of each day: the limit is passed when a day spends more than a twentieth of its time above it.
        DAILY_P95(Step.DAY),
        /// The value of each hour, as p95, maximum or mean, whichever is kept.
        HOURLY(Step.HOUR);

        private final Step step;

        Readings(Step step) {
            this.step = step;
        }

        Step step() {
            return step;
        }
    }

    public RiskRequest {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(readings, "readings");
        Objects.requireNonNull(correction, "correction");
    }

    /// The daily p95 against one limit for all, probabilities as counted.
    public static RiskRequest of(double limitPercent) {
        return new RiskRequest(new LimitRule.Flat(limitPercent), Readings.DAILY_P95, Recalibration.NONE);
    }
}
