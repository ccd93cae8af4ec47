package dev.headroom.engine.commitment;

import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.numeric.OrderStatistics;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;

/// Keeps the paths of years from being narrower than what the level of the usage did in the past. Models are
/// judged on weeks and months; usage of machines stands still for months and then changes in steps, so that a
/// model that has seen the calm only would be sure of the next three years.
///
/// Input: sample paths by day and the history that they continue. Output: the same paths, each multiplied by
/// a random walk around 1, such that the standard deviation of the logarithm at each day is at least that of
/// the past: the root mean square of the changes of the level over a quarter, growing with the square root of
/// the time. Where the paths are as wide already nothing changes. Missing values are left out; with less than
/// three quarters of history, or a level of 0, the paths are returned as they are. Source: our own; the
/// growth is that of a random walk. Departures: none.
public final class LevelSpread {
    private static final int QUARTER = 91;
    private static final int WINDOW = 28;
    private static final long STREAM = 7_001;

    private LevelSpread() {}

    /// @param history daily values, ending the day before the paths begin
    public static SamplePaths widened(SamplePaths paths, TimeSeries history, long seed) {
        double quarter = changePerQuarter(history);
        if (!(quarter > 0)) {
            return paths;
        }
        double[][] wide = new double[paths.count()][];
        double[] missing = missing(paths, quarter);
        for (int path = 0; path < wide.length; path++) {
            SeededStream random = new SeededStream(seed, STREAM + path);
            wide[path] = paths.path(path);
            double walk = 0;
            double before = 0;
            for (int day = 0; day < wide[path].length; day++) {
                walk += Math.sqrt(Math.max(0, missing[day] - before)) * random.nextGaussian();
                before = missing[day];
                wide[path][day] *= Math.exp(walk - 0.5 * missing[day]);
            }
        }
        return new SamplePaths(paths.grid(), wide);
    }

    /// The variance that the paths lack at each day, never falling.
    private static double[] missing(SamplePaths paths, double quarter) {
        double[] missing = new double[paths.steps()];
        double most = 0;
        for (int day = 0; day < missing.length; day++) {
            double sum = 0;
            double squares = 0;
            int positive = 0;
            for (int path = 0; path < paths.count(); path++) {
                double value = paths.value(path, day);
                if (value > 0) {
                    double log = Math.log(value);
                    sum += log;
                    squares += log * log;
                    positive++;
                }
            }
            double own = positive < 2 ? 0 : Math.max(0, squares / positive - sum / positive * sum / positive);
            most = Math.max(most, quarter * quarter * (day + 1) / QUARTER - own);
            missing[day] = most;
        }
        return missing;
    }

    /// The root mean square of the logarithmic changes of the level from quarter to quarter; 0 when it cannot
    /// be told.
    static double changePerQuarter(TimeSeries history) {
        double[] level = new double[Math.max(0, history.length() - WINDOW + 1)];
        for (int i = 0; i < level.length; i++) {
            double[] window = Arrays.stream(history.slice(i, i + WINDOW).values())
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            level[i] = window.length == 0 ? Double.NaN : OrderStatistics.medianInPlace(window, window.length);
        }
        double squares = 0;
        int count = 0;
        for (int i = QUARTER; i < level.length; i++) {
            if (level[i] > 0 && level[i - QUARTER] > 0) {
                double change = Math.log(level[i] / level[i - QUARTER]);
                squares += change * change;
                count++;
            }
        }
        return count < QUARTER ? 0 : Math.sqrt(squares / count);
    }
}
