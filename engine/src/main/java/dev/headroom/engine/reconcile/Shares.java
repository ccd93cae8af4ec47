package dev.headroom.engine.reconcile;

import java.util.Arrays;

/// The parts of the total that the leaves get when a forecast of the total is split.
///
/// Input: histories or forecasts of the leaves. Output: shares by leaf that add up to 1. Errors: none; time
/// points with a missing leaf or a total of 0 are left out, and with none left the shares are equal.
/// Source: C. W. Gross and J. E. Sohl (1990), Disaggregation methods to expedite product line forecasting,
/// doi:10.1002/for.3980090304 (methods A and F); G. Athanasopoulos, R. A. Ahmed and R. J. Hyndman (2009),
/// Hierarchical forecasts for Australian domestic tourism, doi:10.1016/j.ijforecast.2008.07.004 (forecast
/// proportions). Departures: where groups cross, forecast proportions go from the total to the leaves in one
/// step.
final class Shares {
    private Shares() {}

    /// The averages of the leaves, divided by that of the total.
    static double[] ofAverages(double[][] leaves) {
        double[] sums = new double[leaves.length];
        for (int t = 0; t < leaves[0].length; t++) {
            if (!Double.isNaN(total(leaves, t))) {
                for (int j = 0; j < sums.length; j++) {
                    sums[j] += leaves[j][t];
                }
            }
        }
        return normalised(sums);
    }

    /// The average over time of the shares of each time point.
    static double[] averages(double[][] leaves) {
        double[] sums = new double[leaves.length];
        for (int t = 0; t < leaves[0].length; t++) {
            double total = total(leaves, t);
            if (!Double.isNaN(total) && total != 0) {
                for (int j = 0; j < sums.length; j++) {
                    sums[j] += leaves[j][t] / total;
                }
            }
        }
        return normalised(sums);
    }

    /// Shares of the forecasts of one step.
    ///
    /// @param values one a node
    static double[] ofForecast(Hierarchy hierarchy, double[] values) {
        int first = hierarchy.aggregates();
        if (!hierarchy.isTree()) {
            return normalised(Arrays.copyOfRange(values, first, values.length));
        }
        double[] sums = new double[values.length];
        int[] parts = new int[values.length];
        for (int i = 1; i < values.length; i++) {
            sums[hierarchy.parent(i)] += values[i];
            parts[hierarchy.parent(i)]++;
        }
        double[] shares = new double[values.length];
        shares[0] = 1;
        for (int i = 1; i < values.length; i++) {
            int parent = hierarchy.parent(i);
            shares[i] = shares[parent] * (sums[parent] == 0 ? 1.0 / parts[parent] : values[i] / sums[parent]);
        }
        return Arrays.copyOfRange(shares, first, shares.length);
    }

    private static double total(double[][] leaves, int time) {
        double sum = 0;
        for (double[] leaf : leaves) {
            sum += leaf[time];
        }
        return sum;
    }

    private static double[] normalised(double[] sums) {
        double total = Arrays.stream(sums).sum();
        double[] shares = new double[sums.length];
        Arrays.setAll(shares, j -> total == 0 ? 1.0 / sums.length : sums[j] / total);
        return shares;
    }
}
