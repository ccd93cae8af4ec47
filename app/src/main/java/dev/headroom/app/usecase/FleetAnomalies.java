package dev.headroom.app.usecase;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The anomalies of a workspace, the latest first.
///
/// @param costTo the last day of the bills
/// @param incomplete the last days of bills that are not complete yet: what is low there is not judged
/// @param series how many series were looked at
/// @param usualDay the cost of a usual day of the whole bill by currency: the median of the last 28 days
/// @param metricsFrom the day from which on metrics were looked at; empty without metrics
/// @param feedback what was said about anomalies so far
public record FleetAnomalies(
        WatchAnomalies.Request request,
        List<FoundAnomaly> found,
        Optional<LocalDate> costTo,
        int incomplete,
        int series,
        Map<CurrencyCode, Double> usualDay,
        Optional<LocalDate> metricsFrom,
        AnomalyFeedback feedback) {
    public FleetAnomalies {
        found = List.copyOf(found);
        usualDay = Map.copyOf(usualDay);
    }

    /// The same after more was said.
    public FleetAnomalies with(AnomalyFeedback later) {
        return new FleetAnomalies(request, found, costTo, incomplete, series, usualDay, metricsFrom, later);
    }

    /// Where an anomaly stands.
    public AnomalyStanding standing(FoundAnomaly anomaly) {
        return feedback.standing(anomaly, dataTo());
    }

    /// The anomaly with an id.
    public Optional<FoundAnomaly> byId(String id) {
        return found.stream().filter(anomaly -> anomaly.id().equals(id)).findFirst();
    }

    public CostBasis basis() {
        return request.basis();
    }

    /// The day so many days before the end of the data.
    public LocalDate since(int days) {
        return dataTo().map(day -> day.minusDays(days)).orElse(LocalDate.EPOCH);
    }

    /// The last day of which anything is known.
    public Optional<LocalDate> dataTo() {
        return Stream.concat(
                        costTo.stream(),
                        found.stream()
                                .map(anomaly -> anomaly.course().getLast().at())
                                .map(at -> LocalDate.ofInstant(Instant.ofEpochSecond(at), ZoneOffset.UTC)))
                .max(Comparator.naturalOrder());
    }
}
