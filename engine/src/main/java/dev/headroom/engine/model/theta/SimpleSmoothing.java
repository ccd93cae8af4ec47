package dev.headroom.engine.model.theta;

import dev.headroom.engine.numeric.GridThenGolden;

/// Simple exponential smoothing: a level that follows the series, `level += alpha (value - level)`.
///
/// Input: finite values, at least one. Output: smoothing weight, first and last level, sum of squared
/// one-step errors. Errors: none; a constant series gives its value. Source: R. G. Brown (1959), Statistical
/// forecasting for inventory control. Departures: weight and first level minimise the squared one-step
/// errors, the weight within `[0.0001, 0.9999]`; the errors are linear in the first level, which is solved
/// for at every weight.
public record SimpleSmoothing(double alpha, double firstLevel, double lastLevel, double squaredError) {
    private static final double LEAST = 1e-4;
    private static final double MOST = 0.9999;
    private static final double[] GRID = {LEAST, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, MOST};

    /// Fits to the first `length` values.
    public static SimpleSmoothing fit(double[] values, int length) {
        return fit(values, length, GRID, 1e-7);
    }

    /// Fits to the first `length` values with the weight near that of a similar series.
    static SimpleSmoothing fitNear(double[] values, int length, double alpha) {
        double[] grid = {LEAST, Math.max(LEAST, 0.6 * alpha), alpha, Math.min(MOST, 0.5 * (alpha + 1)), MOST};
        return fit(values, length, grid, 1e-3);
    }

    private static SimpleSmoothing fit(double[] values, int length, double[] grid, double tolerance) {
        if (length < 2) {
            return new SimpleSmoothing(0.5, values[0], values[0], 0);
        }
        double alpha = GridThenGolden.minimise(weight -> run(values, length, weight).squaredError, grid, tolerance);
        return run(values, length, alpha);
    }

    private static SimpleSmoothing run(double[] values, int length, double alpha) {
        double keep = 1 - alpha;
        double base = values[0];
        double level = base;
        double squares = 0;
        double cross = 0;
        double decays = 0;
        double decay = 1;
        for (int t = 0; t < length; t++) {
            double error = values[t] - level;
            squares += error * error;
            cross += error * decay;
            decays += decay * decay;
            level += alpha * error;
            decay *= keep;
        }
        double shift = cross / decays;
        double left = Math.max(0, squares - shift * cross);
        return new SimpleSmoothing(alpha, base + shift, level + decay * shift, left);
    }
}
