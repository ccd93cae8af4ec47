package dev.headroom.engine.feature;

/// Tests whether a series has a season of a given length, by its autocorrelation at that lag.
///
/// Input: values of a regular series without missing ones. Output: true when the autocorrelation at the
/// season length is beyond the 90 % limit. Errors: none; fewer than three seasons, a constant and a length of
/// 1 count as not seasonal. Source: S. Makridakis, E. Spiliotis and V. Assimakopoulos (2020), The M4
/// Competition, doi:10.1016/j.ijforecast.2019.04.014 (the test of its Naive2). Departures: none.
public final class SeasonalityTest {
    private SeasonalityTest() {}

    public static boolean isSeasonal(double[] values, int seasonLength) {
        return values.length >= 3 * seasonLength && exceedsLimit(values, seasonLength);
    }

    /// The same test without asking for three seasons; meant for a long season of which few are at hand.
    public static boolean exceedsLimit(double[] values, int seasonLength) {
        int n = values.length;
        if (seasonLength < 2 || n <= seasonLength) {
            return false;
        }
        double mean = 0;
        for (double value : values) {
            mean += value / n;
        }
        double[] centred = new double[n];
        double variance = 0;
        for (int t = 0; t < n; t++) {
            centred[t] = values[t] - mean;
            variance += centred[t] * centred[t];
        }
        if (!(variance > 0)) {
            return false;
        }
        double squares = 0;
        for (int lag = 1; lag < seasonLength; lag++) {
            double r = product(centred, lag) / variance;
            squares += r * r;
        }
        double limit = 1.645 / Math.sqrt(n) * Math.sqrt(1 + 2 * squares);
        return Math.abs(product(centred, seasonLength) / variance) > limit;
    }

    private static double product(double[] centred, int lag) {
        double sum = 0;
        for (int t = lag; t < centred.length; t++) {
            sum += centred[t] * centred[t - lag];
        }
        return sum;
    }
}
