package dev.headroom.app.usecase;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ForecastKey;
import dev.headroom.storage.cache.ForecastLedger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Forecasts the daily p95 of every resource of every server of a workspace into a file, named
/// `server/metric`. Where the automatic model is asked for and a version is promoted for the series, that one
/// is used. Each forecast is kept in the ledger and not computed again while series and request stay the
/// same.
public final class ForecastFleet {
    /// What to forecast and where to.
    public record Request(Horizon horizon, List<Integer> levels, String model, long seed, Path output) {}

    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;
    private final Threads threads;

    /// Uses all processors.
    public ForecastFleet(OpenWorkspace workspace, ShapeCatalog shapes) {
        this(workspace, shapes, Threads.all());
    }

    public ForecastFleet(OpenWorkspace workspace, ShapeCatalog shapes, Threads threads) {
        this.workspace = workspace;
        this.shapes = shapes;
        this.threads = threads;
    }

    /// @throws UseCaseException of kind NO_DATA when the workspace holds no utilization
    public ForecastFile.Report run(Request request, Progress progress) throws UseCaseException {
        List<DailyFleet.Named> series = DailyFleet.of(workspace, shapes, List.of());
        ForecastTable.Layout layout = new ForecastTable.Layout(request.levels(), true);
        List<Problem> skipped = new ArrayList<>();
        int[] written = {0};
        Map<ForecastKey, ForecastLedger.Stored> fresh = new ConcurrentHashMap<>();
        OutputFile.writeText(request.output(), out -> {
            ForecastTable table = new ForecastTable(out, layout);
            Parallel.forEach(
                    threads,
                    series,
                    named -> forecast(named, request, fresh),
                    result -> {
                        switch (result) {
                            case ForecastTable.Result.Done done -> {
                                written[0]++;
                                table.add(done);
                            }
                            case ForecastTable.Result.Skipped reason -> skipped.add(reason.problem());
                        }
                    },
                    "Forecasting",
                    progress);
        });
        keep(fresh);
        return new ForecastFile.Report(series.size(), written[0], List.of(), skipped, doubts(series, request));
    }

    private static List<ForecastFile.Doubt> doubts(List<DailyFleet.Named> series, Request request) {
        Instant asOf = series.stream()
                .map(named -> named.daily().series().grid())
                .map(grid -> grid.at(grid.length() - 1L))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return series.stream()
                .flatMap(named -> ForecastFile.Doubt.of(
                        named.name(),
                        named.daily().series(),
                        request.horizon().steps(),
                        SeasonLengths.usual(Step.DAY),
                        asOf)
                        .stream())
                .toList();
    }

    /// The kept forecast when there is one for exactly this series and request, else a new one.
    private ForecastTable.Result forecast(
            DailyFleet.Named named, Request request, Map<ForecastKey, ForecastLedger.Stored> fresh) {
        TimeSeries series = named.daily().series();
        ModelSpec asked = ModelCatalog.parse(request.model(), SeasonLengths.usual(Step.DAY));
        PromotedModels.Choice used = workspace.models().choice(series.key(), Step.DAY, asked, request.seed());
        String model = used.spec().equals(asked) ? request.model() : used.spec().text();
        ForecastKey key = KeptForecasts.key(
                series,
                request.levels(),
                ModelProvenance.of(series, used.spec(), used.seed(), Map.of()),
                request.horizon().steps());
        TimeGrid grid = series.grid().next(request.horizon().steps());
        Optional<QuantileForecast> kept = workspace
                .storage()
                .forecasts()
                .find(key)
                .flatMap(stored -> ForecastCodec.decode(stored.content(), grid));
        if (kept.isPresent()) {
            return new ForecastTable.Result.Done(named.name(), model, kept.get());
        }
        ForecastTable.Result result = ForecastTable.result(
                named.name(),
                bounded(workspace.fits().fit(series, used.spec(), used.seed()), named.daily()),
                request.horizon(),
                request.levels(),
                model);
        if (result instanceof ForecastTable.Result.Done done) {
            fresh.put(key, KeptForecasts.stored(series, done.forecast()));
        }
        return result;
    }

    private static FitOutcome bounded(FitOutcome outcome, FleetSeries.Daily daily) {
        return outcome instanceof FitOutcome.Fitted fitted
                ? new FitOutcome.Fitted(daily.bounded(fitted.model()))
                : outcome;
    }

    private void keep(Map<ForecastKey, ForecastLedger.Stored> fresh) throws UseCaseException {
        try {
            workspace.storage().forecasts().putAll(fresh);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }
}
