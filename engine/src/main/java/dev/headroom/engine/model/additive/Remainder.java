package dev.headroom.engine.model.additive;

/// What the terms leave over: noise whose last deviation fades from step to step.
///
/// @param deviation standard deviation, in the unit of the series
/// @param fading correlation of neighbouring steps, in `[0, 0.98]`
/// @param last the expected deviation at the last point of the history
record Remainder(double deviation, double fading, double last) {
    private static final double MOST_FADING = 0.98;

    /// @param residuals by grid point, NaN where missing
    /// @param parameters how many coefficients were fitted, for the degrees of freedom
    static Remainder of(double[] residuals, int parameters) {
        double squares = 0;
        double products = 0;
        int count = 0;
        int pairs = 0;
        for (int t = 0; t < residuals.length; t++) {
            if (Double.isNaN(residuals[t])) {
                continue;
            }
            squares += residuals[t] * residuals[t];
            count++;
            if (t > 0 && !Double.isNaN(residuals[t - 1])) {
                products += residuals[t] * residuals[t - 1];
                pairs++;
            }
        }
        double variance = squares / Math.max(count - parameters, Math.max(1, count / 2));
        double mean = squares / Math.max(1, count);
        double fading = pairs > 0 && mean > 0 ? Math.clamp(products / pairs / mean, 0, MOST_FADING) : 0;
        int end = residuals.length - 1;
        while (end >= 0 && Double.isNaN(residuals[end])) {
            end--;
        }
        double last = end < 0 ? 0 : residuals[end] * Math.pow(fading, residuals.length - 1 - end);
        return new Remainder(Math.sqrt(variance), fading, last);
    }

    /// The expected deviation some steps after the history.
    double carried(int step) {
        return last * Math.pow(fading, step);
    }

    /// The variance of the deviation some steps after the history.
    double variance(int step) {
        return deviation * deviation * (1 - Math.pow(fading, 2.0 * step));
    }

    /// The standard deviation of the fresh part of one step.
    double fresh() {
        return deviation * Math.sqrt(1 - fading * fading);
    }
}
