package dev.headroom.engine.model.theta;

import dev.headroom.engine.numeric.LeastSquaresLine;

/// The standard Theta method: the mean of the straight line through the series and of simple smoothing
/// applied to the series with doubled curvature, `2 value - line`.
///
/// Input: a series without season, finite, at least one value. Output: the smoothing weight and forecasts.
/// Errors: none; one value or a constant gives a flat forecast. Source: V. Assimakopoulos and K. Nikolopoulos
/// (2000), The theta model, doi:10.1016/S0169-2070(00)00066-2. Departures: none.
///
/// @param line the straight line through the series
/// @param smoothing the smoothing of the curved series
public record StandardTheta(LeastSquaresLine line, SimpleSmoothing smoothing, int length) {
    /// Fits to the first `length` values.
    public static StandardTheta fit(double[] values, int length) {
        LeastSquaresLine line = LeastSquaresLine.through(values, length);
        return new StandardTheta(line, SimpleSmoothing.fit(curved(values, length, line), length), length);
    }

    /// Fits to the first `length` values with the smoothing weight near that of a similar series.
    public static StandardTheta fitNear(double[] values, int length, double alpha) {
        LeastSquaresLine line = LeastSquaresLine.through(values, length);
        return new StandardTheta(line, SimpleSmoothing.fitNear(curved(values, length, line), length, alpha), length);
    }

    private static double[] curved(double[] values, int length, LeastSquaresLine line) {
        double[] curved = new double[length];
        for (int t = 0; t < length; t++) {
            curved[t] = 2 * values[t] - line.at(t);
        }
        return curved;
    }

    /// Writes the forecasts of the steps `1..out.length`.
    public void forecast(double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = 0.5 * (line.at(length + k) + smoothing.lastLevel());
        }
    }
}
