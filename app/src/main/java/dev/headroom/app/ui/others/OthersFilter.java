package dev.headroom.app.ui.others;

import dev.headroom.engine.asset.Advice;

/// Which advice is shown.
public enum OthersFilter {
    TO_DO("To do"),
    REST("Keep or undecided"),
    ALL("All");

    private final String label;

    OthersFilter(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean takes(Advice advice) {
        boolean change = switch (advice) {
            case Advice.Change _, Advice.Remove _ -> true;
            case Advice.Keep _, Advice.Undecided _ -> false;
        };
        return switch (this) {
            case TO_DO -> change;
            case REST -> !change;
            case ALL -> true;
        };
    }
}
