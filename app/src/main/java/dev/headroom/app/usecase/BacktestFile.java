package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.Backtest;
import dev.headroom.engine.evaluation.BacktestResult;
import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.evaluation.RollingOrigin;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.source.series.SeriesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Backtests models on every series of a file at rolling origins.
public final class BacktestFile {
    private static final List<ForecastMetric> METRICS = List.of(
            ForecastMetric.RMSE,
            ForecastMetric.MAE,
            ForecastMetric.MAPE,
            ForecastMetric.SMAPE,
            ForecastMetric.MASE,
            ForecastMetric.PINBALL,
            ForecastMetric.COVERAGE_80,
            ForecastMetric.COVERAGE_95);

    /// @param origins how many origins at most
    /// @param models model names as [ModelCatalog#parse] knows them
    public record Request(
            Path input, Horizon horizon, int origins, Optional<SeasonLengths> seasons, List<String> models, long seed) {
        public Request {
            models = List.copyOf(models);
        }
    }

    /// The table of results and what was left out.
    public record Report(Table table, int series, List<Reject> rejects) {
        public Report {
            rejects = List.copyOf(rejects);
        }
    }

    private final Fitter catalog = new CalibratedFitter(new ModelCatalog());

    /// @throws UseCaseException of kind INPUT when no series can be read
    public Report run(Request request, Progress progress) throws UseCaseException {
        SeriesFile file = ForecastFile.read(request.input());
        List<Unit> units = new ArrayList<>();
        for (TimeSeries series : file.series()) {
            for (String model : request.models()) {
                units.add(new Unit(series, model));
            }
        }
        Scores table = new Scores();
        Parallel.forEach(
                units,
                unit -> new Scored(unit, run(unit, request)),
                scored -> table.add(scored.unit(), scored.result()),
                "Backtesting",
                progress);
        List<Reject> rejects = file.rejects().stream()
                .map(row -> new Reject(row.line(), row.field(), row.value(), row.reason()))
                .toList();
        return new Report(table, file.series().size(), rejects);
    }

    private record Unit(TimeSeries series, String model) {}

    private record Scored(Unit unit, BacktestResult result) {}

    private BacktestResult run(Unit unit, Request request) {
        int length = unit.series().length();
        RollingOrigin usual = RollingOrigin.usual(length, request.horizon());
        RollingOrigin origins =
                new RollingOrigin(request.origins(), request.horizon(), usual.step(), usual.minimumTraining());
        SeasonLengths seasons = request.seasons()
                .orElseGet(() -> SeasonLengths.usual(unit.series().grid().step()));
        return new Backtest(catalog, origins, seasons.shortest())
                .run(
                        unit.series(),
                        ModelCatalog.parse(unit.model(), seasons),
                        request.seed(),
                        () -> Thread.currentThread().isInterrupted());
    }

    /// One row a series and model: the means over the origins; empty where a metric is not defined.
    private static final class Scores extends Table {
        Scores() {
            super(List.of(
                    "series_id",
                    "model",
                    "origins",
                    "rmse",
                    "mae",
                    "mape",
                    "smape",
                    "mase",
                    "pinball",
                    "coverage80",
                    "coverage95"));
        }

        void add(Unit unit, BacktestResult result) {
            List<Object> row = new ArrayList<>(List.of(unit.series().key().resource(), unit.model(), (int)
                    result.scored().count()));
            for (ForecastMetric metric : METRICS) {
                row.add(result.mean(metric).orElse(Double.NaN));
            }
            add(row.toArray());
        }
    }
}
