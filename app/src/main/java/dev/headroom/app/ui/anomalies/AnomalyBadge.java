package dev.headroom.app.ui.anomalies;

import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.AnomalyStanding;
import dev.headroom.engine.anomaly.Urgency;
import javafx.scene.control.Label;

/// How urgent an anomaly is, or where it stands when it is not open.
public final class AnomalyBadge {
    private AnomalyBadge() {}

    public static Label of(AnomalyRow row) {
        AnomalyStanding.Status status = row.standing().status();
        return switch (status) {
            case OPEN -> urgency(row.anomaly().urgency());
            case EXPECTED -> Parts.badge(Tone.GOOD, "fth-check", "Expected");
            case SUPPRESSED -> Parts.badge(Tone.GOOD, "fth-check", "Known event");
            case ACKNOWLEDGED -> Parts.badge(Tone.NEUTRAL, "fth-check", "Acknowledged");
            case PAST -> Parts.badge(Tone.NEUTRAL, "fth-clock", "Past");
        };
    }

    static Label urgency(Urgency urgency) {
        return switch (urgency) {
            case CRITICAL -> Parts.badge(Tone.BAD, "fth-alert-octagon", "Critical");
            case HIGH -> Parts.badge(Tone.WATCH, "fth-alert-triangle", "High");
            case MEDIUM -> Parts.badge(Tone.NEUTRAL, "fth-info", "Medium");
            case LOW -> Parts.badge(Tone.NEUTRAL, "fth-info", "Low");
        };
    }
}
