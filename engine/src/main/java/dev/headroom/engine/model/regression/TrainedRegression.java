package dev.headroom.engine.model.regression;

import dev.headroom.engine.feature.LocalLevel;
import java.util.Arrays;

/// A learned regression with all it needs to forecast from any origin.
///
/// @param low the least label that it gives, a little below those it has seen
/// @param high the greatest one
record TrainedRegression(RegressionLayout layout, Predictor predictor, double low, double high) {
    private static final double MARGIN = 0.1;

    static TrainedRegression of(RegressionLayout layout, TrainingTable table, Predictor predictor) {
        double least = Arrays.stream(table.labels()).min().orElse(0);
        double most = Arrays.stream(table.labels()).max().orElse(0);
        double margin = MARGIN * (most - least);
        return new TrainedRegression(layout, predictor, least - margin, most + margin);
    }

    TrainedRegression with(Predictor other) {
        return new TrainedRegression(layout, other, low, high);
    }

    /// The values after an origin.
    ///
    /// @param values without missing ones; read up to `origin` only
    double[] forecast(double[] values, int origin, int steps) {
        double[] path = path(values, origin, steps);
        return Arrays.copyOfRange(path, origin + 1, origin + 1 + steps);
    }

    /// The values up to the origin and the forecast after them.
    double[] path(double[] values, int origin, int steps) {
        double[] path = Arrays.copyOf(values, origin + 1 + steps);
        int start = origin;
        LocalLevel level = layout.level(path, start);
        for (int target = origin + 1; target < path.length; target++) {
            if (target - start > layout.reach()) {
                start += layout.reach();
                level = layout.level(path, start);
            }
            double[] row = layout.row(path, start, target, level);
            path[target] = level.absolute(Math.clamp(predictor.predict(row), low, high));
        }
        return path;
    }

    /// From which origin a path forecasts a target.
    int startFor(int origin, int target) {
        return origin + (target - origin - 1) / layout.reach() * layout.reach();
    }
}
