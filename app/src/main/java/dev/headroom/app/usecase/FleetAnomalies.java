package dev.headroom.app.usecase;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The anomalies of a workspace, the latest first.
///
/// @param costTo the last day of the bills
/// @param incomplete the last days of bills that are not complete yet: what is low there is not judged
/// @param series how many series were looked at
/// @param usualDay the cost of a usual day of the whole bill by currency: the median of the last 28 days
/// @param metricsFrom the day from which on metrics were looked at; empty without metrics
public record FleetAnomalies(
        WatchAnomalies.Request request,
        List<FoundAnomaly> found,
        Optional<LocalDate> costTo,
        int incomplete,
        int series,
        Map<CurrencyCode, Double> usualDay,
        Optional<LocalDate> metricsFrom) {
    public FleetAnomalies {
        found = List.copyOf(found);
        usualDay = Map.copyOf(usualDay);
    }

    public CostBasis basis() {
        return request.basis();
    }

    /// The last day of which anything is known.
    public Optional<LocalDate> dataTo() {
        return java.util.stream.Stream.concat(
                        costTo.stream(),
                        found.stream()
                                .map(anomaly -> LocalDate.ofInstant(
                                        java.time.Instant.ofEpochSecond(
                                                anomaly.course().getLast().at()),
                                        java.time.ZoneOffset.UTC)))
                .max(java.util.Comparator.naturalOrder());
    }
}
