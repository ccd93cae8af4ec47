package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Forecasts the daily p95 of every resource of every server of a workspace into a file, named `server/metric`.
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
        OutputFile.writeText(request.output(), out -> {
            ForecastTable table = new ForecastTable(out, layout);
            Parallel.forEach(
                    series,
                    named -> forecast(named, request),
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
        return new ForecastFile.Report(series.size(), written[0], List.of(), skipped);
    }

    private record Named(String name, TimeSeries series) {}

    private List<Named> series() throws UseCaseException {
        try {
            FleetSeries fleet = new FleetSeries(workspace, shapes);
            List<Named> result = new ArrayList<>();
            for (ListServers.Entry entry : new ListServers(workspace).run()) {
                Server server = entry.server();
                for (ResourceKind kind : ResourceKind.values()) {
                    Optional<FleetSeries.Daily> p95 = fleet.daily(server.id(), kind, Statistic.P95);
                    p95.ifPresent(daily -> result.add(new Named(server.id() + "/" + kind.metric(), daily.series())));
                }
            }
            return result;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private ForecastTable.Result forecast(Named named, Request request) {
        FitOutcome outcome = workspace
                .fits()
                .fit(
                        named.series(),
                        ModelCatalog.parse(request.model(), SeasonLengths.usual(Step.DAY)),
                        request.seed());
        return ForecastTable.result(named.name(), outcome, request.horizon(), request.levels(), request.model());
    }
}
