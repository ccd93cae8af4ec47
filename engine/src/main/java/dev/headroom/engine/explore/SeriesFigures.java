package dev.headroom.engine.explore;

import dev.headroom.engine.numeric.OrderStatistics;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;

/// A series in four numbers, to compare it with others.
///
/// Input: a series in any unit; missing values are passed over. Output: mean and 95th percentile in the unit of the
/// series, the coefficient of variation (standard deviation by mean), and the slope of a least-squares line in units a
/// 30 days (a 30 steps on a grid without a calendar). Errors: none; what too few values cannot tell is NaN: all of it
/// without a value, variation and trend with one. Source: none; textbook statistics.
public record SeriesFigures(double mean, double p95, double variability, double trend) {
    private static final double DAYS = 30;
    private static final double SECONDS_A_DAY = 86_400;

    public static SeriesFigures of(TimeSeries series) {
        double[] values = series.values();
        double[] sorted =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(sorted);
        int n = sorted.length;
        if (n == 0) {
            return new SeriesFigures(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
        double squares = Arrays.stream(sorted)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double deviation = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
        return new SeriesFigures(
                mean,
                OrderStatistics.quantileOfSorted(sorted, 0.95),
                mean == 0 ? Double.NaN : deviation / Math.abs(mean),
                n < 2 ? Double.NaN : slope(values, mean, n) * stepsInThirtyDays(series.grid()));
    }

    private static double stepsInThirtyDays(TimeGrid grid) {
        return grid.isOrdinal()
                ? DAYS
                : DAYS * SECONDS_A_DAY / grid.step().typicalLength().toSeconds();
    }

    private static double slope(double[] values, double mean, int n) {
        double meanTime = 0;
        for (int t = 0; t < values.length; t++) {
            meanTime += Double.isNaN(values[t]) ? 0 : (double) t / n;
        }
        double together = 0;
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                together += (t - meanTime) * (values[t] - mean);
                squares += (t - meanTime) * (t - meanTime);
            }
        }
        return together / squares;
    }
}
