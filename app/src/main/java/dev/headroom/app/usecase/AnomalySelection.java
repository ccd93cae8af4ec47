package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.Urgency;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Which of the anomalies are looked at.
///
/// @param since episodes that last to this day or began after it
/// @param least the least urgent
public record AnomalySelection(LocalDate since, Urgency least) {
    private static final int USUAL_DAYS = 90;

    /// 90 days before the end of the data.
    public static LocalDate usualSince(FleetAnomalies all) {
        return all.dataTo().map(day -> day.minusDays(USUAL_DAYS)).orElse(LocalDate.EPOCH);
    }

    /// In the order of the whole.
    public List<FoundAnomaly> of(FleetAnomalies all) {
        return all.found().stream()
                .filter(anomaly ->
                        !LocalDate.ofInstant(anomaly.last(), ZoneOffset.UTC).isBefore(since))
                .filter(anomaly -> anomaly.urgency().compareTo(least) >= 0)
                .toList();
    }
}
