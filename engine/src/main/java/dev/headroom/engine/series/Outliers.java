package dev.headroom.engine.series;

import java.util.Arrays;

/// Counts observations that stand far from the median of their neighbours.
///
/// Input: values with NaN for missing. Each observation is compared with the median of the up to seven
/// observations around it; a distance above eight robust standard deviations (1.4826 × the median absolute
/// distance) is an outlier. Where the mean distance is larger than that deviation it takes its place, so that
/// a series that mostly stands still, such as a processor at its limit, does not make every movement an
/// outlier; at most one observation in eight can be one. A level shift or a slow peak is none, because the
/// neighbours move along.
///
/// Source: the Hampel filter; F. R. Hampel, The Influence Curve and Its Role in Robust Estimation, 1974,
/// DOI 10.1080/01621459.1974.10482962. Departures: one scale for the whole series, and eight deviations
/// instead of three, because utilization has heavy tails.
final class Outliers {
    private static final int REACH = 3;
    private static final double DEVIATIONS = 8;
    private static final double MAD_TO_SIGMA = 1.4826;

    private Outliers() {}

    static int count(double[] values) {
        double[] observed =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (observed.length < 2 * REACH + 1) {
            return 0;
        }
        double[] distance = new double[observed.length];
        double[] window = new double[2 * REACH + 1];
        for (int i = 0; i < observed.length; i++) {
            int from = Math.clamp(i - REACH, 0, observed.length - window.length);
            System.arraycopy(observed, from, window, 0, window.length);
            Arrays.sort(window);
            distance[i] = Math.abs(observed[i] - window[REACH]);
        }
        double[] ascending = distance.clone();
        Arrays.sort(ascending);
        double scale = Math.max(
                MAD_TO_SIGMA * EmpiricalQuantile.of(ascending, 0.5),
                Arrays.stream(distance).sum() / distance.length);
        double threshold = DEVIATIONS * scale;
        return scale == 0
                ? 0
                : (int) Arrays.stream(distance).filter(d -> d > threshold).count();
    }
}
