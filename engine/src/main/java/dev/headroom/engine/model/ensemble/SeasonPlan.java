package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.model.SeasonLengths;

/// The season lengths that the components work with.
///
/// @param shortLength the short season in steps; 1 when there is none
/// @param longLength the long season in steps, a multiple of the short one; 0 when there is none
record SeasonPlan(int shortLength, int longLength) {
    private static final int REMEMBERED = 8;

    /// The seasons of a class: sub-daily grids get the week of seven days on top of the day.
    static SeasonPlan of(FrequencyClass frequency, SeasonLengths told) {
        if (told.isEmpty()) {
            return new SeasonPlan(1, 0);
        }
        int shortest = told.shortest();
        if (frequency != FrequencyClass.SUB_DAILY) {
            return new SeasonPlan(shortest, 0);
        }
        if (told.values().size() == 1 && shortest == 168) {
            return new SeasonPlan(24, 168);
        }
        int week = told.values().stream()
                .filter(length -> length > shortest && length % shortest == 0)
                .findFirst()
                .orElse(7 * shortest);
        return new SeasonPlan(shortest, week);
    }

    /// The plan for a stretch of `length` points: the long season needs 2.2 of its lengths.
    SeasonPlan within(int length) {
        return longLength > 0 && length < 2.2 * longLength ? new SeasonPlan(shortLength, 0) : this;
    }

    /// How many of the last points the components look at: eight long seasons, everything without one.
    int memory() {
        return hasLong() ? REMEMBERED * longLength : Integer.MAX_VALUE;
    }

    boolean hasLong() {
        return longLength > 0;
    }

    /// The longest season length, 1 when there is none.
    int longest() {
        return hasLong() ? longLength : shortLength;
    }
}
