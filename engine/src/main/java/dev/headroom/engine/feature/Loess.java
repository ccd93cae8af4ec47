package dev.headroom.engine.feature;

/// Local regression on equally spaced values, as STL uses it: tricube weights, evaluated at every tenth of the window
/// and interpolated in between.
///
/// Input: values without gaps. Output: smoothed values. Errors: none. Source: Cleveland et al. (1990), see
/// [Stl]. Departures: none.
///
/// @param window how many values take part, odd
/// @param degree 0 for a local level, 1 for a local line
record Loess(int window, int degree) {
    static final double[] NO_WEIGHTS = {};

    double[] smooth(double[] values) {
        return smooth(values, NO_WEIGHTS);
    }

    /// @param trust by value how much it counts, in `[0, 1]`; empty when all count alike
    double[] smooth(double[] values, double[] trust) {
        int n = values.length;
        double[] smooth = new double[n];
        if (n < 2) {
            return values.clone();
        }
        int jump = Math.min((window + 9) / 10, n - 1);
        int half = (window + 1) / 2;
        int left = 1;
        int right = Math.min(window, n);
        for (int i = 1; i <= n; i += jump) {
            if (window < n) {
                left = i < half ? 1 : Math.min(i - half + 1, n - window + 1);
                right = left + window - 1;
            }
            smooth[i - 1] = at(values, trust, i, left, right, values[i - 1]);
        }
        int last = (n - 1) / jump * jump + 1;
        for (int i = 1; i + jump <= last; i += jump) {
            between(smooth, i, i + jump);
        }
        if (last != n) {
            smooth[n - 1] = at(values, trust, n, left, right, values[n - 1]);
            between(smooth, last, n);
        }
        return smooth;
    }

    private static void between(double[] smooth, int from, int to) {
        double slope = (smooth[to - 1] - smooth[from - 1]) / (to - from);
        for (int j = from + 1; j < to; j++) {
            smooth[j - 1] = smooth[from - 1] + slope * (j - from);
        }
    }

    /// The value at `x` (1 is the first value) from the values `left` to `right`; `fallback` without any weight.
    double at(double[] values, double[] trust, double x, int left, int right, double fallback) {
        int n = values.length;
        double reach = Math.max(x - left, right - x);
        if (window > n) {
            reach += (window - n) / 2;
        }
        double[] weights = new double[right - left + 1];
        double total = 0;
        double centre = 0;
        for (int j = left; j <= right; j++) {
            double w = weight(Math.abs(j - x), reach) * (trust.length == 0 ? 1 : trust[j - 1]);
            weights[j - left] = w;
            total += w;
            centre += w * j;
        }
        if (!(total > 0)) {
            return fallback;
        }
        centre /= total;
        double spread = 0;
        if (reach > 0 && degree > 0) {
            for (int j = left; j <= right; j++) {
                spread += weights[j - left] / total * (j - centre) * (j - centre);
            }
        }
        double tilt = Math.sqrt(spread) > 0.001 * (n - 1) ? (x - centre) / spread : 0;
        double value = 0;
        for (int j = left; j <= right; j++) {
            value += weights[j - left] / total * (1 + tilt * (j - centre)) * values[j - 1];
        }
        return value;
    }

    private static double weight(double distance, double reach) {
        if (distance > 0.999 * reach) {
            return 0;
        }
        if (distance <= 0.001 * reach) {
            return 1;
        }
        double share = distance / reach;
        double rest = 1 - share * share * share;
        return rest * rest * rest;
    }
}
