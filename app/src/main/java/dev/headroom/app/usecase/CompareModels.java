package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.Backtest;
import dev.headroom.engine.evaluation.BacktestResult;
import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.evaluation.Leaderboard;
import dev.headroom.engine.evaluation.OriginScores;
import dev.headroom.engine.evaluation.RollingOrigin;
import dev.headroom.engine.evaluation.ScoredSeries;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.TimeSeries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Scores every model on earlier origins of one series: the leaderboard of the Forecast panel.
public final class CompareModels {
    private static final int LONGEST = 30;

    private final ForecastSeries forecasts;

    public CompareModels(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.forecasts = new ForecastSeries(workspace, shapes);
    }

    /// The best mean MASE first, as [Leaderboard] ranks. The origins look ahead as far as the request does, at most 30
    /// steps, so that even a short series has several.
    public List<ModelScore> run(ForecastRequest request, Progress progress) throws UseCaseException {
        return run(request, ModelCatalog.ALONE, progress);
    }

    /// The same for some models.
    List<ModelScore> run(ForecastRequest request, List<String> models, Progress progress) throws UseCaseException {
        TimeSeries history = forecasts.history(request);
        SeasonLengths seasons = SeasonLengths.usual(request.step());
        Horizon horizon = new Horizon(Math.min(LONGEST, request.horizon().steps()));
        RollingOrigin origins = RollingOrigin.usual(history.length(), horizon);
        Backtest backtest = new Backtest(new CalibratedFitter(new ModelCatalog()), origins, seasons.shortest());
        Map<String, Timed> timed = new LinkedHashMap<>();
        Parallel.forEach(
                models,
                name -> score(backtest, history, name, seasons, request.seed()),
                one -> timed.put(one.model(), one),
                "Comparing models",
                progress);
        ScoredSeries series = new ScoredSeries(
                history.key().resource(),
                timed.values().stream().map(Timed::scores).toList());
        return Leaderboard.of(List.copyOf(timed.keySet()), List.of(series), origins.overlap(), request.seed())
                .rows()
                .stream()
                .map(row -> score(row, Objects.requireNonNull(timed.get(row.model()))))
                .toList();
    }

    private record Timed(String model, OriginScores scores, double seconds) {}

    private static Timed score(Backtest backtest, TimeSeries history, String name, SeasonLengths seasons, long seed) {
        long start = System.nanoTime();
        BacktestResult result = backtest.run(
                history,
                ModelCatalog.parse(name, seasons),
                seed,
                () -> Thread.currentThread().isInterrupted());
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Timed(name, OriginScores.of(result), seconds);
    }

    private static ModelScore score(Leaderboard.Row row, Timed timed) {
        return new ModelScore(
                row.model(),
                row.metrics().of(ForecastMetric.MASE).orElse(Double.NaN),
                row.metrics().of(ForecastMetric.RMSE).orElse(Double.NaN),
                row.metrics().of(ForecastMetric.COVERAGE_80).orElse(Double.NaN),
                row.forecasts(),
                timed.seconds(),
                row.standing());
    }
}
