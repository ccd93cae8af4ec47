package dev.headroom.engine.reconcile;

import dev.headroom.engine.forecast.SamplePaths;
import java.util.Arrays;

/// What is known of one node before its forecast has to add up with the others.
///
/// @param history its past observations in the unit of the series; NaN = missing
/// @param point the forecast of its own model by step
/// @param paths sample paths of its own model over the same steps
/// @param errors actual minus forecast at earlier origins: one row an origin, one column a step, NaN where
///     missing; the same origins for every node
public record NodeForecast(double[] history, double[] point, SamplePaths paths, double[][] errors) {
    public NodeForecast {
        history = history.clone();
        point = point.clone();
        errors = Arrays.stream(errors).map(double[]::clone).toArray(double[][]::new);
        if (point.length != paths.steps()) {
            throw new IllegalArgumentException(
                    "point (" + point.length + ") must have as many steps as the paths (" + paths.steps() + ").");
        }
    }

    @Override
    public double[] history() {
        return history.clone();
    }

    @Override
    public double[] point() {
        return point.clone();
    }

    @Override
    public double[][] errors() {
        return Arrays.stream(errors).map(double[]::clone).toArray(double[][]::new);
    }

    /// All errors in one row, origin by origin.
    double[] errorRow() {
        return Arrays.stream(errors).flatMapToDouble(Arrays::stream).toArray();
    }
}
