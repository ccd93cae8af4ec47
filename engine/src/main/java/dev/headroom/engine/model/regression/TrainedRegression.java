package dev.headroom.engine.model.regression;

import dev.headroom.engine.feature.LocalLevel;
import java.util.Arrays;

/// A learned regression with all it needs to forecast from any origin.
///
/// @param low the least label that it gives, a little below those it has seen
/// @param high the greatest one
record TrainedRegression(RegressionLayout layout, Predictor predictor, double low, double high) {
    private static final double MARGIN = 0.1;
    private static final double MOST_RANGES = 1.5;

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

    /// The values up to the origin and the forecast after them, which stays near the range of these values: forecasts
    /// from forecasts would else leave it without end once they have learned a jump.
    double[] path(double[] values, int origin, int steps) {
        double[] path = Arrays.copyOf(values, origin + 1 + steps);
        double least = Arrays.stream(values, 0, origin + 1).min().orElseThrow();
        double most = Arrays.stream(values, 0, origin + 1).max().orElseThrow();
        double room = MOST_RANGES * (most - least) * Math.max(1, steps / (origin + 1.0));
        int start = origin;
        LocalLevel level = layout.level(path, start);
        for (int target = origin + 1; target < path.length; target++) {
            if (target - start > layout.reach()) {
                start += layout.reach();
                level = layout.level(path, start);
            }
            double[] row = layout.row(path, start, target, level);
            double value = level.absolute(Math.clamp(predictor.predict(row), low, high));
            path[target] = Math.clamp(value, least - room, most + room);
        }
        return path;
    }

    /// From which origin a path forecasts a target.
    int startFor(int origin, int target) {
        return origin + (target - origin - 1) / layout.reach() * layout.reach();
    }
}
