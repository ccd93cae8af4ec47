package dev.headroom.engine.scenario;

import dev.headroom.engine.forecast.Futures;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.numeric.OrderStatistics;
import java.util.Arrays;

/// The bands of futures: their quantiles, step by step, with the median as point forecast.
public final class PathBand {
    /// The levels behind the 50, 80 and 95 % bands and the median.
    private static final double[] LEVELS = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

    private static final int MEDIAN = 3;

    private PathBand() {}

    /// The bands of 50, 80 and 95 %.
    public static QuantileForecast of(Futures futures) {
        double[][] quantiles = new double[LEVELS.length][futures.steps()];
        double[] column = new double[futures.count()];
        for (int step = 0; step < futures.steps(); step++) {
            for (int path = 0; path < column.length; path++) {
                column[path] = futures.value(path, step);
            }
            Arrays.sort(column);
            for (int level = 0; level < LEVELS.length; level++) {
                quantiles[level][step] = OrderStatistics.quantileOfSorted(column, LEVELS[level]);
            }
        }
        return new QuantileForecast(futures.grid(), quantiles[MEDIAN], LEVELS, quantiles);
    }
}
