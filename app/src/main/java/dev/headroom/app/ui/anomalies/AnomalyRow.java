package dev.headroom.app.ui.anomalies;

import dev.headroom.app.usecase.AnomalyStanding;
import dev.headroom.app.usecase.FoundAnomaly;

/// One line of the list.
///
/// @param title what it is about, under the names that are shown
/// @param place where, under the names that are shown; empty for the whole bill
/// @param impact in words
/// @param when in words
public record AnomalyRow(
        FoundAnomaly anomaly, AnomalyStanding standing, String title, String place, String impact, String when) {
    public String id() {
        return anomaly.id();
    }
}
