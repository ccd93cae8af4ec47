package dev.headroom.engine.model.arima;

import dev.headroom.engine.feature.Stl;
import java.util.Arrays;

/// How much of a series without its trend is season, by a decomposition with loess (STL).
///
/// Input: values without gaps, more than two seasons. Output: a strength from 0 (none) to 1 (nothing else).
/// Errors: none. Source: X. Wang, K. A. Smith and R. J. Hyndman (2006), Characteristic-based clustering for
/// time series data, doi:10.1007/s10618-005-0039-x. Departures: none; the decomposition is [Stl] with the
/// window of R's `forecast::mstl` (season 11).
final class SeasonalStrength {
    private static final int SEASON_WINDOW = 11;

    private SeasonalStrength() {}

    static double of(double[] values, int seasonLength) {
        Stl stl = Stl.of(values, seasonLength, SEASON_WINDOW, Stl.Weighting.EQUAL);
        double[] trend = stl.trend();
        double[] season = stl.season();
        double[] seasonAndRest = new double[values.length];
        Arrays.setAll(seasonAndRest, t -> values[t] - trend[t]);
        double[] rest = new double[values.length];
        Arrays.setAll(rest, t -> values[t] - season[t] - trend[t]);
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
}
