package dev.headroom.engine.model;

import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.Optional;

/// Whether the values of a series have a size that can be computed with: the squares of larger or smaller
/// ones leave the range of numbers.
public final class Magnitude {
    private static final double LEAST = 1e-100;
    private static final double MOST = 1e100;

    private Magnitude() {}

    /// Why a series cannot be forecast in its unit; empty when it can be, or holds no value but 0.
    public static Optional<FitOutcome> refusal(TimeSeries series) {
        double largest = Arrays.stream(series.values())
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .max()
                .orElse(0);
        return largest == 0 || (largest >= LEAST && largest <= MOST)
                ? Optional.empty()
                : Optional.of(new FitOutcome.NotConverged("Its largest value has the size " + largest
                        + ", which is too " + (largest > MOST ? "large" : "small")
                        + " to compute with. Give the values in another unit"));
    }
}
