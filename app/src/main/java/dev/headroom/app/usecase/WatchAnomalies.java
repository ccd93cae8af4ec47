package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.Sensitivity;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.AnomalyEntry;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.SeriesInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the anomalies of a workspace: in its daily costs, each currency apart, and in its metrics. Every row
/// is judged by the rows before it and itself, so that what was found once is found again when more data
/// arrive.
public final class WatchAnomalies {
    private final OpenWorkspace workspace;

    public WatchAnomalies(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// Which series are looked at.
    public enum Series {
        ALL,
        COST,
        METRICS
    }

    /// @param basis which cost is looked at
    public record Request(CostBasis basis, Sensitivity sensitivity, Series series) {
        /// The amortised cost and all metrics, with the standard sensitivity.
        public static Request usual() {
            return new Request(CostBasis.EFFECTIVE, Sensitivity.STANDARD, Series.ALL);
        }
    }

    /// @throws UseCaseException of kind CANCELLED when `progress` asks to stop, of kind NO_DATA when the
    ///     workspace holds neither a bill nor a metric
    public FleetAnomalies run(Request request, Progress progress) throws UseCaseException {
        try {
            List<FoundAnomaly> found = new ArrayList<>();
            Optional<CostGrid> grid = request.series() == Series.METRICS
                    ? Optional.empty()
                    : CostGrid.read(workspace.storage().charges(), request.basis());
            int series = 0;
            int incomplete = 0;
            Map<CurrencyCode, Double> usualDay = Map.of();
            if (grid.isPresent()) {
                WatchedCost cost = new WatchedCost(grid.get(), request.sensitivity());
                usualDay = cost.usualDays();
                series += costs(cost, usualDay, found, progress);
                for (CurrencyCode currency : grid.get().currencies()) {
                    incomplete = Math.max(incomplete, grid.get().incomplete(new AnomalySubject.Cost(currency, "", "")));
                }
            }
            Optional<LocalDate> metricsFrom = Optional.empty();
            if (request.series() != Series.COST) {
                WatchedMetrics metrics = new WatchedMetrics(workspace, request.sensitivity());
                series += metrics.series().size();
                metricsFrom = metrics.series().stream()
                        .map(info -> LocalDate.ofInstant(WatchedMetrics.from(info), ZoneOffset.UTC))
                        .max(Comparator.naturalOrder());
                metrics(metrics, found, progress);
            }
            if (series == 0) {
                throw new UseCaseException(
                        UseCaseException.Kind.NO_DATA,
                        "HR-3310",
                        "The workspace holds neither bills nor metrics; import some first.");
            }
            found.sort(Comparator.comparing(FoundAnomaly::start)
                    .reversed()
                    .thenComparing(FoundAnomaly::urgency, Comparator.reverseOrder())
                    .thenComparing(FoundAnomaly::id));
            return new FleetAnomalies(
                    request,
                    found,
                    grid.map(CostGrid::last),
                    incomplete,
                    series,
                    usualDay,
                    metricsFrom,
                    new AnomalyFeedback(workspace.storage().anomalies().entries().stream()
                            .map(AnomalyEntry::event)
                            .toList()));
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static int costs(
            WatchedCost cost, Map<CurrencyCode, Double> usualDay, List<FoundAnomaly> found, Progress progress)
            throws UseCaseException {
        List<AnomalySubject.Cost> subjects = cost.subjects();
        List<FoundAnomaly> all = new ArrayList<>();
        Parallel.forEach(
                subjects,
                subject -> cost.find(subject, usualDay.getOrDefault(subject.currency(), 0.0)),
                all::addAll,
                "Looking for anomalies in costs",
                progress);
        CostViews.once(all).stream().map(cost::explained).forEach(found::add);
        return subjects.size();
    }

    private static void metrics(WatchedMetrics metrics, List<FoundAnomaly> found, Progress progress)
            throws UseCaseException {
        List<FoundAnomaly> all = new ArrayList<>();
        List<SeriesInfo> series = metrics.series();
        Parallel.forEach(series, metrics::find, all::addAll, "Looking for anomalies in metrics", progress);
        found.addAll(metrics.events(all));
    }

    /// The start of a day, for limits in time.
    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
