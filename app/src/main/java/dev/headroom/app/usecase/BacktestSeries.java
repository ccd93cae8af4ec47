package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.model.catalog.PooledCatalog;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.source.series.SeriesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The series that models are scored on, and the rows of their file that were rejected.
record BacktestSeries(List<ScoredModels.Subject> subjects, List<Reject> rejects) {
    BacktestSeries {
        subjects = List.copyOf(subjects);
        rejects = List.copyOf(rejects);
    }

    static BacktestSeries ofFile(Path input, BacktestRequest request, Threads threads) throws UseCaseException {
        SeriesFile file = ForecastFile.read(input);
        PooledCatalog catalog = new PooledCatalog(file.series(), request.horizon(), request.seed(), threads.count());
        return new BacktestSeries(
                file.series().stream()
                        .map(series -> {
                            String name = series.key().resource();
                            return new ScoredModels.Subject(
                                    name, name, "", series, new CalibratedFitter(catalog.of(series)));
                        })
                        .toList(),
                file.rejects().stream()
                        .map(row -> new Reject(row.line(), row.field(), row.value(), row.reason()))
                        .toList());
    }

    /// The daily p95 of every resource of every server, named `server/metric`.
    ///
    /// @throws UseCaseException of kind NO_DATA when there is none
    static BacktestSeries ofWorkspace(OpenWorkspace workspace) throws UseCaseException {
        try {
            Fitter fitter = new CalibratedFitter(new ModelCatalog());
            FleetSeries fleet = new FleetSeries(workspace, Shapes.known(workspace));
            List<ScoredModels.Subject> subjects = new ArrayList<>();
            for (ListServers.Entry entry : new ListServers(workspace).run()) {
                Server server = entry.server();
                for (ResourceKind kind : ResourceKind.values()) {
                    fleet.daily(server.id(), kind, Statistic.P95)
                            .ifPresent(daily -> subjects.add(new ScoredModels.Subject(
                                    server.id() + "/" + kind.metric(),
                                    server.id(),
                                    archetype(server),
                                    daily.series(),
                                    bounded(fitter, daily))));
                }
            }
            if (subjects.isEmpty()) {
                throw new UseCaseException(
                        UseCaseException.Kind.NO_DATA,
                        "HR-3004",
                        "The workspace holds no utilization; import some files first.");
            }
            return new BacktestSeries(subjects, List.of());
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// Why a series has no scores.
    static Problem tooShort(ScoredModels.Subject subject, BacktestRequest request) {
        TimeSeries series = subject.series();
        int steps = request.horizon().steps();
        String why = request.origins(series).trainingLengths(series.length()).isEmpty()
                ? "too short (" + series.length() + " points) for a look back of " + steps + " steps; lower --horizon"
                : "no model could be fitted at its " + request.origins()
                        + " earlier origins, or no value followed them";
        return new Problem("HR-3040", subject.name() + ": " + why + ".");
    }

    /// What the inventory calls the kind of server, else what its tags say; empty when neither does.
    private static String archetype(Server server) {
        if (!server.archetype().isEmpty()) {
            return server.archetype();
        }
        return List.of("archetype", "role").stream()
                .flatMap(key -> server.tags().entrySet().stream()
                        .filter(tag -> tag.getKey().equalsIgnoreCase(key))
                        .map(Map.Entry::getValue))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    /// As everywhere in the product, the forecast of a percentage stays between 0 and 100.
    static Fitter bounded(Fitter fitter, FleetSeries.Daily whole) {
        return (series, spec, seed) -> switch (fitter.fit(series, spec, seed)) {
            case FitOutcome.Fitted fitted ->
                new FitOutcome.Fitted(new FleetSeries.Daily(series, whole.unit()).bounded(fitted.model()));
            case FitOutcome.TooShort few -> few;
            case FitOutcome.Constant constant -> constant;
            case FitOutcome.NotConverged failed -> failed;
        };
    }
}
