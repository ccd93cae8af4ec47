package dev.headroom.engine.numeric;

import java.util.Arrays;

/// Medians, quantiles and weighted centres of small samples.
///
/// Input: finite values. Output: as each method says. Errors: an empty sample is a bug and throws. Source: R.
/// J. Hyndman and Y. Fan (1996), Sample quantiles in statistical packages, doi:10.2307/2684934 (type 7).
/// Departures: none.
public final class OrderStatistics {
    private OrderStatistics() {}

    /// The median of the first `length` values, which are put in order.
    public static double medianInPlace(double[] values, int length) {
        requireSome(length);
        Arrays.sort(values, 0, length);
        int half = length / 2;
        return length % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
    }

    public static double median(double... values) {
        return medianInPlace(values.clone(), values.length);
    }

    /// The quantile of type 7 of values in increasing order.
    ///
    /// @param level in `[0, 1]`
    public static double quantileOfSorted(double[] sorted, double level) {
        requireSome(sorted.length);
        double place = level * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// Puts `values` in increasing order and carries `companions` along; meant for a few dozen values.
    public static void sortTogether(double[] values, double[] companions) {
        for (int i = 1; i < values.length; i++) {
            double value = values[i];
            double companion = companions[i];
            int j = i - 1;
            while (j >= 0 && values[j] > value) {
                values[j + 1] = values[j];
                companions[j + 1] = companions[j];
                j--;
            }
            values[j + 1] = value;
            companions[j + 1] = companion;
        }
    }

    /// The interpolated weighted median: each value sits at the middle of its share of the total weight, and
    /// the median is read at one half.
    ///
    /// @param sorted values in increasing order
    /// @param weights their weights, not negative, with a positive sum
    public static double weightedMedian(double[] sorted, double[] weights) {
        double half = 0.5 * total(weights);
        double passed = 0;
        double lastPlace = 0;
        for (int i = 0; i < sorted.length; i++) {
            double place = passed + 0.5 * weights[i];
            if (place >= half) {
                if (i == 0 || place == lastPlace) {
                    return sorted[i];
                }
                double part = (half - lastPlace) / (place - lastPlace);
                return sorted[i - 1] + part * (sorted[i] - sorted[i - 1]);
            }
            passed += weights[i];
            lastPlace = place;
        }
        return sorted[sorted.length - 1];
    }

    /// The weighted mean of what is left when a share `cut` of the weight is taken away at each end.
    ///
    /// @param sorted values in increasing order
    /// @param weights their weights, not negative, with a positive sum
    /// @param cut in `[0, 0.5)`
    public static double weightedTrimmedMean(double[] sorted, double[] weights, double cut) {
        double whole = total(weights);
        double from = cut * whole;
        double to = (1 - cut) * whole;
        double passed = 0;
        double sum = 0;
        double kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            double overlap = Math.min(passed + weights[i], to) - Math.max(passed, from);
            if (overlap > 0) {
                sum += overlap * sorted[i];
                kept += overlap;
            }
            passed += weights[i];
        }
        return sum / kept;
    }

    private static double total(double[] weights) {
        requireSome(weights.length);
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("The sum of the weights (" + sum + ") must be positive.");
        }
        return sum;
    }

    private static void requireSome(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("length (" + length + ") must be 1 or more.");
        }
    }
}
