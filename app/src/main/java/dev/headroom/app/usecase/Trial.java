package dev.headroom.app.usecase;

import dev.headroom.engine.drift.ErrorPromise;
import dev.headroom.engine.evaluation.Backtest;
import dev.headroom.engine.evaluation.BacktestResult;
import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.evaluation.Leaderboard;
import dev.headroom.engine.evaluation.MetricValues;
import dev.headroom.engine.evaluation.OriginScores;
import dev.headroom.engine.evaluation.RollingOrigin;
import dev.headroom.engine.evaluation.ScoredSeries;
import dev.headroom.engine.evaluation.Standing;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.ModelScope;
import dev.headroom.storage.cache.TrainedModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one model did at earlier origins of one series: everything that a version of it keeps. A pure
/// function of the series, the model, the seed and the origins.
///
/// @param promise the errors that these origins promise
record Trial(ModelSpec spec, long seed, OriginScores scores, ErrorPromise promise) {
    /// The origins that versions are scored on.
    ///
    /// @param horizon how many days each looks ahead
    /// @param count how many at most, half a horizon apart
    record Origins(int horizon, int count) {
        RollingOrigin of(TimeSeries series) {
            RollingOrigin usual = RollingOrigin.usual(series.length(), new Horizon(horizon));
            return new RollingOrigin(count, usual.horizon(), usual.step(), usual.minimumTraining());
        }
    }

    /// Empty when no origin could be scored.
    static Optional<Trial> of(FleetSeries.Daily daily, ModelSpec spec, long seed, Origins origins) {
        TimeSeries series = daily.series();
        BacktestResult result = new Backtest(
                        BacktestSeries.bounded(new CalibratedFitter(new ModelCatalog()), daily),
                        origins.of(series),
                        season())
                .run(series, spec, seed, () -> Thread.currentThread().isInterrupted());
        OriginScores scores = OriginScores.of(result);
        return scores.isEmpty()
                ? Optional.empty()
                : ErrorPromise.of(result).map(promise -> new Trial(spec, seed, scores, promise));
    }

    static int season() {
        return SeasonLengths.usual(Step.DAY).shortest();
    }

    /// The mean error at the origins that both scored, MASE where it is defined, else MAE; NaN without any.
    double error(Trial other) {
        MetricValues mean = scores.at(scores.shared(other.scores)).mean();
        return mean.of(ForecastMetric.MASE).orElse(mean.of(ForecastMetric.MAE).orElse(Double.NaN));
    }

    /// True unless the error at the same origins is larger.
    boolean isNotWorseThan(Trial other) {
        return spec.equals(other.spec) && seed == other.seed || error(other) <= other.error(this);
    }

    /// How the worse of both stands to the better one.
    static Standing standing(Trial one, Trial other, Origins origins, TimeSeries series) {
        return Leaderboard.of(
                        List.of("one", "other"),
                        List.of(new ScoredSeries(series.key().resource(), List.of(one.scores, other.scores))),
                        origins.of(series).overlap(),
                        one.seed)
                .rows()
                .getLast()
                .standing();
    }

    TrainedModel.Metrics metrics() {
        MetricValues mean = scores.mean();
        return new TrainedModel.Metrics(
                scores.count(),
                mean.of(ForecastMetric.MASE).orElse(Double.NaN),
                mean.of(ForecastMetric.SMAPE).orElse(Double.NaN),
                mean.of(ForecastMetric.RMSE).orElse(Double.NaN),
                mean.of(ForecastMetric.PINBALL).orElse(Double.NaN),
                mean.of(ForecastMetric.COVERAGE_80).orElse(Double.NaN),
                mean.of(ForecastMetric.COVERAGE_95).orElse(Double.NaN));
    }

    TrainedModel trained(DailyFleet.Named named, Origins origins, Instant now) {
        TimeSeries series = named.daily().series();
        ModelScope scope = named.scope();
        TrainedModel.Data data = new TrainedModel.Data(
                ModelProvenance.of(series, spec, seed, Map.of()).dataHash(),
                series.grid().start(),
                series.grid().at(series.length() - 1L),
                series.length() - series.missing());
        return new TrainedModel(
                scope,
                origins.horizon(),
                spec.text(),
                seed,
                data,
                metrics(),
                promise.text(),
                ThisProgram.computedBy(),
                now);
    }
}
