package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.model.theta.StandardTheta;
import dev.headroom.engine.numeric.OrderStatistics;
import java.util.Arrays;

/// The Theta method on the means of whole seasons; the pattern within a season is the median of the last
/// seven.
///
/// Input: a window side and the season length. Output: forecasts on the scale of the side. Errors: none;
/// fewer than four seasons give a flat forecast. Source: temporal aggregation after N. Kourentzes, F.
/// Petropoulos and J. R. Trapero (2014), Improving forecasting by estimating time series structural
/// components across multiple frequencies, doi:10.1016/j.ijforecast.2013.09.006; the Theta method as in
/// [StandardTheta]. Departures: one level of aggregation, counted back from the last value; without a season
/// four steps make a block.
final class AggregatedTheta {
    private static final int CYCLES = 7;
    private static final int STEPS_WITHOUT_SEASON = 4;
    private static final int FEWEST_BLOCKS = 4;

    private AggregatedTheta() {}

    static void forecast(Window.Side side, int season, double[] out) {
        double[] y = side.values();
        int block = season > 1 ? season : STEPS_WITHOUT_SEASON;
        int blocks = y.length / block;
        if (blocks < FEWEST_BLOCKS) {
            Arrays.fill(out, y[y.length - 1]);
            return;
        }
        int first = y.length - blocks * block;
        double[] means = new double[blocks];
        for (int t = first; t < y.length; t++) {
            means[(t - first) / block] += y[t] / block;
        }
        double[] pattern = pattern(y, means, block, first);
        double[] levels = new double[(out.length + block - 1) / block];
        StandardTheta.fit(means, blocks).forecast(levels);
        for (int k = 0; k < out.length; k++) {
            out[k] = levels[k / block] + pattern[k % block];
        }
    }

    /// By phase the median distance from the mean of the block, over the last blocks.
    private static double[] pattern(double[] y, double[] means, int block, int first) {
        int cycles = Math.min(CYCLES, means.length);
        double[] pattern = new double[block];
        double[] same = new double[cycles];
        for (int phase = 0; phase < block; phase++) {
            for (int i = 0; i < cycles; i++) {
                int b = means.length - 1 - i;
                same[i] = y[first + b * block + phase] - means[b];
            }
            pattern[phase] = OrderStatistics.medianInPlace(same, cycles);
        }
        return pattern;
    }
}
