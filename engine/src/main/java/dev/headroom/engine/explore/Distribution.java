package dev.headroom.engine.explore;

import dev.headroom.engine.numeric.OrderStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How the values of a series are distributed, whatever their order.
///
/// Input: values in any unit, NaN = missing. Output: count, mean, standard deviation (of a sample), quantiles and a
/// histogram in the unit of the values. Errors: none; without values everything is NaN and there are no bins, one value
/// has the deviation NaN, and equal values fall into one bin of width 1 around them. Source: D. Freedman and
/// P. Diaconis (1981), On the histogram as a density estimator: L2 theory, doi:10.1007/BF01025868; quantiles as in
/// [OrderStatistics]. Departures: bins divide the range evenly; with no spread in the middle half Sturges' number
/// of bins is used, and there are never more than [#MOST_BINS].
///
/// @param count values that are not missing
/// @param quantiles the smallest value, 5, 25, 50, 75, 95 and 99 %, and the largest value
/// @param bins from the lowest up, without gaps
public record Distribution(
        int count, int missing, double mean, double deviation, List<Quantile> quantiles, List<Bin> bins) {
    public static final int MOST_BINS = 100;
    private static final List<Double> LEVELS = List.of(0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1.0);

    public Distribution {
        quantiles = List.copyOf(quantiles);
        bins = List.copyOf(bins);
    }

    /// @param level between 0 and 1
    public record Quantile(double level, double value) {}

    /// The values from `from` (inclusive) to `to` (exclusive; inclusive in the last bin).
    public record Bin(double from, double to, int count) {}

    public static Distribution of(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(sorted);
        int n = sorted.length;
        int missing = values.length - n;
        List<Quantile> quantiles = LEVELS.stream()
                .map(level ->
                        new Quantile(level, n == 0 ? Double.NaN : OrderStatistics.quantileOfSorted(sorted, level)))
                .toList();
        double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
        double squares = Arrays.stream(sorted)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double deviation = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
        return new Distribution(n, missing, mean, deviation, quantiles, bins(sorted));
    }

    /// The value of one of the levels that are known.
    public double quantile(double level) {
        return quantiles.stream()
                .filter(quantile -> quantile.level() == level)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("level (" + level + ") must be one of " + LEVELS + "."))
                .value();
    }

    private static List<Bin> bins(double[] sorted) {
        int n = sorted.length;
        if (n == 0) {
            return List.of();
        }
        double low = sorted[0];
        double range = sorted[n - 1] - low;
        if (range == 0) {
            return List.of(new Bin(low - 0.5, low + 0.5, n));
        }
        double middle = OrderStatistics.quantileOfSorted(sorted, 0.75) - OrderStatistics.quantileOfSorted(sorted, 0.25);
        double wanted =
                middle > 0 ? Math.ceil(range / (2 * middle / Math.cbrt(n))) : Math.ceil(Math.log(n) / Math.log(2)) + 1;
        int count = (int) Math.clamp(wanted, 1, MOST_BINS);
        int[] counts = new int[count];
        for (double value : sorted) {
            counts[(int) Math.min(count - 1, Math.floor((value - low) / range * count))]++;
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double to = i == count - 1 ? sorted[n - 1] : low + range * (i + 1) / count;
            bins.add(new Bin(low + range * i / count, to, counts[i]));
        }
        return bins;
    }
}
