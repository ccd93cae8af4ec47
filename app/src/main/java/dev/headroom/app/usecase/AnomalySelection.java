package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.Urgency;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/// Which of the anomalies are looked at.
///
/// @param since episodes that last to this day or began after it
/// @param least the least urgent
/// @param statuses where they stand
public record AnomalySelection(LocalDate since, Urgency least, Set<AnomalyStanding.Status> statuses) {
    public AnomalySelection {
        statuses = Set.copyOf(statuses);
    }

    /// In the order of the whole.
    public List<FoundAnomaly> of(FleetAnomalies all) {
        return all.found().stream()
                .filter(anomaly ->
                        !LocalDate.ofInstant(anomaly.last(), ZoneOffset.UTC).isBefore(since))
                .filter(anomaly -> anomaly.urgency().compareTo(least) >= 0)
                .filter(anomaly -> statuses.contains(all.standing(anomaly).status()))
                .toList();
    }
}
