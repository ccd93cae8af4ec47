package dev.headroom.engine.model.arima;

/// Whether a series is stationary around a level.
///
/// Input: values without gaps. Output: the statistic; stationarity is rejected at 5 % above [#CRITICAL].
/// Errors: a constant gives 0. Source: D. Kwiatkowski, P. C. B. Phillips, P. Schmidt and Y. Shin (1992),
/// Testing the null hypothesis of stationarity against the alternative of a unit root,
/// doi:10.1016/0304-4076(92)90104-Y. Departures: none; the lags of the long-run variance are `3 sqrt(n) / 13`
/// with Bartlett weights, as in R's `forecast::ndiffs`.
final class KpssTest {
    /// The critical value at 5 %.
    static final double CRITICAL = 0.463;

    private KpssTest() {}

    static boolean rejectsStationarity(double[] values) {
        return statistic(values) > CRITICAL;
    }

    static double statistic(double[] values) {
        int n = values.length;
        double mean = 0;
        for (double value : values) {
            mean += value / n;
        }
        double[] rest = new double[n];
        double partial = 0;
        double squaresOfSums = 0;
        double variance = 0;
        for (int t = 0; t < n; t++) {
            rest[t] = values[t] - mean;
            partial += rest[t];
            squaresOfSums += partial * partial;
            variance += rest[t] * rest[t];
        }
        int lags = (int) (3 * Math.sqrt(n) / 13);
        for (int lag = 1; lag <= lags; lag++) {
            double sum = 0;
            for (int t = lag; t < n; t++) {
                sum += rest[t] * rest[t - lag];
            }
            variance += 2 * (1 - lag / (lags + 1.0)) * sum;
        }
        return variance > 0 ? squaresOfSums / n / variance : 0;
    }
}
