package dev.headroom.engine.commitment;

import java.util.Arrays;

/// How the cost of a day falls on its hours, by day of the week: 168 weights whose mean over each day is 1.
/// Without hourly bill lines a day is level, which overstates how much a commitment would be used.
public final class HourShape {
    static final int HOURS = 24;
    private final double[] weights;
    private final int days;

    private HourShape(double[] weights, int days) {
        this.weights = weights;
        this.days = days;
    }

    /// Every hour of a day costs the same.
    public static HourShape level() {
        double[] weights = new double[7 * HOURS];
        Arrays.fill(weights, 1);
        return new HourShape(weights, 0);
    }

    /// The shape of hourly costs.
    ///
    /// @param sums cost by hour of the week in UTC, 0 is Monday 00:00; a day that is
    ///     not in the bills has 0 in all its hours
    /// @param days on how many days it rests
    public static HourShape of(double[] sums, int days) {
        if (sums.length != 7 * HOURS) {
            throw new IllegalArgumentException("sums (" + sums.length + ") must have 168 hours.");
        }
        double[] weights = level().weights;
        for (int day = 0; day < 7; day++) {
            int from = day * HOURS;
            double total = 0;
            for (int hour = 0; hour < HOURS; hour++) {
                if (!(sums[from + hour] >= 0)) {
                    throw new IllegalArgumentException(
                            "sums[" + (from + hour) + "] (" + sums[from + hour] + ") must not be negative.");
                }
                total += sums[from + hour];
            }
            for (int hour = 0; hour < HOURS && total > 0; hour++) {
                weights[from + hour] = HOURS * sums[from + hour] / total;
            }
        }
        return new HourShape(weights, days);
    }

    /// True when nothing is known of the hours.
    public boolean isLevel() {
        return days == 0;
    }

    /// On how many days of hourly bill lines it rests.
    public int days() {
        return days;
    }

    /// @param weekday any number of days after a Monday
    double weight(int weekday, int hour) {
        return weights[weekday % 7 * HOURS + hour];
    }
}
