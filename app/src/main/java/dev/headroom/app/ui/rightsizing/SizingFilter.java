package dev.headroom.app.ui.rightsizing;

import dev.headroom.engine.rightsizing.Recommendation;

/// Which recommendations the table shows.
public enum SizingFilter {
    SAVING("Saving"),
    SHORTAGE("Too small"),
    KEEP("Keep"),
    UNDECIDED("Undecided");

    private final String label;

    SizingFilter(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean takes(Recommendation recommendation) {
        return this == of(recommendation);
    }

    private static SizingFilter of(Recommendation recommendation) {
        return switch (recommendation) {
            case Recommendation.Keep keep -> KEEP;
            case Recommendation.Undecided undecided -> UNDECIDED;
            case Recommendation.Stop stop -> SAVING;
            case Recommendation.Resize resize ->
                resize.estimate().gross().amount().signum() > 0 ? SAVING : SHORTAGE;
        };
    }
}
