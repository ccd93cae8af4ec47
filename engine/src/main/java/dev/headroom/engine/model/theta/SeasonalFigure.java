package dev.headroom.engine.model.theta;

import dev.headroom.engine.feature.SeasonalityTest;
import java.util.Arrays;

/// The seasonal figure of classical decomposition: factors where all values are positive, else offsets.
///
/// Input: finite values and a season length. Output: one factor (mean 1) or offset (mean 0) a phase. Errors: a
/// season that the test does not find, and factors too close to 0, give the figure without effect.
/// Source: classical decomposition by a centred moving average, as in R's `decompose`. Departures: offsets for
/// series that are not positive throughout.
///
/// @param figure by phase, phase 0 being the first value
/// @param multiplicative true for factors
record SeasonalFigure(double[] figure, boolean multiplicative) {
    private static final double SMALLEST_FACTOR = 1e-4;

    static SeasonalFigure of(double[] values, int season) {
        SeasonalFigure none = new SeasonalFigure(new double[] {1}, true);
        if (values.length <= 2 * season || !SeasonalityTest.exceedsLimit(values, season)) {
            return none;
        }
        boolean positive = Arrays.stream(values).allMatch(value -> value > 0);
        double[] figure = figure(values, season, positive);
        boolean usable = Arrays.stream(figure).allMatch(factor -> !positive || factor > SMALLEST_FACTOR);
        return usable ? new SeasonalFigure(figure, positive) : none;
    }

    private static double[] figure(double[] values, int season, boolean multiplicative) {
        int n = values.length;
        int half = season / 2;
        double edge = season % 2 == 0 ? 0.5 : 1;
        double[] sums = new double[season];
        int[] counts = new int[season];
        for (int t = half; t + half < n; t++) {
            double trend = edge * (values[t - half] + (half > 0 ? values[t + half] : 0));
            for (int j = 1 - half; j < half; j++) {
                trend += values[t + j];
            }
            trend /= season;
            sums[t % season] += multiplicative ? values[t] / trend : values[t] - trend;
            counts[t % season]++;
        }
        double mean = 0;
        for (int i = 0; i < season; i++) {
            sums[i] /= counts[i];
            mean += sums[i] / season;
        }
        for (int i = 0; i < season; i++) {
            sums[i] = multiplicative ? sums[i] / mean : sums[i] - mean;
        }
        return sums;
    }

    boolean hasEffect() {
        return figure.length > 1;
    }

    double[] adjusted(double[] values) {
        double[] adjusted = values.clone();
        for (int t = 0; t < adjusted.length; t++) {
            double part = figure[t % figure.length];
            adjusted[t] = multiplicative ? adjusted[t] / part : adjusted[t] - part;
        }
        return adjusted;
    }

    /// The value of an adjusted one at time `t`, counted from the first value of the series.
    double restored(double adjusted, long t) {
        double part = figure[(int) (t % figure.length)];
        return multiplicative ? adjusted * part : adjusted + part;
    }
}
