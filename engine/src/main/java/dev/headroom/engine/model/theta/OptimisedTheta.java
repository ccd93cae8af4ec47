package dev.headroom.engine.model.theta;

import dev.headroom.engine.numeric.GridThenGolden;
import dev.headroom.engine.numeric.LeastSquaresLine;
import java.util.function.Supplier;

/// The optimised Theta models: simple smoothing plus a share of a straight line. The line is that through the series
/// (OTM), or it is refitted at every step (dynamic, DOTM).
///
/// Input: a series without season, finite, at least one value. Output: smoothing weight, share of the line, one-step
/// deviation, and forecasts with the deviations of their errors. Errors: none; fewer than four values or a constant
/// give a flat forecast at the last value. Source: J. A. Fiorucci, T. R. Pellegrini, F. Louzada, F. Petropoulos and
/// A. B. Koehler (2016), Models for optimising the theta method and their relationship to state space models,
/// doi:10.1016/j.ijforecast.2016.02.005. Departures: the models are written in the share `1 - 1/theta`, bounded
/// by `[0, 0.99]` for the dynamic model and by `[0, 2/3]` (theta 3) for the standard one, whose line has seen the
/// errors
/// it is to explain and would otherwise go on too steeply. Given the weight, the one-step errors are linear in share
/// and first level, which are
/// solved for; only the weight is searched, in `[0.05, 0.99]`. The first value has no error.
public final class OptimisedTheta {
    private static final double LEAST = 0.05;
    private static final double MOST = 0.99;
    private static final int PARAMETERS = 3;
    private static final double[] GRID = {LEAST, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, MOST};

    private final double alpha;
    private final Fit fit;
    private final int length;

    private OptimisedTheta(double alpha, Fit fit, int length) {
        this.alpha = alpha;
        this.fit = fit;
        this.length = length;
    }

    /// Fits the standard model, with one line, to the first `length` values.
    public static OptimisedTheta standard(double[] values, int length) {
        LeastSquaresLine line = LeastSquaresLine.through(values, length);
        return fit(() -> ThetaLine.fixed(line), values, length, GRID, 1e-6);
    }

    /// Fits the dynamic model to the first `length` values.
    public static OptimisedTheta dynamic(double[] values, int length) {
        return fit(ThetaLine::running, values, length, GRID, 1e-6);
    }

    /// Fits the dynamic model to the first `length` values with the smoothing weight near that of a similar series.
    public static OptimisedTheta dynamicNear(double[] values, int length, double alpha) {
        double[] grid = {LEAST, Math.max(LEAST, 0.6 * alpha), alpha, Math.min(MOST, 0.5 * (alpha + 1)), MOST};
        return fit(ThetaLine::running, values, length, grid, 1e-3);
    }

    private static OptimisedTheta fit(
            Supplier<ThetaLine> line, double[] values, int length, double[] grid, double tolerance) {
        if (length <= PARAMETERS) {
            return new OptimisedTheta(MOST, new Fit(line.get(), values, length, MOST), length);
        }
        double best = GridThenGolden.minimise(
                weight -> {
                    Fit fit = new Fit(line.get(), values, length, weight);
                    fit.solve();
                    return fit.squaredError;
                },
                grid,
                tolerance);
        Fit fit = new Fit(line.get(), values, length, best);
        fit.solve();
        return new OptimisedTheta(best, fit, length);
    }

    public double alpha() {
        return alpha;
    }

    /// The share of the line, `1 - 1/theta`.
    public double lineShare() {
        return fit.share;
    }

    /// The level after the last value, in the unit of the series.
    public double level() {
        return fit.level + fit.line.decay() * fit.shift;
    }

    /// The standard deviation of the one-step errors, in the unit of the series.
    public double sigma() {
        return Math.sqrt(Math.max(0, fit.squaredError) / Math.max(1, length - 1 - PARAMETERS));
    }

    /// Writes the forecasts of the steps `1..out.length`; a dynamic line goes on being refitted to the forecasts.
    public void forecast(double[] out) {
        run(fit.line.copy(), level(), new double[out.length], out);
    }

    /// Writes one future.
    ///
    /// @param shocks the one-step errors, in the unit of the series
    void draw(double[] shocks, double[] out) {
        run(fit.line.copy(), level(), shocks, out);
    }

    /// The standard deviations of the forecast errors of the steps `1..steps`. The model is linear, so that they are
    /// sums over the effect of each earlier error.
    double[] deviations(int steps) {
        double[] variance = new double[steps];
        double[] shocks = new double[steps];
        double[] effect = new double[steps];
        for (int i = 0; i < steps; i++) {
            shocks[i] = 1;
            run(fit.line.withoutValues(), 0, shocks, effect);
            shocks[i] = 0;
            for (int k = i; k < steps; k++) {
                variance[k] += effect[k] * effect[k];
            }
        }
        double[] deviations = new double[steps];
        for (int k = 0; k < steps; k++) {
            deviations[k] = sigma() * Math.sqrt(variance[k]);
        }
        return deviations;
    }

    private void run(ThetaLine line, double start, double[] shocks, double[] out) {
        double level = start;
        for (int k = 0; k < out.length; k++) {
            out[k] = level + fit.share * line.next(alpha) + shocks[k];
            line.observe(out[k], alpha);
            level += alpha * (out[k] - level);
        }
    }

    /// One pass with a given weight: the smoothed level from the first value on, and the sums of the
    /// regression of its errors on the line and on the fading influence of the first level.
    private static final class Fit {
        private final ThetaLine line;
        private final double[] sums = new double[5];
        private double errors;
        private double level;
        private double share;
        private double shift;
        private double squaredError;

        Fit(ThetaLine line, double[] values, int length, double alpha) {
            this.line = line;
            level = values[0];
            for (int t = 0; t < length; t++) {
                double error = values[t] - level;
                if (t > 0) {
                    double ahead = line.next(alpha);
                    double decay = line.decay();
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
            share = Math.clamp(best, 0, line.mostShare());
            shift = sums[2] > 0 ? (sums[4] - share * sums[1]) / sums[2] : 0;
            squaredError = errors
                    - 2 * (share * sums[3] + shift * sums[4])
                    + share * share * sums[0]
                    + 2 * share * shift * sums[1]
                    + shift * shift * sums[2];
        }
    }
}
