package dev.headroom.app.ui.anomalies;

import dev.headroom.app.usecase.AnomalyStanding;

/// Which anomalies the list shows by where they stand.
public enum AnomalyFilter {
    OPEN("Open"),
    EXPECTED("Expected"),
    CLOSED("Closed");

    private final String label;

    AnomalyFilter(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean takes(AnomalyStanding.Status status) {
        return switch (status) {
            case OPEN -> this == OPEN;
            case EXPECTED, SUPPRESSED -> this == EXPECTED;
            case ACKNOWLEDGED, PAST -> this == CLOSED;
        };
    }
}
