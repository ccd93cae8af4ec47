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

    /// Of an episode of a cost. An impact of at least a quarter of a usual day of the whole bill raises the severity by
    /// one class, one under a hundredth of it lowers it by one; under a thousandth it is low.
    ///
    /// @param impact in money, in either direction
    /// @param usualDay the cost of a usual day of the whole bill, in the same currency; 0 when it is not known
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

    /// Of an episode of a metric: the severity; one class more where its peak leaves less than a tenth of the
    /// capacity, and low where the peak lies within a fiftieth of the capacity from what was expected.
    ///
    /// @param used the part of the capacity that is used at the peak; NaN when the metric has no capacity
    /// @param excess the part of the capacity that lies between the peak and what was expected; NaN when unknown
    public static Urgency ofMetric(Severity severity, Direction direction, double used, double excess) {
        if (Math.abs(excess) < UNSEEN && direction != Direction.NONE) {
            return LOW;
        }
        return graded(severity.ordinal() + (direction == Direction.UP && used > FULL ? 1 : 0));
    }

    private static Urgency graded(int grade) {
        return values()[Math.clamp(grade, 0, CRITICAL.ordinal())];
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
