package dev.headroom.engine.numeric;

/// The straight line through a regular series by least squares: `value(t) = intercept + slope t`, `t` from 0.
///
/// Input: finite values. Output: intercept and slope; a single value gives slope 0. Errors: an empty stretch
/// throws. Source: any text on regression. Departures: none.
public record LeastSquaresLine(double intercept, double slope) {
    /// The line through the first `length` values.
    public static LeastSquaresLine through(double[] values, int length) {
        if (length < 1) {
            throw new IllegalArgumentException("length (" + length + ") must be 1 or more.");
        }
        double middle = 0.5 * (length - 1);
        double sum = 0;
        double cross = 0;
        for (int t = 0; t < length; t++) {
            sum += values[t];
            cross += (t - middle) * values[t];
        }
        double squares = length * ((double) length * length - 1) / 12;
        double slope = squares > 0 ? cross / squares : 0;
        return new LeastSquaresLine(sum / length - slope * middle, slope);
    }

    public double at(double t) {
        return intercept + slope * t;
    }
}
