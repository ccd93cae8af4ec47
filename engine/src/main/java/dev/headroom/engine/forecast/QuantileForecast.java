package dev.headroom.engine.forecast;

import dev.headroom.engine.series.TimeGrid;
import java.util.Arrays;
import java.util.Objects;

/// Forecast quantiles by step, monotone in the level at every step. The point forecast is kept beside them:
/// it is the value that the model would give as its one best guess and lies within the outermost quantiles,
/// except where nearly all futures are equal, such as 0 for rare demand.
public final class QuantileForecast {
    private final TimeGrid grid;
    private final double[] point;
    private final double[] levels;
    private final double[][] quantiles;

    /// @param grid the forecast points, one a step
    /// @param point the point forecast by step; finite
    /// @param levels quantile levels in (0, 1), strictly increasing; may be empty
    /// @param quantiles `quantiles[i][k]` is the quantile of level `levels[i]` at step `k`; finite,
    ///     and not decreasing in `i`
    public QuantileForecast(TimeGrid grid, double[] point, double[] levels, double[][] quantiles) {
        this.grid = Objects.requireNonNull(grid, "grid");
        this.point = point.clone();
        this.levels = levels.clone();
        this.quantiles = Arrays.stream(quantiles).map(double[]::clone).toArray(double[][]::new);
        checkShapes();
        checkMonotone();
    }

    private void checkShapes() {
        if (point.length != grid.length() || quantiles.length != levels.length) {
            throw new IllegalArgumentException("point (" + point.length + ") and quantiles (" + quantiles.length
                    + ") must fit the grid (" + grid.length() + ") and the levels (" + levels.length + ").");
        }
        for (int i = 0; i < levels.length; i++) {
            if (!(levels[i] > 0 && levels[i] < 1) || (i > 0 && levels[i] <= levels[i - 1])) {
                throw new IllegalArgumentException(
                        "levels (" + Arrays.toString(levels) + ") must increase strictly within (0, 1).");
            }
            if (quantiles[i].length != point.length) {
                throw new IllegalArgumentException("quantiles[" + i + "] (" + quantiles[i].length
                        + ") must have one value a step (" + point.length + ").");
            }
        }
    }

    private void checkMonotone() {
        for (int k = 0; k < point.length; k++) {
            if (!Double.isFinite(point[k])) {
                throw new IllegalArgumentException("point[" + k + "] (" + point[k] + ") must be finite.");
            }
            for (int i = 0; i < levels.length; i++) {
                double below = i == 0 ? Double.NEGATIVE_INFINITY : quantiles[i - 1][k];
                if (!Double.isFinite(quantiles[i][k]) || quantiles[i][k] < below) {
                    throw new IllegalArgumentException("quantiles[" + i + "][" + k + "] (" + quantiles[i][k]
                            + ") must be finite and not below the lower quantile (" + below + ").");
                }
            }
        }
    }

    public TimeGrid grid() {
        return grid;
    }

    public int steps() {
        return point.length;
    }

    public double[] point() {
        return point.clone();
    }

    public double[] levels() {
        return levels.clone();
    }

    /// The quantile of a level that was computed, by step.
    ///
    /// @throws IllegalArgumentException when the level was not asked for
    public double[] quantile(double level) {
        for (int i = 0; i < levels.length; i++) {
            if (Math.abs(levels[i] - level) < 1e-9) {
                return quantiles[i].clone();
            }
        }
        throw new IllegalArgumentException(
                "level (" + level + ") was not computed; there are " + Arrays.toString(levels) + ".");
    }
}
