package dev.headroom.engine.evaluation;

import java.util.Arrays;

/// How the mean absolute error changes with the step, in units of the model's own standard deviation.
///
/// Input: such ratios by origin and step, NaN where missing. Output: a power of the step, corrected by bins of steps
/// (1-2, 3-6, 7-12, 13-24, 25-48, 49 and more) where many errors ask for it; beyond the last bin the power goes on.
/// Errors: none. Source: own. Departures: size and power are drawn towards those of a model that knows its own spread,
/// the more the fewer origins there are.
final class ErrorGrowth {
    private static final int[] BIN_STARTS = {1, 3, 7, 13, 25, 49};
    // The mean absolute value of a normal error in units of its standard deviation.
    private static final double NORMAL_MEAN_SIZE = Math.sqrt(2 / Math.PI);
    private static final double SIZE_WEIGHT = 5;
    private static final double BIN_WEIGHT = 40;
    private static final double POWER_WEIGHT = 8;
    private static final double MOST_POWER = 0.5;
    private static final int FEWEST_BINS = 3;

    private final double[] middles;
    private final double[] logSizes;
    private final double power;

    private ErrorGrowth(double[] middles, double[] logSizes, double power) {
        this.middles = middles;
        this.logSizes = logSizes;
        this.power = power;
    }

    /// @param ratios at least one that is neither 0 nor NaN
    static ErrorGrowth of(double[][] ratios) {
        int origins = ratios.length;
        int steps = ratios[0].length;
        int bins = 0;
        while (bins < BIN_STARTS.length && BIN_STARTS[bins] <= steps) {
            bins++;
        }
        double[] middles = new double[bins];
        double[] means = new double[bins];
        double[] weights = new double[bins];
        for (int b = 0; b < bins; b++) {
            int from = BIN_STARTS[b];
            int to = b + 1 < BIN_STARTS.length ? Math.min(steps, BIN_STARTS[b + 1] - 1) : steps;
            middles[b] = 0.5 * (Math.log(from) + Math.log(to));
            double[] sizes = Arrays.stream(ratios)
                    .flatMapToDouble(row -> Arrays.stream(row, from - 1, to))
                    .filter(ratio -> !Double.isNaN(ratio))
                    .map(Math::abs)
                    .toArray();
            means[b] = Arrays.stream(sizes).average().orElse(0);
            weights[b] = means[b] > 0 ? sizes.length / Math.sqrt(to - from + 1.0) : 0;
        }
        double power = origins * slope(middles, means, weights) / (origins + POWER_WEIGHT);
        double[] logSizes = logSizes(ratios, power, middles, means, weights);
        return new ErrorGrowth(middles, logSizes, power);
    }

    private static double[] logSizes(
            double[][] ratios, double power, double[] middles, double[] means, double[] weights) {
        double sum = 0;
        int count = 0;
        for (double[] row : ratios) {
            for (int k = 0; k < row.length; k++) {
                if (!Double.isNaN(row[k])) {
                    sum += Math.abs(row[k]) / Math.pow(k + 1, power);
                    count++;
                }
            }
        }
        double weight = ratios.length * Math.sqrt(ratios[0].length);
        double size =
                (weight * Math.log(sum / count) + SIZE_WEIGHT * Math.log(NORMAL_MEAN_SIZE)) / (weight + SIZE_WEIGHT);
        double[] logSizes = new double[middles.length];
        for (int b = 0; b < logSizes.length; b++) {
            double expected = size + power * middles[b];
            logSizes[b] = weights[b] > 0
                    ? (weights[b] * Math.log(means[b]) + BIN_WEIGHT * expected) / (weights[b] + BIN_WEIGHT)
                    : expected;
        }
        return logSizes;
    }

    /// The slope of log size over log step; 0 with too few bins.
    private static double slope(double[] middles, double[] means, double[] weights) {
        double sum = 0;
        double x = 0;
        double y = 0;
        int bins = 0;
        for (int b = 0; b < middles.length; b++) {
            if (weights[b] > 0) {
                sum += weights[b];
                x += weights[b] * middles[b];
                y += weights[b] * Math.log(means[b]);
                bins++;
            }
        }
        if (bins < FEWEST_BINS) {
            return 0;
        }
        double cross = 0;
        double square = 0;
        for (int b = 0; b < middles.length; b++) {
            if (weights[b] > 0) {
                double distance = middles[b] - x / sum;
                cross += weights[b] * distance * (Math.log(means[b]) - y / sum);
                square += weights[b] * distance * distance;
            }
        }
        return Math.clamp(cross / square, -MOST_POWER, MOST_POWER);
    }

    /// The mean absolute ratio at a step, from 1.
    double at(int step) {
        double place = Math.log(step);
        int last = middles.length - 1;
        if (place >= middles[last]) {
            return Math.exp(logSizes[last] + power * (place - middles[last]));
        }
        if (place <= middles[0]) {
            return Math.exp(logSizes[0] + power * (place - middles[0]));
        }
        int b = 1;
        while (place > middles[b]) {
            b++;
        }
        double share = (place - middles[b - 1]) / (middles[b] - middles[b - 1]);
        return Math.exp((1 - share) * logSizes[b - 1] + share * logSizes[b]);
    }
}
