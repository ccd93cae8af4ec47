package dev.headroom.engine.forecast;

import dev.headroom.engine.numeric.NormalDistribution;
import dev.headroom.engine.series.TimeGrid;
import java.util.Arrays;

/// Quantiles of a forecast whose errors are taken as normal with a known standard deviation by step.
public final class NormalBand {
    private NormalBand() {}

    /// Input: a centre and a standard deviation by step, in the unit of the series; deviations 0 or more.
    /// Output: the centre as point forecast and the normal quantiles around it.
    ///
    /// @param levels quantile levels in (0, 1), in any order; repeated levels count once
    public static QuantileForecast around(TimeGrid grid, double[] centre, double[] deviations, double... levels) {
        double[] sorted = Arrays.stream(levels).sorted().distinct().toArray();
        double[][] quantiles = new double[sorted.length][centre.length];
        for (int i = 0; i < sorted.length; i++) {
            double z = NormalDistribution.quantile(sorted[i]);
            for (int k = 0; k < centre.length; k++) {
                quantiles[i][k] = centre[k] + z * deviations[k];
            }
        }
        return new QuantileForecast(grid, centre, sorted, quantiles);
    }
}
