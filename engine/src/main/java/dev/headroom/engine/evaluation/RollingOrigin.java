package dev.headroom.engine.evaluation;

import dev.headroom.engine.forecast.Horizon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Time-ordered forecast origins of a series: each is trained on everything before it and scored on what follows.
///
/// Source: L. J. Tashman (2000), Out-of-sample tests of forecasting accuracy, doi:10.1016/S0169-2070(00)00065-0.
///
/// @param count how many origins at most, 1 or more
/// @param horizon how far each origin looks ahead
/// @param step the distance between neighbouring origins, 1 or more
/// @param minimumTraining the fewest points (missing ones included) before an origin, 1 or more
public record RollingOrigin(int count, Horizon horizon, int step, int minimumTraining) {
    public RollingOrigin {
        if (count < 1 || step < 1 || minimumTraining < 1) {
            throw new IllegalArgumentException("count (" + count + "), step (" + step + ") and minimumTraining ("
                    + minimumTraining + ") must be 1 or more.");
        }
    }

    /// Five origins half a horizon apart, with three horizons of training where the series is long enough for that
    /// and half of its length where not.
    public static RollingOrigin usual(int seriesLength, Horizon horizon) {
        int steps = horizon.steps();
        int training = Math.max(1, Math.min(3 * steps, seriesLength / 2));
        return new RollingOrigin(5, horizon, Math.max(1, steps / 2), training);
    }

    /// How many neighbouring origins look at the same step: the horizon in units of the step, rounded up.
    public int overlap() {
        return Math.ceilDiv(horizon.steps(), step);
    }

    /// The lengths of the training parts, shortest first. The last origin lies one horizon before the end of the
    /// series; empty when the series is too short for one origin.
    public List<Integer> trainingLengths(int seriesLength) {
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int training = seriesLength - horizon.steps() - i * step;
            if (training < minimumTraining) {
                break;
            }
            lengths.add(training);
        }
        Collections.reverse(lengths);
        return List.copyOf(lengths);
    }
}
