package dev.headroom.engine.anomaly;

import java.util.Locale;

/// What severity and impact together make of an episode: how soon somebody should look at it.
public enum Urgency {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    private static final double TINY = 0.001;
    private static final double SMALL = 0.01;
    private static final double LARGE = 0.25;
    private static final double UNSEEN = 0.02;
    private static final double FULL = 0.9;
    private static final double NEARLY_FULL = 0.8;
    private static final double HALF = 0.5;
    private static final double STOPPED = 0.1;
    private static final double WORTH = 0.05;
    private static final double TWICE = 2;
    private static final double MANY_TIMES = 5;

    /// Of an episode of a cost. An impact of at least a quarter of a usual day of the whole bill raises the
    /// severity by one class, one under a hundredth of it lowers it by one; under a thousandth it is low.
    ///
    /// @param impact in money, in either direction
    /// @param usualDay the cost of a usual day of the whole bill, in the same currency; 0 when it is not
    ///     known
    public static Urgency ofCost(Severity severity, double impact, double usualDay) {
        if (usualDay <= 0) {
            return graded(severity.ordinal());
        }
        double part = Math.abs(impact) / usualDay;
        if (part < TINY) {
            return LOW;
        }
        return graded(severity.ordinal() + (part >= LARGE ? 1 : part < SMALL ? -1 : 0));
    }

    /// Of an episode of a metric, by what it means for whoever uses the resource.
    ///
    /// A move away from the limit is low, unless hardly anything is left of a value that was worth
    /// mentioning: then something has stopped, which is high. A move towards the limit keeps its severity
    /// where its peak leaves less than a fifth of the capacity, and counts at least high and one class more
    /// where it leaves less than a tenth; it is at most medium where it takes half of the room that was
    /// expected to be left, else low. Without a capacity, five times as much as expected keeps its severity
    /// and twice as much is at most medium. A value that is missing is medium; one that stands still is low.
    ///
    /// @param capacity what cannot be passed, in the unit of the metric; NaN when there is no such value
    public static Urgency ofMetric(Episode episode, double capacity) {
        double peak = episode.peak().value();
        double expected = episode.peak().point().expected();
        return switch (episode.kind()) {
            case MISSING -> MEDIUM;
            case STUCK -> LOW;
            case SPIKE, DIP, LEVEL_SHIFT, TREND_CHANGE, VARIANCE, PATTERN -> moved(episode, peak, expected, capacity);
        };
    }

    private static Urgency moved(Episode episode, double peak, double expected, double capacity) {
        Urgency severity = graded(episode.severity().ordinal());
        if (Double.isNaN(peak) || Double.isNaN(expected)) {
            return LOW;
        }
        if (peak < expected) {
            boolean worth = Double.isNaN(capacity) || expected >= WORTH * capacity;
            return worth && peak <= STOPPED * expected ? HIGH : LOW;
        }
        if (Double.isNaN(capacity)) {
            return peak >= MANY_TIMES * expected ? severity : peak >= TWICE * expected ? atMost(MEDIUM, severity) : LOW;
        }
        double used = peak / capacity;
        if (peak - expected < UNSEEN * capacity) {
            return LOW;
        }
        if (used > FULL) {
            return graded(Math.max(HIGH.ordinal(), severity.ordinal() + 1));
        }
        if (used > NEARLY_FULL) {
            return severity;
        }
        return (peak - expected) >= HALF * (capacity - expected) ? atMost(MEDIUM, severity) : LOW;
    }

    private static Urgency atMost(Urgency most, Urgency urgency) {
        return urgency.compareTo(most) > 0 ? most : urgency;
    }

    private static Urgency graded(int grade) {
        return values()[Math.clamp(grade, 0, CRITICAL.ordinal())];
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
