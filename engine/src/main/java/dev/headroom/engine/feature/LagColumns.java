package dev.headroom.engine.feature;

import java.util.ArrayList;
import java.util.List;

/// Features from the past of the series itself: last values, values of earlier seasons at the phase of the target,
/// rolling means and deviations, and the recent slope; all told as distances from the local level.
///
/// @param seasons season lengths in steps, shortest first
/// @param lag one more lag that is no season, such as 30 days; 0 for none
/// @param windows lengths of the rolling windows in steps
record LagColumns(List<Integer> seasons, int lag, List<Integer> windows) {
    private static final int SEASONS_IN_MEAN = 4;
    private static final String RECENT = "recent values";

    LagColumns {
        seasons = List.copyOf(seasons);
        windows = List.copyOf(windows);
    }

    List<FeatureColumn> columns(SeasonNames names) {
        List<FeatureColumn> columns = new ArrayList<>();
        columns.add(new FeatureColumn("steps ahead", RECENT));
        columns.add(new FeatureColumn("last value", RECENT));
        columns.add(new FeatureColumn("value before it", RECENT));
        for (int season : seasons) {
            String part = names.of(season);
            columns.add(new FeatureColumn("lag " + season, part));
            columns.add(new FeatureColumn("lag " + 2 * season, part));
            columns.add(new FeatureColumn("mean at the phase of " + season, part));
        }
        if (lag > 0) {
            columns.add(new FeatureColumn("lag " + lag, RECENT));
        }
        for (int window : windows) {
            columns.add(new FeatureColumn("mean of " + window, RECENT));
            columns.add(new FeatureColumn("deviation of " + window, RECENT));
        }
        columns.add(new FeatureColumn("slope", RECENT));
        columns.add(new FeatureColumn("slope continued", RECENT));
        return columns;
    }

    /// Writes the columns from the start of `row` on and returns how many they are.
    ///
    /// @param values read up to `origin` only
    int fill(double[] values, int origin, int target, LocalLevel level, double[] row) {
        int ahead = target - origin;
        int at = 0;
        row[at++] = ahead;
        row[at++] = relative(values, origin, level);
        row[at++] = relative(values, origin - 1, level);
        for (int season : seasons) {
            int known = target - season * Math.ceilDiv(ahead, season);
            row[at++] = relative(values, known, level);
            row[at++] = relative(values, known - season, level);
            row[at++] = phaseMean(values, known, season, level);
        }
        if (lag > 0) {
            row[at++] = relative(values, target - lag * Math.ceilDiv(ahead, lag), level);
        }
        for (int window : windows) {
            int from = Math.max(0, origin + 1 - window);
            double mean = mean(values, from, origin + 1);
            row[at++] = level.relative(mean);
            row[at++] = deviation(values, from, origin + 1, mean) / level.unit();
        }
        double slope = slope(values, origin) / level.unit();
        row[at++] = slope;
        row[at++] = slope * ahead;
        return at;
    }

    private static double relative(double[] values, int index, LocalLevel level) {
        return index < 0 ? 0 : level.relative(values[index]);
    }

    private static double phaseMean(double[] values, int last, int season, LocalLevel level) {
        double sum = 0;
        int count = 0;
        for (int t = last; t >= 0 && count < SEASONS_IN_MEAN; t -= season) {
            sum += values[t];
            count++;
        }
        return count == 0 ? 0 : level.relative(sum / count);
    }

    /// The change a step between the last two stretches of the longest window.
    private double slope(double[] values, int origin) {
        int stretch = Math.min(windows.getLast(), (origin + 1) / 2);
        if (stretch < 1) {
            return 0;
        }
        double last = mean(values, origin + 1 - stretch, origin + 1);
        double before = mean(values, origin + 1 - 2 * stretch, origin + 1 - stretch);
        return (last - before) / stretch;
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += values[t];
        }
        return sum / (to - from);
    }

    private static double deviation(double[] values, int from, int to, double mean) {
        double squares = 0;
        for (int t = from; t < to; t++) {
            squares += (values[t] - mean) * (values[t] - mean);
        }
        return Math.sqrt(squares / (to - from));
    }
}
