package dev.headroom.engine.forecast;

import dev.headroom.engine.series.TimeGrid;
import java.util.Objects;

/// Equally likely futures of one series, drawn with a seed. Each path keeps the serial dependence of the series, so
/// that questions about a whole period (does it ever pass the limit?) can be answered by counting.
public final class SamplePaths implements Futures {
    private final TimeGrid grid;
    private final double[][] paths;

    /// @param paths `paths[i][k]` is the value of path `i` at step `k`; at least one path, all finite
    public SamplePaths(TimeGrid grid, double[][] paths) {
        this.grid = Objects.requireNonNull(grid, "grid");
        if (paths.length == 0) {
            throw new IllegalArgumentException("paths must hold at least one path.");
        }
        this.paths = new double[paths.length][];
        for (int i = 0; i < paths.length; i++) {
            double[] path = paths[i].clone();
            if (path.length != grid.length() || !allFinite(path)) {
                throw new IllegalArgumentException("Each path must be finite and as long as the grid (" + grid.length()
                        + "), got " + path.length + " values.");
            }
            this.paths[i] = path;
        }
    }

    private static boolean allFinite(double[] path) {
        for (double value : path) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public TimeGrid grid() {
        return grid;
    }

    @Override
    public int count() {
        return paths.length;
    }

    @Override
    public int steps() {
        return grid.length();
    }

    @Override
    public double value(int path, int step) {
        return paths[path][step];
    }

    public double[] path(int index) {
        return paths[index].clone();
    }
}
