package dev.headroom.engine.model.ces;

import java.util.List;
import java.util.Locale;

/// Where the season enters complex smoothing.
enum CesForm {
    /// Nowhere.
    NONE(1, 0, "without season"),
    /// Level and information component of one season ago drive each other; there is no other level.
    SIMPLE(0, 1, "with one level by phase of the season (simple)"),
    /// A smoothed offset by phase is added.
    PARTIAL(1, 0, "with a smoothed offset by phase of the season (partial)"),
    /// A second complex pair by phase is added.
    FULL(1, 1, "with a complex offset by phase of the season (full)");

    private final int plainPairs;
    private final int seasonalPairs;
    private final String words;

    CesForm(int plainPairs, int seasonalPairs, String words) {
        this.plainPairs = plainPairs;
        this.seasonalPairs = seasonalPairs;
        this.words = words;
    }

    /// The forms for a season; a season of 1 is none.
    static List<CesForm> admissible(int seasonLength) {
        return seasonLength > 1 ? List.of(values()) : List.of(NONE);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String words() {
        return words;
    }

    boolean hasPlainPair() {
        return plainPairs > 0;
    }

    boolean hasSeasonalPairs() {
        return seasonalPairs > 0;
    }

    /// How many weights are searched.
    int weights() {
        return 2 * (plainPairs + seasonalPairs) + (this == PARTIAL ? 1 : 0);
    }

    /// How many numbers are estimated: weights, first level, offsets by phase (their sum is 0) and the variance.
    int parameterCount(int seasonLength) {
        return weights() + 1 + (this == NONE ? 0 : seasonLength - 1) + 1;
    }
}
