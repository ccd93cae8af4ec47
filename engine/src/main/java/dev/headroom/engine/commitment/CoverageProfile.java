package dev.headroom.engine.commitment;

import java.util.Arrays;

/// What commitments of several sizes would pay for on each path of the usage, hour by hour: nothing that is
/// left unused in one hour serves another.
///
/// Input: paths of usage and sizes as on-demand cost an hour. Output: by size and path the on-demand cost
/// that the commitment pays for, and by size the share of hours in which a part of it is unused. Effort: one
/// pass over the hours, each sorted into the sizes by bisection, then sums over the sizes; the hours are
/// never kept.
public final class CoverageProfile {
    private static final double ROUNDING = 1e-9;
    private final double[] levels;
    private final double[][] paid;
    private final double[] idleHours;
    private final double hours;

    private CoverageProfile(double[] levels, double[][] paid, double[] idleHours, double hours) {
        this.levels = levels;
        this.paid = paid;
        this.idleHours = idleHours;
        this.hours = hours;
    }

    static CoverageProfile of(UsagePaths usage, int days, double[] levels) {
        if (days < 1 || days > usage.days()) {
            throw new IllegalArgumentException("days (" + days + ") must lie in 1.." + usage.days() + ".");
        }
        int sizes = levels.length;
        double[][] paid = new double[sizes][usage.count()];
        double[] idle = new double[sizes];
        int hoursADay = usage.hoursADay();
        double weight = (double) HourShape.HOURS / hoursADay;
        for (int path = 0; path < usage.count(); path++) {
            double[] sums = new double[sizes + 1];
            int[] counts = new int[sizes + 1];
            for (int day = 0; day < days; day++) {
                for (int hour = 0; hour < hoursADay; hour++) {
                    double left = usage.left(path, day, hour);
                    int place = place(levels, left);
                    sums[place] += left;
                    counts[place]++;
                }
            }
            double below = 0;
            int countBelow = 0;
            int all = days * hoursADay;
            for (int k = 0; k < sizes; k++) {
                below += sums[k];
                countBelow += counts[k];
                paid[k][path] = weight * (below + levels[k] * (all - countBelow));
                idle[k] += (double) countBelow / all / usage.count();
            }
        }
        return new CoverageProfile(levels.clone(), paid, idle, (double) days * HourShape.HOURS);
    }

    /// How many sizes a value fills, up to rounding.
    private static int place(double[] levels, double value) {
        int found = Arrays.binarySearch(levels, value * (1 + ROUNDING));
        return found >= 0 ? found + 1 : -found - 1;
    }

    public int sizes() {
        return levels.length;
    }

    public double level(int size) {
        return levels[size];
    }

    /// The hours of the time that is looked at.
    public double hours() {
        return hours;
    }

    /// The on-demand cost that a size pays for, by path: a copy.
    public double[] paid(int size) {
        return paid[size].clone();
    }

    /// The probability, over hours and paths, that a part of it is unused.
    public double unusedProbability(int size) {
        return idleHours[size];
    }

    /// The share of a size that is unused, on average over hours and paths.
    public double unusedShare(int size) {
        return levels[size] == 0
                ? 0
                : Math.max(0, 1 - Arrays.stream(paid[size]).average().orElse(0) / (levels[size] * hours));
    }

    /// The saving of a size by path: what it pays for less what it costs.
    ///
    /// @param discount 0..1
    public double[] savings(int size, double discount) {
        double cost = (1 - discount) * levels[size] * hours;
        return Arrays.stream(paid[size]).map(amount -> amount - cost).toArray();
    }

    double expectedSaving(int size, double discount) {
        return Arrays.stream(paid[size]).average().orElse(0) - (1 - discount) * levels[size] * hours;
    }
}
