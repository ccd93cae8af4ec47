package dev.headroom.engine.model.ets;

/// Means and standard deviations of the forecast errors of one form from given end states.
///
/// Output: by step from 1, in the unit of the values. Source: Hyndman et al. (2008),
/// doi:10.1007/978-3-540-71918-2, sections 6.3 to 6.5. Departures: the mean of forms with a multiplicative
/// season is the forecast without errors, as in section 6.4; their variance is the approximation given there.
///
/// @param mean the forecast without errors
/// @param deviation standard deviation of the forecast error, 0 or more
record EtsMoments(double[] mean, double[] deviation) {
    static EtsMoments of(EtsEstimate estimate, EtsRecursion.EtsState state, int steps) {
        EtsForm form = estimate.form();
        double[] base = new double[steps];
        double[] mean = new double[steps];
        double slope = state.slope();
        double level = state.level();
        double phi = estimate.parameters().phi();
        for (int k = 0; k < steps; k++) {
            slope *= phi;
            level += form.hasTrend() ? slope : 0;
            base[k] = level;
            double s = form.isSeasonal() ? state.seasonal()[k % state.seasonal().length] : 0;
            mean[k] = switch (form.season()) {
                case NONE -> level;
                case ADDITIVE -> level + s;
                case MULTIPLICATIVE -> level * s;
            };
        }
        double[] weights = weights(estimate, steps);
        double[] deviation = form.error() == EtsForm.Error.ADDITIVE
                ? additive(weights, estimate.sigma())
                : relative(estimate, weights, base, mean);
        return new EtsMoments(mean, deviation);
    }

    /// By how much an error moves the forecast `j + 1` steps later.
    private static double[] weights(EtsEstimate estimate, int steps) {
        EtsParameters p = estimate.parameters();
        EtsForm form = estimate.form();
        double[] weights = new double[steps];
        double damping = 0;
        double power = 1;
        for (int j = 1; j <= steps; j++) {
            power *= p.phi();
            damping += power;
            boolean sameSeason = form.season() == EtsForm.Season.ADDITIVE && j % estimate.seasonLength() == 0;
            weights[j - 1] = p.alpha() + p.beta() * damping + (sameSeason ? p.gamma() : 0);
        }
        return weights;
    }

    private static double[] additive(double[] weights, double sigma) {
        double[] deviation = new double[weights.length];
        double sum = 1;
        for (int k = 0; k < weights.length; k++) {
            deviation[k] = sigma * Math.sqrt(sum);
            sum += weights[k] * weights[k];
        }
        return deviation;
    }

    private static double[] relative(EtsEstimate estimate, double[] weights, double[] base, double[] mean) {
        boolean multiplied = estimate.form().season() == EtsForm.Season.MULTIPLICATIVE;
        double[] centre = multiplied ? base : mean;
        double variance = estimate.sigma() * estimate.sigma();
        double gamma = estimate.parameters().gamma();
        double[] theta = new double[base.length];
        double[] deviation = new double[base.length];
        for (int k = 0; k < base.length; k++) {
            double sum = 0;
            for (int j = 1; j <= k; j++) {
                sum += weights[j - 1] * weights[j - 1] * theta[k - j];
            }
            theta[k] = centre[k] * centre[k] + variance * sum;
            double cycles = multiplied ? k / estimate.seasonLength() : 0;
            double growth = Math.pow(1 + gamma * gamma * variance, cycles);
            double spread = Math.max(0, theta[k] * (1 + variance) * growth - centre[k] * centre[k]);
            double factor = multiplied && centre[k] != 0 ? Math.abs(mean[k] / centre[k]) : 1;
            deviation[k] = factor * Math.sqrt(spread);
        }
        return deviation;
    }
}
