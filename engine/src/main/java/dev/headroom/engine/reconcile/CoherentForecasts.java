package dev.headroom.engine.reconcile;

import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.numeric.OrderStatistics;
import dev.headroom.engine.series.TimeGrid;
import java.util.Arrays;

/// Forecasts of all nodes of a hierarchy that add up: the point forecasts, and path `i` of an aggregate is
/// the sum of the paths `i` of its leaves. Quantiles do not add up, by their nature; they are read from the
/// paths of each node.
public final class CoherentForecasts {
    private final Hierarchy hierarchy;
    private final TimeGrid grid;
    private final double[][] points;
    private final double[][][] paths;

    CoherentForecasts(Hierarchy hierarchy, TimeGrid grid, double[][] points, double[][][] paths) {
        this.hierarchy = hierarchy;
        this.grid = grid;
        this.points = points;
        this.paths = paths;
    }

    public Hierarchy hierarchy() {
        return hierarchy;
    }

    public TimeGrid grid() {
        return grid;
    }

    /// The point forecast of a node by step.
    public double[] point(int node) {
        return points[node].clone();
    }

    public SamplePaths paths(int node) {
        return new SamplePaths(grid, paths[node]);
    }

    /// The point forecast of a node with quantiles from its paths.
    ///
    /// @param levels quantile levels in (0, 1), in any order
    public QuantileForecast forecast(int node, double... levels) {
        double[] sorted = Arrays.stream(levels).sorted().distinct().toArray();
        double[][] quantiles = new double[sorted.length][grid.length()];
        double[] values = new double[paths[node].length];
        for (int k = 0; k < grid.length(); k++) {
            for (int i = 0; i < values.length; i++) {
                values[i] = paths[node][i][k];
            }
            Arrays.sort(values);
            for (int q = 0; q < sorted.length; q++) {
                quantiles[q][k] = OrderStatistics.quantileOfSorted(values, sorted[q]);
            }
        }
        return new QuantileForecast(grid, points[node], sorted, quantiles);
    }
}
