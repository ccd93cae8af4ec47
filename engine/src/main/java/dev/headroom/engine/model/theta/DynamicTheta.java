package dev.headroom.engine.model.theta;

import dev.headroom.engine.numeric.GridThenGolden;

/// The dynamic optimised Theta model: simple smoothing plus a share of a line that is refitted at every step.
///
/// Input: a series without season, finite, at least one value. Output: smoothing weight, first level, share
/// of the line, and forecasts. Errors: none; fewer than four values or a constant give a flat forecast at the
/// last value. Source: J. A. Fiorucci, T. R. Pellegrini, F. Louzada, F. Petropoulos and A. B. Koehler (2016),
/// Models for optimising the theta method and their relationship to state space models,
/// doi:10.1016/j.ijforecast.2016.02.005. Departures: the model is written in the share `1 - 1/theta`, bounded
/// by `[0, 0.99]`. Given the weight, the one-step errors are linear in share and first level, which are
/// solved for; only the weight is searched, in `[0.05, 0.99]`.
public final class DynamicTheta {
    private static final double LEAST = 0.05;
    private static final double MOST = 0.99;
    private static final double MOST_SHARE = 0.99;
    private static final double[] GRID = {LEAST, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, MOST};

    private final double alpha;
    private final Fit fit;

    private DynamicTheta(double alpha, Fit fit) {
        this.alpha = alpha;
        this.fit = fit;
    }

    public double alpha() {
        return alpha;
    }

    /// The share of the line, `1 - 1/theta`.
    public double lineShare() {
        return fit.share;
    }

    /// Fits to the first `length` values.
    public static DynamicTheta fit(double[] values, int length) {
        return fit(values, length, GRID, 1e-6);
    }

    /// Fits to the first `length` values with the smoothing weight near that of a similar series.
    public static DynamicTheta fitNear(double[] values, int length, double alpha) {
        double[] grid = {LEAST, Math.max(LEAST, 0.6 * alpha), alpha, Math.min(MOST, 0.5 * (alpha + 1)), MOST};
        return fit(values, length, grid, 1e-3);
    }

    private static DynamicTheta fit(double[] values, int length, double[] grid, double tolerance) {
        if (length < 4) {
            return new DynamicTheta(MOST, new Fit(values, length, MOST));
        }
        double best = GridThenGolden.minimise(
                weight -> {
                    Fit fit = new Fit(values, length, weight);
                    fit.solve();
                    return fit.squaredError;
                },
                grid,
                tolerance);
        Fit fit = new Fit(values, length, best);
        fit.solve();
        return new DynamicTheta(best, fit);
    }

    /// Writes the forecasts of the steps `1..out.length`; the line goes on being refitted to the forecasts.
    public void forecast(double[] out) {
        Line line = fit.line.copy();
        double level = fit.level + line.decay * fit.shift;
        for (int k = 0; k < out.length; k++) {
            out[k] = level + fit.share * line.next(alpha);
            line.observe(out[k], alpha);
            level += alpha * (out[k] - level);
        }
    }

    /// One pass with a given weight: the smoothed level from the first value on, and the sums of the
    /// regression of its errors on the line and on the fading influence of the first level.
    private static final class Fit {
        private final Line line = new Line();
        private final double[] sums = new double[5];
        private double errors;
        private double level;
        private double share;
        private double shift;
        private double squaredError;

        Fit(double[] values, int length, double alpha) {
            level = values[0];
            for (int t = 0; t < length; t++) {
                double error = values[t] - level;
                if (t > 0) {
                    double ahead = line.next(alpha);
                    double decay = line.decay;
                    errors += error * error;
                    sums[0] += ahead * ahead;
                    sums[1] += ahead * decay;
                    sums[2] += decay * decay;
                    sums[3] += ahead * error;
                    sums[4] += decay * error;
                }
                line.observe(values[t], alpha);
                level += alpha * error;
            }
        }

        void solve() {
            double determinant = sums[0] * sums[2] - sums[1] * sums[1];
            double best =
                    determinant > 1e-12 * sums[0] * sums[2] ? (sums[3] * sums[2] - sums[4] * sums[1]) / determinant : 0;
            share = Math.clamp(best, 0, MOST_SHARE);
            shift = sums[2] > 0 ? (sums[4] - share * sums[1]) / sums[2] : 0;
            squaredError = errors
                    - 2 * (share * sums[3] + shift * sums[4])
                    + share * share * sums[0]
                    + 2 * share * shift * sums[1]
                    + shift * shift * sums[2];
        }
    }

    /// The least-squares line through what was observed so far, updated value by value.
    private static final class Line {
        private double mean;
        private double intercept;
        private double slope;
        private double decay = 1;
        private int count;

        Line copy() {
            Line copy = new Line();
            copy.mean = mean;
            copy.intercept = intercept;
            copy.slope = slope;
            copy.decay = decay;
            copy.count = count;
            return copy;
        }

        /// What the whole line adds to the forecast of the next value.
        double next(double alpha) {
            return decay * intercept + (1 - decay * (1 - alpha)) / alpha * slope;
        }

        void observe(double value, double alpha) {
            count++;
            if (count == 1) {
                mean = value;
                intercept = value;
                slope = 0;
            } else {
                slope = ((count - 2) * slope + 6 * (value - mean) / count) / (count + 1);
                mean += (value - mean) / count;
                intercept = mean - slope * (count + 1) / 2;
            }
            decay *= 1 - alpha;
        }
    }
}
