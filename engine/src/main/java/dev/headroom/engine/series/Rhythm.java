package dev.headroom.engine.series;

import java.time.Duration;

/// What is usual at the step of a series: how many steps a day and a week have, and how many observations a forecast
/// needs.
///
/// @param perDay steps a day; 1 for steps of a day or more
record Rhythm(Kind kind, long perDay) {
    enum Kind {
        SUB_DAILY,
        DAILY,
        LONGER
    }

    static Rhythm of(Step step) {
        if (step instanceof Step.Ordinal) {
            return new Rhythm(Kind.LONGER, 1);
        }
        int order = step.typicalLength().compareTo(Duration.ofDays(1));
        return order < 0
                ? new Rhythm(Kind.SUB_DAILY, Math.max(1, Duration.ofDays(1).dividedBy(step.typicalLength())))
                : new Rhythm(order == 0 ? Kind.DAILY : Kind.LONGER, 1);
    }

    /// Two of the shortest usual season, and never fewer than eight observations.
    int minimum() {
        return switch (kind) {
            case SUB_DAILY -> (int) Math.max(8, 2 * perDay);
            case DAILY -> 14;
            case LONGER -> 8;
        };
    }

    /// Enough for the usual season.
    long sufficient() {
        return switch (kind) {
            case SUB_DAILY -> Math.max(24, 14 * perDay);
            case DAILY -> 56;
            case LONGER -> 24;
        };
    }

    /// The steps after which equal readings are a stuck meter.
    long stuckAfter() {
        return kind == Kind.SUB_DAILY ? Math.max(7, 2 * perDay) : 7;
    }

    /// The longest gap that is nothing to be told.
    long shortGap() {
        return switch (kind) {
            case SUB_DAILY -> perDay;
            case DAILY -> 3;
            case LONGER -> 2;
        };
    }

    /// How many steps the last observation may be old.
    long fresh() {
        return switch (kind) {
            case SUB_DAILY -> 2 * perDay;
            case DAILY -> 3;
            case LONGER -> 2;
        };
    }

    /// The steps of the season after which observations are compared; 0 where none is usual.
    int season() {
        return switch (kind) {
            case SUB_DAILY -> (int) perDay;
            case DAILY -> 7;
            case LONGER -> 0;
        };
    }
}
