package dev.headroom.engine.model.theta;

import dev.headroom.engine.numeric.GridThenGolden;
import dev.headroom.engine.numeric.LeastSquaresLine;

/// The optimised Theta models: simple smoothing plus a share of a straight line. The line is that through the series
/// (OTM), or it is refitted at every step (dynamic, DOTM).
///
/// Input: a series without season, finite, at least one value. Output: smoothing weight, share of the line,
/// one-step deviation, and forecasts with the deviations of their errors. Errors: none; fewer than four
/// values or a constant give a flat forecast at the last value. Source: J. A. Fiorucci, T. R. Pellegrini, F.
/// Louzada, F. Petropoulos and A. B. Koehler (2016), Models for optimising the theta method and their
/// relationship to state space models, doi:10.1016/j.ijforecast.2016.02.005. Departures: the models are
/// written in the share `1 - 1/theta`, bounded by `[0, 0.99]` for the dynamic model and by `[0, 2/3]` (theta
/// 3) for the standard one, whose line has seen the errors it is to explain and would otherwise go on too
/// steeply. Given the weight, the one-step errors are linear in share and first level, which are solved for;
/// only the weight is searched, in `[0.05, 0.99]`. The first value has no error.
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
        return fit(ThetaLine.fixed(line), values, length, GRID, 1e-6);
    }

    /// Fits the dynamic model to the first `length` values.
    public static OptimisedTheta dynamic(double[] values, int length) {
        return fit(ThetaLine.running(), values, length, GRID, 1e-6);
    }

    /// Fits the dynamic model to the first `length` values with the smoothing weight near that of a similar series.
    public static OptimisedTheta dynamicNear(double[] values, int length, double alpha) {
        double[] grid = {LEAST, Math.max(LEAST, 0.6 * alpha), alpha, Math.min(MOST, 0.5 * (alpha + 1)), MOST};
        return fit(ThetaLine.running(), values, length, grid, 1e-3);
    }

    private static OptimisedTheta fit(ThetaLine line, double[] values, int length, double[] grid, double tolerance) {
        LinePath path = new LinePath(line, values, length);
        if (length <= PARAMETERS) {
            return new OptimisedTheta(MOST, new Fit(path, MOST), length);
        }
        double best = GridThenGolden.minimise(
                weight -> {
                    Fit fit = new Fit(path, weight);
                    fit.solve();
                    return fit.squaredError;
                },
                grid,
                tolerance);
        Fit fit = new Fit(path, best);
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
        return fit.level + fit.decay * fit.shift;
    }

    /// The standard deviation of the one-step errors, in the unit of the series.
    public double sigma() {
        return Math.sqrt(Math.max(0, fit.squaredError) / Math.max(1, length - 1 - PARAMETERS));
    }

    /// Writes the forecasts of the steps `1..out.length`; a dynamic line goes on being refitted to the forecasts.
    public void forecast(double[] out) {
        run(fit.line(), level(), new double[out.length], out);
    }

    /// Writes one future.
    ///
    /// @param shocks the one-step errors, in the unit of the series
    void draw(double[] shocks, double[] out) {
        run(fit.line(), level(), shocks, out);
    }

    /// The standard deviations of the forecast errors of the steps `1..steps`. The model is linear, so that they are
    /// sums over the effect of each earlier error.
    double[] deviations(int steps) {
        double[] variance = new double[steps];
        double[] shocks = new double[steps];
        double[] effect = new double[steps];
        for (int i = 0; i < steps; i++) {
            shocks[i] = 1;
            run(fit.line().withoutValues(), 0, shocks, effect);
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

    /// The line before each value. It does not depend on the weight, so that it is followed once for all weights.
    private static final class LinePath {
        private final double[] values;
        private final double[] intercepts;
        private final double[] slopes;
        private final ThetaLine last;

        /// @param line moved on over the values
        LinePath(ThetaLine line, double[] values, int length) {
            this.values = values;
            intercepts = new double[length];
            slopes = new double[length];
            last = line;
            for (int t = 0; t < length; t++) {
                intercepts[t] = line.intercept();
                slopes[t] = line.slope();
                line.observe(values[t]);
            }
        }
    }

    /// One pass with a given weight: the smoothed level from the first value on, and the sums of the
    /// regression of its errors on the line and on the fading influence of the first level.
    private static final class Fit {
        private final ThetaLine last;
        private final double errors;
        private final double aheadAhead;
        private final double aheadDecay;
        private final double decayDecay;
        private final double aheadError;
        private final double decayError;
        private final double decay;
        private final double level;
        private double share;
        private double shift;
        private double squaredError;

        Fit(LinePath path, double alpha) {
            last = path.last;
            double[] values = path.values;
            double[] intercepts = path.intercepts;
            double[] slopes = path.slopes;
            double keep = 1 - alpha;
            double ee = 0;
            double aa = 0;
            double ad = 0;
            double dd = 0;
            double ae = 0;
            double de = 0;
            double smoothed = values[0];
            smoothed += alpha * (values[0] - smoothed);
            double fading = keep;
            for (int t = 1; t < intercepts.length; t++) {
                double error = values[t] - smoothed;
                double ahead = ThetaLine.ahead(intercepts[t], slopes[t], fading, alpha);
                ee += error * error;
                aa += ahead * ahead;
                ad += ahead * fading;
                dd += fading * fading;
                ae += ahead * error;
                de += fading * error;
                fading *= keep;
                smoothed += alpha * error;
            }
            errors = ee;
            aheadAhead = aa;
            aheadDecay = ad;
            decayDecay = dd;
            aheadError = ae;
            decayError = de;
            decay = fading;
            level = smoothed;
        }

        /// The line after the last value.
        ThetaLine line() {
            return last.copy(decay);
        }

        void solve() {
            double determinant = aheadAhead * decayDecay - aheadDecay * aheadDecay;
            double best = determinant > 1e-12 * aheadAhead * decayDecay
                    ? (aheadError * decayDecay - decayError * aheadDecay) / determinant
                    : 0;
            share = Math.clamp(best, 0, last.mostShare());
            shift = decayDecay > 0 ? (decayError - share * aheadDecay) / decayDecay : 0;
            squaredError = errors
                    - 2 * (share * aheadError + shift * decayError)
                    + share * share * aheadAhead
                    + 2 * share * shift * aheadDecay
                    + shift * shift * decayDecay;
        }
    }
}
