package dev.headroom.engine.rightsizing;

import dev.headroom.engine.forecast.SamplePaths;
import java.util.Arrays;

/// The highest day of each coming month on each forecast path, in the unit of the readings: what a candidate
/// has to carry, replayed over equally likely futures.
///
/// Months are blocks of 30 steps of the daily paths; a rest of fewer than 30 steps is left out, unless the
/// paths are shorter than that.
public final class ForecastPeaks {
    private static final int BLOCK_DAYS = 30;
    private static final double MONTHS_A_YEAR = 12;

    private final double[] ascending;
    private final int days;

    private ForecastPeaks(double[] ascending, int days) {
        this.ascending = ascending;
        this.days = days;
    }

    /// @param daily paths on a grid of days
    public static ForecastPeaks of(SamplePaths daily) {
        int block = Math.min(BLOCK_DAYS, daily.steps());
        int blocks = daily.steps() / block;
        double[] peaks = new double[daily.count() * blocks];
        for (int path = 0; path < daily.count(); path++) {
            for (int month = 0; month < blocks; month++) {
                double highest = Double.NEGATIVE_INFINITY;
                for (int step = month * block; step < (month + 1) * block; step++) {
                    highest = Math.max(highest, daily.value(path, step));
                }
                peaks[path * blocks + month] = highest;
            }
        }
        Arrays.sort(peaks);
        return new ForecastPeaks(peaks, blocks * block);
    }

    /// How many days the paths cover.
    public int days() {
        return days;
    }

    /// The share of path months whose highest day passes a ceiling, 0..1.
    ///
    /// @param factor what turns a reading into percent of the capacity; positive
    public double shareAbove(double factor, double ceilingPercent) {
        double limit = ceilingPercent / factor;
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] > limit) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return (ascending.length - low) / (double) ascending.length;
    }

    double expectedBreaches(double factor, double ceilingPercent) {
        return MONTHS_A_YEAR * shareAbove(factor, ceilingPercent);
    }
}
