package dev.headroom.engine.model.arima;

import java.util.Arrays;

/// How much of a series without its trend is season, by a decomposition with loess (STL).
///
/// Input: values without gaps, more than two seasons. Output: a strength from 0 (none) to 1 (nothing else). Errors:
/// none.
/// Source: X. Wang, K. A. Smith and R. J. Hyndman (2006), Characteristic-based clustering for time series data,
/// doi:10.1007/s10618-005-0039-x; R. B. Cleveland, W. S. Cleveland, J. E. McRae and I. Terpenning (1990), STL: a
/// seasonal-trend decomposition procedure based on loess, Journal of Official Statistics 6, 3-73. Departures: none; the
/// windows are those of R's `forecast::mstl` (season 11), two inner rounds and no robustness weights.
final class SeasonalStrength {
    private static final int SEASON_WINDOW = 11;
    private static final int ROUNDS = 2;

    private final double[] values;
    private final int m;
    private final double[] season;
    private final double[] trend;

    private SeasonalStrength(double[] values, int seasonLength) {
        this.values = values;
        this.m = seasonLength;
        this.season = new double[values.length];
        this.trend = new double[values.length];
    }

    static double of(double[] values, int seasonLength) {
        SeasonalStrength run = new SeasonalStrength(values, seasonLength);
        for (int i = 0; i < ROUNDS; i++) {
            run.round();
        }
        double[] rest = new double[values.length];
        Arrays.setAll(rest, t -> values[t] - run.season[t] - run.trend[t]);
        double[] seasonAndRest = new double[values.length];
        Arrays.setAll(seasonAndRest, t -> values[t] - run.trend[t]);
        double whole = variance(seasonAndRest);
        return whole > 0 ? Math.clamp(1 - variance(rest) / whole, 0, 1) : 0;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / Math.max(1, values.length - 1);
    }

    private void round() {
        int n = values.length;
        double[] rest = new double[n];
        Arrays.setAll(rest, t -> values[t] - trend[t]);
        double[] cycles = cycles(rest);
        double[] low = averages(averages(averages(cycles, m), m), 3);
        Loess lowPass = new Loess(odd(m), 1);
        double[] level = lowPass.smooth(low);
        for (int t = 0; t < n; t++) {
            season[t] = cycles[m + t] - level[t];
            rest[t] = values[t] - season[t];
        }
        Loess line = new Loess(odd((int) Math.ceil(1.5 * m / (1 - 1.5 / SEASON_WINDOW))), 1);
        System.arraycopy(line.smooth(rest), 0, trend, 0, n);
    }

    /// Each phase smoothed over the seasons and continued by one season to either side.
    private double[] cycles(double[] rest) {
        int n = rest.length;
        double[] all = new double[n + 2 * m];
        Loess loess = new Loess(SEASON_WINDOW, 0);
        for (int phase = 0; phase < m; phase++) {
            int count = (n - phase - 1) / m + 1;
            double[] part = new double[count];
            for (int i = 0; i < count; i++) {
                part[i] = rest[phase + i * m];
            }
            double[] smooth = loess.smooth(part);
            int window = Math.min(SEASON_WINDOW, count);
            all[phase] = loess.at(part, 0, 1, window, smooth[0]);
            for (int i = 0; i < count; i++) {
                all[phase + (i + 1) * m] = smooth[i];
            }
            int first = Math.max(1, count - SEASON_WINDOW + 1);
            all[phase + (count + 1) * m] = loess.at(part, count + 1, first, count, smooth[count - 1]);
        }
        return all;
    }

    private static double[] averages(double[] values, int window) {
        double[] averages = new double[values.length - window + 1];
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            sum += values[t] - (t >= window ? values[t - window] : 0);
            if (t >= window - 1) {
                averages[t - window + 1] = sum / window;
            }
        }
        return averages;
    }

    private static int odd(int length) {
        return length % 2 == 0 ? length + 1 : length;
    }
}
