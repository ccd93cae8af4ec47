package dev.headroom.app.usecase;

import dev.headroom.engine.drift.DistributionShift;
import dev.headroom.engine.drift.DriftReport;
import dev.headroom.engine.drift.ErrorPromise;
import dev.headroom.engine.drift.IssuedForecast;
import dev.headroom.engine.drift.LiveError;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ForecastLedger;
import dev.headroom.storage.cache.ModelScope;
import dev.headroom.storage.cache.ModelVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds the kept forecasts of the promoted models against what happened since, and says which models
/// drifted.
///
/// Only forecasts count that were made with the promoted version (its specification and seed) and knew at
/// least the data that it was trained on.
public final class CheckDrift {
    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;

    public CheckDrift(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace;
        this.shapes = shapes;
    }

    /// @param series names of series or servers; empty for all
    public List<SeriesDrift> run(List<String> series, Progress progress) throws UseCaseException {
        List<DailyFleet.Named> fleet = DailyFleet.of(workspace, shapes, series);
        try {
            List<Case> cases = cases(fleet);
            List<SeriesDrift> result = new ArrayList<>();
            Parallel.forEach(cases, CheckDrift::check, result::add, "Checking drift", progress);
            return List.copyOf(result);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private record Case(DailyFleet.Named named, Optional<ModelVersion> promoted, List<ForecastLedger.Entry> kept) {}

    private List<Case> cases(List<DailyFleet.Named> fleet) {
        Map<ModelScope, ModelVersion> promoted = new HashMap<>();
        for (DailyFleet.Named named : fleet) {
            workspace.models().of(named.scope()).ifPresent(version -> promoted.put(named.scope(), version));
        }
        Optional<Instant> earliest = promoted.values().stream()
                .map(version -> version.model().data().last())
                .min(Comparator.naturalOrder());
        Map<ModelScope, List<ForecastLedger.Entry>> kept = new HashMap<>();
        if (earliest.isPresent()) {
            for (ForecastLedger.Entry entry : workspace.storage().forecasts().since(earliest.get())) {
                ModelScope scope =
                        new ModelScope(entry.key().series(), entry.key().step());
                ModelVersion version = promoted.get(scope);
                if (version != null && isOf(version, entry)) {
                    kept.computeIfAbsent(scope, _ -> new ArrayList<>()).add(entry);
                }
            }
        }
        return fleet.stream()
                .map(named -> new Case(
                        named,
                        Optional.ofNullable(promoted.get(named.scope())),
                        kept.getOrDefault(named.scope(), List.of())))
                .toList();
    }

    private static boolean isOf(ModelVersion version, ForecastLedger.Entry entry) {
        return entry.key().seed() == version.model().seed()
                && !entry.stored().asOf().isBefore(version.model().data().last())
                && KeptForecasts.spec(entry.key())
                        .equals(KeptForecasts.spec(version.model().spec()));
    }

    private static SeriesDrift check(Case one) {
        Optional<DriftReport> report = one.promoted()
                .flatMap(version ->
                        ErrorPromise.parse(version.model().promise()).map(promise -> report(one, version, promise)));
        return new SeriesDrift(one.named().name(), one.promoted().map(ModelSummary::of), report);
    }

    private static DriftReport report(Case one, ModelVersion version, ErrorPromise promise) {
        TimeSeries series = one.named().daily().series();
        List<IssuedForecast> issued = one.kept().stream()
                .flatMap(entry -> KeptForecasts.issued(series, entry).stream())
                .toList();
        int trained = KeptForecasts.known(series, version.model().data().last());
        return DriftReport.of(
                promise,
                LiveError.of(series, issued, promise.steps()),
                trained >= series.length() || !version.scope().step().equals(Step.DAY)
                        ? Optional.empty()
                        : DistributionShift.of(series.values(), trained, Trial.season()),
                version.model().seed());
    }
}
