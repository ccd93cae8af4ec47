package dev.headroom.engine.model.arima;

import dev.headroom.engine.feature.SeasonalProfile;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The last stretch of a series from its first to its last observation, with guesses in the gaps.
///
/// Input: values, NaN = missing. Output: at most [#LONGEST] values without gaps, where the gaps were, and how many
/// missing values follow the last observation. A guess lies on the line between its neighbours, plus the mean seasonal
/// pattern. Errors: none; without any observation there are no values.
///
/// @param filled from the first to the last observation
/// @param gaps indices of guesses in `filled`
/// @param trailing missing values after the last observation
record ArimaWindow(double[] filled, int[] gaps, int trailing) {
    /// The longest stretch that is modelled; what lies before it is left out.
    static final int LONGEST = 1500;

    /// @param length how many of the values are known
    static ArimaWindow of(double[] values, int length, int seasonLength) {
        int end = length;
        while (end > 0 && Double.isNaN(values[end - 1])) {
            end--;
        }
        int start = Math.max(0, end - LONGEST);
        while (start < end && Double.isNaN(values[start])) {
            start++;
        }
        double[] stretch = Arrays.copyOfRange(values, start, end);
        int[] gaps = IntStream.range(0, stretch.length)
                .filter(t -> Double.isNaN(stretch[t]))
                .toArray();
        if (gaps.length > 0) {
            fill(stretch, seasonLength);
        }
        return new ArimaWindow(stretch, gaps, length - end);
    }

    int observed() {
        return filled.length - gaps.length;
    }

    private static void fill(double[] values, int seasonLength) {
        SeasonalProfile profile = seasonLength > 1 && values.length > 2 * seasonLength
                ? SeasonalProfile.of(values, seasonLength, seasonLength)
                : SeasonalProfile.flat();
        int before = 0;
        for (int t = 1; t < values.length; t++) {
            if (Double.isNaN(values[t])) {
                continue;
            }
            double left = values[before] - profile.at(before);
            double right = values[t] - profile.at(t);
            for (int j = before + 1; j < t; j++) {
                values[j] = left + (right - left) * (j - before) / (t - before) + profile.at(j);
            }
            before = t;
        }
    }

    /// What a unit of each guess adds to the differences.
    double[][] gapColumns(Differences differences) {
        int lost = differences.lost();
        double[] unit = new double[2 * lost + 1];
        unit[lost] = 1;
        double[] response = differences.of(unit);
        double[][] columns = new double[gaps.length][Math.max(0, filled.length - lost)];
        for (int i = 0; i < gaps.length; i++) {
            for (int j = 0; j <= lost; j++) {
                int at = gaps[i] - lost + j;
                if (at >= 0 && at < columns[i].length) {
                    columns[i][at] = response[j];
                }
            }
        }
        return columns;
    }

    /// The window with other values in its gaps.
    ArimaWindow corrected(double[] corrections) {
        double[] better = filled.clone();
        for (int i = 0; i < gaps.length; i++) {
            better[gaps[i]] += corrections[i];
        }
        return new ArimaWindow(better, gaps, trailing);
    }
}
