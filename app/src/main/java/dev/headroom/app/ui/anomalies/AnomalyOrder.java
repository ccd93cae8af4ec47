package dev.headroom.app.ui.anomalies;

import java.util.Comparator;

/// In which order the list stands.
public enum AnomalyOrder {
    URGENCY("Most urgent"),
    NEWEST("Newest"),
    IMPACT("Largest impact");

    private final String label;

    AnomalyOrder(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    Comparator<AnomalyRow> comparator() {
        Comparator<AnomalyRow> newest =
                Comparator.comparing((AnomalyRow row) -> row.anomaly().start()).reversed();
        return switch (this) {
            case URGENCY ->
                Comparator.comparing((AnomalyRow row) -> row.anomaly().urgency())
                        .reversed()
                        .thenComparing(newest);
            case NEWEST -> newest;
            // Money and percentages do not compare: costs come first.
            case IMPACT ->
                Comparator.comparing((AnomalyRow row) -> !row.anomaly().isCost())
                        .thenComparing(row -> -Math.abs(row.anomaly().episode().impact()))
                        .thenComparing(newest);
        };
    }
}
