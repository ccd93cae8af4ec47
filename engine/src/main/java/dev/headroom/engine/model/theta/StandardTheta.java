package dev.headroom.engine.model.theta;

import dev.headroom.engine.numeric.LeastSquaresLine;

/// The standard Theta method: the mean of the straight line through the series and of simple smoothing applied to the
/// series with doubled curvature, `2 value - line`.
///
/// Input: a series without season, finite, at least one value. Output: the smoothing weight and forecasts. Errors:
/// none;
/// one value or a constant gives a flat forecast. Source: V. Assimakopoulos and K. Nikolopoulos (2000), The theta
/// model, doi:10.1016/S0169-2070(00)00066-2. Departures: weight and first level are optimised together.
///
/// @param parameters smoothing weight and first level
public record StandardTheta(LeastSquaresLine line, double level, int length, double[] parameters) {
    private static final double[] NOTHING = {};

    public static StandardTheta fit(double[] values, int length) {
        return fit(values, length, NOTHING);
    }

    /// Fits to the first `length` values.
    ///
    /// @param start parameters of a similar series to start at, or empty
    public static StandardTheta fit(double[] values, int length, double[] start) {
        LeastSquaresLine line = LeastSquaresLine.through(values, length);
        double[] curved = new double[length];
        for (int t = 0; t < length; t++) {
            curved[t] = 2 * values[t] - line.at(t);
        }
        SimpleSmoothing smoothing = SimpleSmoothing.fit(curved, length, start);
        double[] parameters = {smoothing.alpha(), smoothing.firstLevel()};
        return new StandardTheta(line, smoothing.lastLevel(), length, parameters);
    }

    /// Writes the forecasts of the steps `1..out.length`.
    public void forecast(double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = 0.5 * (line.at(length + k) + level);
        }
    }
}
