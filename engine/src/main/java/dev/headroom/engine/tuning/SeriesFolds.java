package dev.headroom.engine.tuning;

import dev.headroom.engine.evaluation.Backtest;
import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.evaluation.RollingOrigin;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.series.TimeSeries;
import java.util.List;
import java.util.OptionalDouble;

/// The folds of one series in time order: each trains on everything before an origin and is scored on what
/// follows, and no fold sees what comes after it.
///
/// Input: a series; folds are counted back from its end, a horizon apart where it is long enough, else half
/// of one. Output: the metric of a specification on a fold; empty where the series is too short for that
/// fold, nothing can be fitted or the metric is not defined. Errors: none.
///
/// @param seasonLength the season that scales MASE and MSIS
public record SeriesFolds(
        Fitter fitter, TimeSeries series, int folds, Horizon horizon, ForecastMetric metric, int seasonLength) {

    /// @param fold from 0, the earliest
    public OptionalDouble score(ModelSpec spec, int fold, long seed) {
        List<Integer> lengths = origins().trainingLengths(series.length());
        int place = fold - (folds - lengths.size());
        if (place < 0 || place >= lengths.size()) {
            return OptionalDouble.empty();
        }
        int end = lengths.get(place) + horizon.steps();
        RollingOrigin last = new RollingOrigin(1, horizon, 1, 1);
        return new Backtest(fitter, last, seasonLength)
                .run(series.slice(0, end), spec, seed, () -> false)
                .mean(metric);
    }

    /// The lengths of the training parts, earliest fold first.
    RollingOrigin origins() {
        int steps = horizon.steps();
        int training = RollingOrigin.usual(series.length(), horizon).minimumTraining();
        boolean apart = series.length() - (long) folds * steps >= training;
        return new RollingOrigin(folds, horizon, apart ? steps : Math.max(1, steps / 2), training);
    }
}
