package dev.headroom.engine.model.theta;

import dev.headroom.engine.numeric.NelderMead;

/// The dynamic optimised Theta model: simple smoothing plus a line that is refitted at every step, with the
/// weight of the line optimised.
///
/// Input: a series without season, finite, at least one value. Output: first level, smoothing weight, share
/// of the line, and forecasts. Errors: none; fewer than four values or a constant give a flat forecast at the
/// last value. Source: J. A. Fiorucci, T. R. Pellegrini, F. Louzada, F. Petropoulos and A. B. Koehler (2016),
/// Models for optimising the theta method and their relationship to state space models,
/// doi:10.1016/j.ijforecast.2016.02.005. Departures: the model is written in the share `1 - 1/theta`, bounded
/// by `[0, 0.99]`; the search is a downhill simplex.
public final class DynamicTheta {
    private static final double[] NOTHING = {};
    private static final double[] LOWER = {0, 0.05, 0};
    private static final double[] UPPER = {0, 0.99, 0.99};

    private final double[] parameters;
    private final State end;

    private DynamicTheta(double[] parameters, State end) {
        this.parameters = parameters;
        this.end = end;
    }

    /// First level, smoothing weight and share of the line.
    public double[] parameters() {
        return parameters.clone();
    }

    public static DynamicTheta fit(double[] values, int length) {
        return fit(values, length, NOTHING);
    }

    /// Fits to the first `length` values.
    ///
    /// @param start parameters of a similar series to start at, or empty
    public static DynamicTheta fit(double[] values, int length, double[] start) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < length; t++) {
            low = Math.min(low, values[t]);
            high = Math.max(high, values[t]);
        }
        double range = high - low;
        if (length < 4 || !(range > 0)) {
            double[] flat = {values[length - 1], 1, 0};
            return new DynamicTheta(flat, run(values, length, flat));
        }
        double[] lower = LOWER.clone();
        double[] upper = UPPER.clone();
        lower[0] = low - range;
        upper[0] = high + range;
        boolean warm = start.length == 3;
        double[] from = warm ? start : new double[] {values[0], 0.5, 0.5};
        double[] edge = warm ? new double[] {0.05 * range, 0.05, 0.05} : new double[] {0.1 * range, -0.2, 0.2};
        double[] best = NelderMead.minimise(
                point -> run(values, length, point).squaredError,
                from,
                new NelderMead.Search(lower, upper, edge, 250, 1e-6));
        return new DynamicTheta(best, run(values, length, best));
    }

    /// Writes the forecasts of the steps `1..out.length`; the line goes on being refitted to the forecasts.
    public void forecast(double[] out) {
        State state = end.copy();
        for (int k = 0; k < out.length; k++) {
            out[k] = state.next(parameters[1], parameters[2]);
            state.observe(out[k], parameters[1]);
        }
    }

    private static State run(double[] values, int length, double[] point) {
        double alpha = point[1];
        State state = new State(point[0]);
        for (int t = 0; t < length; t++) {
            if (t > 0) {
                double error = values[t] - state.next(alpha, point[2]);
                state.squaredError += error * error;
            }
            state.observe(values[t], alpha);
        }
        return state;
    }

    /// Level of the smoothing, and intercept and slope of the line through what was observed so far.
    private static final class State {
        private double level;
        private double mean;
        private double intercept;
        private double slope;
        private double decay = 1;
        private int count;
        private double squaredError;

        State(double level) {
            this.level = level;
        }

        State copy() {
            State copy = new State(level);
            copy.mean = mean;
            copy.intercept = intercept;
            copy.slope = slope;
            copy.decay = decay;
            copy.count = count;
            return copy;
        }

        double next(double alpha, double lineShare) {
            double line = decay * intercept + (1 - decay * (1 - alpha)) / alpha * slope;
            return level + lineShare * line;
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
            level += alpha * (value - level);
            decay *= 1 - alpha;
        }
    }
}
