package dev.headroom.engine.numeric;

import java.util.Arrays;

/// Autoregression around a mean by the Levinson-Durbin recursion, its order chosen by AICc.
///
/// Input: a stretch of a regular series, finite. Output: mean, coefficients (lag 1 first) and innovation
/// variance of the order, 0 included, with the smallest AICc. Errors: none; a constant or an empty series
/// gives order 0. Source: J. Durbin (1960), The fitting of time-series models, doi:10.2307/1401322; AICc by
/// C. M. Hurvich and C.-L. Tsai (1989), doi:10.1093/biomet/76.2.297. Departures: none; autocovariances are
/// divided by the length.
public final class LevinsonDurbin {
    private LevinsonDurbin() {}

    /// An autoregression `x[t] - mean = sum coefficients[j] (x[t-1-j] - mean) + innovation`.
    public record AutoRegression(double mean, double[] coefficients, double variance) {
        public int order() {
            return coefficients.length;
        }
    }

    /// Fits to the first `length` values.
    ///
    /// @param maxOrder the largest order tried, 0 or more; cut to `length - 2`
    public static AutoRegression fit(double[] values, int length, int maxOrder) {
        double mean = 0;
        for (int i = 0; i < length; i++) {
            mean += values[i];
        }
        mean = length == 0 ? 0 : mean / length;
        int limit = Math.max(0, Math.min(maxOrder, length - 2));
        double[] covariance = autocovariance(values, length, mean, limit);
        double[] best = new double[0];
        double variance = covariance[0];
        double bestVariance = variance;
        if (!(variance > 0)) {
            return new AutoRegression(mean, best, 0);
        }
        double bestScore = aicc(length, variance, 0);
        double[] current = new double[limit];
        double[] previous = new double[limit];
        for (int p = 1; p <= limit && variance > 1e-12 * covariance[0]; p++) {
            double top = covariance[p];
            for (int j = 0; j < p - 1; j++) {
                top -= previous[j] * covariance[p - 1 - j];
            }
            double reflection = top / variance;
            for (int j = 0; j < p - 1; j++) {
                current[j] = previous[j] - reflection * previous[p - 2 - j];
            }
            current[p - 1] = reflection;
            variance *= 1 - reflection * reflection;
            double score = aicc(length, variance, p);
            if (score < bestScore) {
                bestScore = score;
                bestVariance = variance;
                best = Arrays.copyOf(current, p);
            }
            System.arraycopy(current, 0, previous, 0, p);
        }
        return new AutoRegression(mean, best, bestVariance);
    }

    private static double[] autocovariance(double[] values, int length, double mean, int maxLag) {
        double[] centred = new double[length];
        for (int i = 0; i < length; i++) {
            centred[i] = values[i] - mean;
        }
        double[] covariance = new double[maxLag + 1];
        for (int lag = 0; lag <= maxLag; lag++) {
            double sum = 0;
            for (int i = lag; i < length; i++) {
                sum += centred[i] * centred[i - lag];
            }
            covariance[lag] = length == 0 ? 0 : sum / length;
        }
        return covariance;
    }

    private static double aicc(int length, double variance, int order) {
        int parameters = order + 2;
        double room = length - parameters - 1.0;
        if (room <= 0 || !(variance > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        return length * Math.log(variance) + 2.0 * parameters + 2.0 * parameters * (parameters + 1) / room;
    }
}
