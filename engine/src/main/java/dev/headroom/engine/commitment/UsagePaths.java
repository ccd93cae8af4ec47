package dev.headroom.engine.commitment;

import dev.headroom.engine.forecast.SamplePaths;
import java.time.LocalDate;
import java.util.Arrays;

/// Equally likely futures of the usage that is left for a new commitment: on-demand cost an hour, less what
/// running commitments pay for until they end. Negative values of a path count as 0.
public final class UsagePaths {
    private final LocalDate start;
    private final double[][] perHour;
    private final double[] held;
    private final double[] less;
    private final HourShape shape;
    private final int firstWeekday;

    private UsagePaths(LocalDate start, double[][] perHour, double[] held, double[] less, HourShape shape) {
        this.start = start;
        this.perHour = perHour;
        this.held = held;
        this.less = less;
        this.shape = shape;
        this.firstWeekday = start.getDayOfWeek().getValue() - 1;
    }

    /// @param daily paths of the on-demand cost by day of all usage in the pool, covered or not
    /// @param start the first day of the paths
    /// @param held on-demand cost an hour that running commitments pay for, by day, as long as the paths
    public static UsagePaths of(SamplePaths daily, LocalDate start, double[] held, HourShape shape) {
        if (held.length != daily.steps()) {
            throw new IllegalArgumentException(
                    "held (" + held.length + ") must be as long as the paths (" + daily.steps() + ").");
        }
        double[][] perHour = new double[daily.count()][daily.steps()];
        for (int path = 0; path < perHour.length; path++) {
            for (int day = 0; day < perHour[path].length; day++) {
                perHour[path][day] = Math.max(0, daily.value(path, day)) / HourShape.HOURS;
            }
        }
        return new UsagePaths(start, perHour, held.clone(), new double[held.length], shape);
    }

    /// The same with a part of the usage gone (or, when negative, added) on every day from one on.
    ///
    /// @param onDemandPerHour on-demand cost an hour
    public UsagePaths less(double onDemandPerHour, int fromDay) {
        double[] more = less.clone();
        for (int day = Math.max(0, fromDay); day < more.length; day++) {
            more[day] += onDemandPerHour;
        }
        return new UsagePaths(start, perHour, held, more, shape);
    }

    /// The same with running commitments that pay for more.
    ///
    /// @param onDemandPerHour on-demand cost an hour
    public UsagePaths held(double onDemandPerHour, int fromDay, int toDay) {
        double[] more = held.clone();
        for (int day = Math.max(0, fromDay); day < Math.min(toDay, more.length); day++) {
            more[day] += onDemandPerHour;
        }
        return new UsagePaths(start, perHour, more, less, shape);
    }

    public LocalDate start() {
        return start;
    }

    public int days() {
        return held.length;
    }

    public int count() {
        return perHour.length;
    }

    public HourShape shape() {
        return shape;
    }

    /// Usage that is left in an hour.
    double left(int path, int day, int hour) {
        double whole = Math.max(0, perHour[path][day] - less[day]);
        return Math.max(0, whole * weight(day, hour) - held[day]);
    }

    private double weight(int day, int hour) {
        return shape.isLevel() ? 1 : shape.weight(firstWeekday + day, hour);
    }

    /// The largest value that is left in any hour of the first days.
    public double most(int days) {
        double most = 0;
        for (int path = 0; path < perHour.length; path++) {
            for (int day = 0; day < days; day++) {
                for (int hour = 0; hour < hoursADay(); hour++) {
                    most = Math.max(most, left(path, day, hour));
                }
            }
        }
        return most;
    }

    /// How many different hours a day has: one when all are the same.
    int hoursADay() {
        return shape.isLevel() ? 1 : HourShape.HOURS;
    }

    /// What commitments of several sizes would pay for over the first days.
    ///
    /// @param days 1 to [#days]
    /// @param levels on-demand cost an hour that a commitment pays for, increasing, 0 or more
    public CoverageProfile profile(int days, double[] levels) {
        return CoverageProfile.of(this, days, levels);
    }

    /// What a commitment pays for on each of the first days, on average over the paths: on-demand cost.
    double[] paidByDay(int days, double level) {
        double[] paid = new double[days];
        for (int day = 0; day < days; day++) {
            for (int path = 0; path < perHour.length; path++) {
                for (int hour = 0; hour < hoursADay(); hour++) {
                    paid[day] += Math.min(level, left(path, day, hour));
                }
            }
            paid[day] *= (double) HourShape.HOURS / hoursADay() / perHour.length;
        }
        return paid;
    }

    /// What is left over the first days by path: on-demand cost.
    double[] totals(int days) {
        double[] totals = new double[perHour.length];
        for (int path = 0; path < totals.length; path++) {
            for (int day = 0; day < days; day++) {
                for (int hour = 0; hour < hoursADay(); hour++) {
                    totals[path] += left(path, day, hour);
                }
            }
            totals[path] *= (double) HourShape.HOURS / hoursADay();
        }
        return totals;
    }

    /// The usage that is left, as the mean over the hours of a day, by path and day: a copy.
    double[] leftByDay(int path, int fromDay, int toDay) {
        double[] left = new double[toDay - fromDay];
        for (int day = fromDay; day < toDay; day++) {
            for (int hour = 0; hour < hoursADay(); hour++) {
                left[day - fromDay] += left(path, day, hour) / hoursADay();
            }
        }
        return left;
    }

    /// What is left over the first days on average over the paths: on-demand cost.
    public double meanTotal(int days) {
        return Arrays.stream(totals(days)).average().orElse(0);
    }

    /// In how many hours of the first days something is left, on average over the paths. It is the rate at
    /// which [#meanTotal] falls when running commitments pay for more in every hour.
    public double meanHoursLeft(int days) {
        long hours = 0;
        for (int path = 0; path < perHour.length; path++) {
            for (int day = 0; day < days; day++) {
                for (int hour = 0; hour < hoursADay(); hour++) {
                    hours += left(path, day, hour) > 0 ? 1 : 0;
                }
            }
        }
        return (double) hours * HourShape.HOURS / hoursADay() / perHour.length;
    }

    /// Usage that is left on average over all paths and the first days, on-demand cost an hour.
    public double meanLeft(int days) {
        return meanTotal(days) / days / HourShape.HOURS;
    }
}
