package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.evaluation.ScoredForecast;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.Arrays;

/// What happened after a past forecast, and how far the forecast was from it.
///
/// @param actual the observations that followed, as far as the forecast reached; may hold missing values
/// @param latest the time of the last observation of the whole series
/// @param observed how many steps have an observation
/// @param inside80 how many of these lie inside the 80 % band, borders included
/// @param mae mean absolute error of the point forecast, in the unit of the series; NaN without an observation
/// @param mase the same over the error of the seasonal naive forecast on the known history; NaN when undefined
public record Hindsight(TimeSeries actual, Instant latest, int observed, int inside80, double mae, double mase) {
    /// @param whole the series with its future
    /// @param known how many observations the forecast knew
    /// @param season the season length of the naive forecast that scales the error
    static Hindsight of(TimeSeries whole, int known, QuantileForecast forecast, int season) {
        int reached = Math.min(whole.length(), known + forecast.steps());
        TimeSeries actual = whole.slice(known, reached);
        double[] padded = Arrays.copyOf(actual.values(), forecast.steps());
        Arrays.fill(padded, actual.length(), padded.length, Double.NaN);
        double[] training = Arrays.copyOf(whole.values(), known);
        ScoredForecast scored = new ScoredForecast(forecast, padded, training, season);
        int observed = actual.length() - actual.missing();
        double share = ForecastMetric.COVERAGE_80.of(scored).orElse(0);
        return new Hindsight(
                actual,
                whole.grid().at(whole.length() - 1L),
                observed,
                (int) Math.round(share * observed),
                ForecastMetric.MAE.of(scored).orElse(Double.NaN),
                ForecastMetric.MASE.of(scored).orElse(Double.NaN));
    }
}
