package dev.headroom.app.ui.decision;

import dev.headroom.engine.rightsizing.Standing;

/// Which recommendations the table shows by where they stand. Servers without anything to decide are always shown.
public enum StatusFilter {
    OPEN("Open"),
    ACCEPTED("Accepted"),
    DISMISSED("Dismissed"),
    SNOOZED("Snoozed"),
    DONE("Done"),
    ALL("All states");

    private final String label;

    StatusFilter(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean takes(Standing.Status status) {
        return switch (status) {
            case OPEN -> this == OPEN || this == ALL;
            case ACCEPTED -> this == ACCEPTED || this == ALL;
            case DISMISSED -> this == DISMISSED || this == ALL;
            case SNOOZED -> this == SNOOZED || this == ALL;
            case DONE -> this == DONE || this == ALL;
            case NOTHING -> true;
        };
    }
}
