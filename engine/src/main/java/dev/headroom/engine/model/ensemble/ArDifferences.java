package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.numeric.LevinsonDurbin;

/// An autoregression of the changes of the seasonally adjusted series, with half of the mean change fading
/// out.
///
/// Input: a window side. Output: forecasts on the scale of the side. Errors: none; one value gives a flat
/// forecast. Source: an ARIMA(p,1,0) with damped drift. Departures: Yule-Walker coefficients, order by AICc
/// up to `min(26, n/6)`; half of the mean change enters and shrinks by 0.97 a step.
final class ArDifferences {
    private static final int MAX_ORDER = 26;
    private static final double DRIFT_SHARE = 0.5;
    private static final double DRIFT_DECAY = 0.97;

    private ArDifferences() {}

    static void forecast(Window.Side side, double[] out) {
        double[] z = side.adjusted();
        int n = z.length;
        double[] changes = new double[n - 1];
        for (int t = 1; t < n; t++) {
            changes[t - 1] = z[t] - z[t - 1];
        }
        LevinsonDurbin.AutoRegression fit = LevinsonDurbin.fit(changes, n - 1, Math.min(MAX_ORDER, n / 6));
        double[] coefficients = fit.coefficients();
        int p = coefficients.length;
        double[] path = new double[p + out.length];
        for (int j = 0; j < p; j++) {
            path[j] = changes[n - 1 - p + j] - fit.mean();
        }
        double level = z[n - 1];
        double drift = DRIFT_SHARE * fit.mean();
        for (int k = 0; k < out.length; k++) {
            double next = 0;
            for (int j = 0; j < p; j++) {
                next += coefficients[j] * path[p + k - 1 - j];
            }
            path[p + k] = next;
            drift *= DRIFT_DECAY;
            level += next + drift;
            out[k] = level + side.profile().at(n + k);
        }
    }
}
