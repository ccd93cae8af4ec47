package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ForecastKey;
import dev.headroom.storage.cache.ForecastLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Forecasts the daily p95 of every resource of every server of a workspace into a file, named `server/metric`. Each
/// forecast is kept in the ledger and not computed again while series and request stay the same.
public final class ForecastFleet {
    /// What to forecast and where to.
    public record Request(Horizon horizon, List<Integer> levels, String model, long seed, Path output) {}

    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;

    public ForecastFleet(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace;
        this.shapes = shapes;
    }

    /// @throws UseCaseException of kind NO_DATA when the workspace holds no utilization
    public ForecastFile.Report run(Request request, Progress progress) throws UseCaseException {
        List<Named> series = series();
        if (series.isEmpty()) {
            throw new UseCaseException(
                    UseCaseException.Kind.NO_DATA,
                    "HR-3004",
                    "The workspace holds no utilization; import some files first.");
        }
        ForecastTable.Layout layout = new ForecastTable.Layout(request.levels(), request.model(), true);
        List<Problem> skipped = new ArrayList<>();
        int[] written = {0};
        Map<ForecastKey, ForecastLedger.Stored> fresh = new ConcurrentHashMap<>();
        OutputFile.writeText(request.output(), out -> {
            ForecastTable table = new ForecastTable(out, layout);
            Parallel.forEach(
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
        return new ForecastFile.Report(series.size(), written[0], List.of(), skipped);
    }

    private record Named(String name, FleetSeries.Daily daily) {}

    private List<Named> series() throws UseCaseException {
        try {
            FleetSeries fleet = new FleetSeries(workspace, shapes);
            List<Named> result = new ArrayList<>();
            for (ListServers.Entry entry : new ListServers(workspace).run()) {
                Server server = entry.server();
                for (ResourceKind kind : ResourceKind.values()) {
                    Optional<FleetSeries.Daily> p95 = fleet.daily(server.id(), kind, Statistic.P95);
                    p95.ifPresent(daily -> result.add(new Named(server.id() + "/" + kind.metric(), daily)));
                }
            }
            return result;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// The kept forecast when there is one for exactly this series and request, else a new one.
    private ForecastTable.Result forecast(Named named, Request request, Map<ForecastKey, ForecastLedger.Stored> fresh) {
        ModelSpec spec = ModelCatalog.parse(request.model(), SeasonLengths.usual(Step.DAY));
        TimeSeries series = named.daily().series();
        ForecastKey key = KeptForecasts.key(
                series,
                spec.text(),
                request.levels(),
                ModelProvenance.of(series, spec, request.seed(), Map.of()),
                request.horizon().steps());
        TimeGrid grid = series.grid().next(request.horizon().steps());
        Optional<QuantileForecast> kept = workspace
                .storage()
                .forecasts()
                .find(key)
                .flatMap(stored -> ForecastCodec.decode(stored.content(), grid));
        if (kept.isPresent()) {
            return new ForecastTable.Result.Done(named.name(), kept.get());
        }
        ForecastTable.Result result = ForecastTable.result(
                named.name(),
                bounded(workspace.fits().fit(series, spec, request.seed()), named.daily()),
                request.horizon(),
                request.levels(),
                request.model());
        if (result instanceof ForecastTable.Result.Done done) {
            fresh.put(
                    key,
                    new ForecastLedger.Stored(
                            series.grid().at(series.length() - 1L), ForecastCodec.encode(done.forecast())));
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
