package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.Backtest;
import dev.headroom.engine.evaluation.BacktestResult;
import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.evaluation.RollingOrigin;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Scores every model on earlier origins of one series: the leaderboard of the Forecast panel.
public final class CompareModels {
    private static final int LONGEST = 30;

    private final ForecastSeries forecasts;

    public CompareModels(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.forecasts = new ForecastSeries(workspace, shapes);
    }

    /// The best mean MASE first. The origins look ahead as far as the request does, at most 30 steps, so that even a
    /// short series has several.
    public List<ModelScore> run(ForecastRequest request, Progress progress) throws UseCaseException {
        TimeSeries history = forecasts.history(request);
        SeasonLengths seasons = SeasonLengths.usual(request.step());
        Horizon horizon = new Horizon(Math.min(LONGEST, request.horizon().steps()));
        Backtest backtest = new Backtest(
                new CalibratedFitter(new ModelCatalog()),
                RollingOrigin.usual(history.length(), horizon),
                seasons.shortest());
        List<ModelScore> scores = new ArrayList<>();
        Parallel.forEach(
                ModelCatalog.NAMES,
                name -> score(backtest, history, name, seasons, request.seed()),
                scores::add,
                "Comparing models",
                progress);
        scores.sort(Comparator.comparingDouble(ModelScore::mase));
        return scores;
    }

    private static ModelScore score(
            Backtest backtest, TimeSeries history, String name, SeasonLengths seasons, long seed) {
        long start = System.nanoTime();
        BacktestResult result = backtest.run(
                history,
                ModelCatalog.parse(name, seasons),
                seed,
                () -> Thread.currentThread().isInterrupted());
        double seconds = (System.nanoTime() - start) / 1e9;
        return new ModelScore(
                name,
                result.mean(ForecastMetric.MASE).orElse(Double.NaN),
                result.mean(ForecastMetric.RMSE).orElse(Double.NaN),
                result.mean(ForecastMetric.COVERAGE_80).orElse(Double.NaN),
                (int) result.scored().count(),
                seconds);
    }
}
