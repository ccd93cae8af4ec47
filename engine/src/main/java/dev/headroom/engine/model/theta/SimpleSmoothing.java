package dev.headroom.engine.model.theta;

import dev.headroom.engine.numeric.NelderMead;

/// Simple exponential smoothing: a level that follows the series, `level += alpha (value - level)`.
///
/// Input: finite values, at least one. Output: smoothing weight, first and last level, sum of squared one-step errors.
/// Errors: none; a constant series gives its value. Source: R. G. Brown (1959), Statistical forecasting for inventory
/// control. Departures: weight and first level minimise the squared one-step errors, the weight within
/// `[0.0001, 0.9999]`.
public record SimpleSmoothing(double alpha, double firstLevel, double lastLevel, double squaredError) {
    private static final double[] NOTHING = {};

    public static SimpleSmoothing fit(double[] values, int length) {
        return fit(values, length, NOTHING);
    }

    /// Fits to the first `length` values.
    ///
    /// @param start weight and first level to start the search at, or empty
    public static SimpleSmoothing fit(double[] values, int length, double[] start) {
        int few = Math.min(length, 10);
        double mean = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < length; t++) {
            mean += t < few ? values[t] / few : 0;
            low = Math.min(low, values[t]);
            high = Math.max(high, values[t]);
        }
        double range = high - low;
        if (length < 2 || !(range > 0)) {
            return new SimpleSmoothing(0.5, values[0], values[length - 1], 0);
        }
        boolean warm = start.length == 2;
        double[] from = warm ? start : new double[] {0.3, mean};
        double[] edge = warm ? new double[] {0.05, 0.05 * range} : new double[] {0.2, 0.1 * range};
        double[] lower = {1e-4, low - range};
        double[] upper = {0.9999, high + range};
        double[] best = NelderMead.minimise(
                point -> squaredError(values, length, point[0], point[1]),
                from,
                new NelderMead.Search(lower, upper, edge, 150, 1e-6));
        double level = best[1];
        for (int t = 0; t < length; t++) {
            level += best[0] * (values[t] - level);
        }
        return new SimpleSmoothing(best[0], best[1], level, squaredError(values, length, best[0], best[1]));
    }

    private static double squaredError(double[] values, int length, double alpha, double firstLevel) {
        double level = firstLevel;
        double sum = 0;
        for (int t = 0; t < length; t++) {
            double error = values[t] - level;
            sum += error * error;
            level += alpha * error;
        }
        return sum;
    }
}
