package dev.headroom.engine.evaluation;

import dev.headroom.engine.forecast.QuantileForecast;
import java.util.Arrays;

/// Losses of quantiles and intervals. All give NaN when nothing can be scored.
final class QuantileLosses {
    private static final double SAME_LEVEL = 1e-9;

    private QuantileLosses() {}

    /// The pinball loss of one quantile.
    static double pinball(double level, double actual, double quantile) {
        return actual >= quantile ? level * (actual - quantile) : (1 - level) * (quantile - actual);
    }

    /// The mean over steps with an actual value and over all levels of the forecast.
    static double meanPinball(ScoredForecast scored) {
        double[] actual = scored.actual();
        double sum = 0;
        int count = 0;
        for (double level : scored.forecast().levels()) {
            double[] quantile = scored.forecast().quantile(level);
            for (int k = 0; k < actual.length; k++) {
                if (!Double.isNaN(actual[k])) {
                    sum += pinball(level, actual[k], quantile[k]);
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /// The mean interval score: width plus `2 / alpha` times the distance of values outside.
    static double intervalScore(ScoredForecast scored, double lowLevel, double highLevel) {
        if (!has(scored.forecast(), lowLevel) || !has(scored.forecast(), highLevel)) {
            return Double.NaN;
        }
        double[] actual = scored.actual();
        double[] low = scored.forecast().quantile(lowLevel);
        double[] high = scored.forecast().quantile(highLevel);
        double penalty = 2 / (1 - (highLevel - lowLevel));
        double sum = 0;
        int count = 0;
        for (int k = 0; k < actual.length; k++) {
            if (!Double.isNaN(actual[k])) {
                double below = Math.max(0, low[k] - actual[k]);
                double above = Math.max(0, actual[k] - high[k]);
                sum += high[k] - low[k] + penalty * (below + above);
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /// The share of actual values within the interval.
    static double coverage(ScoredForecast scored, double lowLevel, double highLevel) {
        if (!has(scored.forecast(), lowLevel) || !has(scored.forecast(), highLevel)) {
            return Double.NaN;
        }
        double[] low = scored.forecast().quantile(lowLevel);
        double[] high = scored.forecast().quantile(highLevel);
        double[] actual = scored.actual();
        int inside = 0;
        int count = 0;
        for (int k = 0; k < actual.length; k++) {
            if (!Double.isNaN(actual[k])) {
                inside += actual[k] >= low[k] && actual[k] <= high[k] ? 1 : 0;
                count++;
            }
        }
        return count == 0 ? Double.NaN : (double) inside / count;
    }

    private static boolean has(QuantileForecast forecast, double level) {
        return Arrays.stream(forecast.levels()).anyMatch(known -> Math.abs(known - level) < SAME_LEVEL);
    }
}
