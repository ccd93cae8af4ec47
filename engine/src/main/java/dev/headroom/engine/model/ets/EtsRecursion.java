package dev.headroom.engine.model.ets;

import java.util.Arrays;

/// Runs the smoothing recursion of one form over a series.
///
/// Input: values on a regular grid, NaN = missing. Output: the likelihood statistic, errors and end states. A
/// missing value moves the states forward without an update. Errors: a forecast that is not positive under
/// multiplicative parts makes the likelihood infinitely bad. Source: Hyndman et al. (2008),
/// doi:10.1007/978-3-540-71918-2, chapters 2 and 5. Departures: none.
final class EtsRecursion {
    private static final double TINY = 1e-10;
    private static final double LARGE = 1e100;

    private final double[] values;
    private final int seasonLength;
    private final boolean relativeError;
    private final boolean trended;
    private final EtsForm.Season season;
    private final double[] seasonal;
    private double level;
    private double slope;
    private double sumOfSquares;
    private double sumOfLogs;
    private int observed;

    EtsRecursion(EtsForm form, int seasonLength, double[] values) {
        this.values = values;
        this.seasonLength = form.isSeasonal() ? seasonLength : 1;
        this.relativeError = form.error() == EtsForm.Error.MULTIPLICATIVE;
        this.trended = form.hasTrend();
        this.season = form.season();
        this.seasonal = new double[this.seasonLength];
    }

    /// Runs over the first `length` values.
    ///
    /// @param errors where one-step errors go (relative ones for multiplicative errors, NaN where missing), or an
    ///     empty array
    /// @return false when the parameters do not fit the data
    boolean run(EtsParameters p, int length, double[] errors) {
        if (season != EtsForm.Season.NONE) {
            System.arraycopy(p.seasonal(), 0, seasonal, 0, seasonLength);
        }
        boolean additive = season == EtsForm.Season.ADDITIVE;
        boolean multiplicative = season == EtsForm.Season.MULTIPLICATIVE;
        double alpha = p.alpha();
        double share = alpha > 0 ? p.beta() / alpha : 0;
        double gamma = p.gamma();
        double phi = p.phi();
        double l = p.level();
        double b = p.slope();
        double squares = 0;
        double logs = 0;
        int seen = 0;
        double product = 1;
        int phase = 0;
        for (int t = 0; t < length; t++) {
            double damped = phi * b;
            double base = trended ? l + damped : l;
            double s = seasonal[phase];
            double forecast = additive ? base + s : multiplicative ? base * s : base;
            double y = values[t];
            double error = Double.NaN;
            if (Double.isNaN(y)) {
                l = base;
                b = damped;
            } else {
                error = y - forecast;
                if (relativeError) {
                    if (!(forecast > TINY)) {
                        return keep(l, b, squares, logs, seen, false);
                    }
                    error /= forecast;
                    // A logarithm costs more than the rest of the step, so factors are collected first.
                    product *= forecast;
                    if (product > LARGE || product < 1 / LARGE) {
                        logs += Math.log(product);
                        product = 1;
                    }
                }
                squares += error * error;
                seen++;
                double adjusted = y;
                if (additive) {
                    adjusted = y - s;
                    seasonal[phase] = s + gamma * (y - base - s);
                } else if (multiplicative) {
                    if (!(base > TINY) || !(s > TINY)) {
                        return keep(l, b, squares, logs, seen, false);
                    }
                    adjusted = y / s;
                    seasonal[phase] = s + gamma * (y / base - s);
                }
                double next = base + alpha * (adjusted - base);
                if (trended) {
                    b = damped + share * (next - l - damped);
                }
                l = next;
            }
            if (errors.length > t) {
                errors[t] = error;
            }
            phase = phase + 1 == seasonLength ? 0 : phase + 1;
        }
        return keep(l, b, squares, logs + Math.log(product), seen, true);
    }

    /// What a run leaves, also one that stopped: the errors up to there set the steps of the next search.
    private boolean keep(double l, double b, double squares, double logs, int seen, boolean fits) {
        level = l;
        slope = b;
        sumOfSquares = squares;
        sumOfLogs = logs;
        observed = seen;
        return fits;
    }

    /// Minus twice the log-likelihood of the last run without its constant: `n log SSE + 2 sum log forecast`.
    double statistic() {
        double squares = Math.max(sumOfSquares, Double.MIN_NORMAL);
        return observed * Math.log(squares) + (relativeError ? 2 * sumOfLogs : 0);
    }

    double sumOfSquares() {
        return sumOfSquares;
    }

    int observed() {
        return observed;
    }

    /// The states after the last value of the last run, given the number of values it ran over.
    EtsState state(int length) {
        double[] next = new double[seasonLength];
        for (int i = 0; i < seasonLength; i++) {
            next[i] = seasonal[(length + i) % seasonLength];
        }
        return new EtsState(level, slope, season == EtsForm.Season.NONE ? new double[0] : next);
    }

    /// States at the end of a series.
    ///
    /// @param seasonal the states of the phases that come next, in order; empty without a season
    record EtsState(double level, double slope, double[] seasonal) {
        double[] seasonalCopy() {
            return Arrays.copyOf(seasonal, seasonal.length);
        }
    }
}
