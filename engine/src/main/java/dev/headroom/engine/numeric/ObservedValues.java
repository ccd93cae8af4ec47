package dev.headroom.engine.numeric;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// What can be said of values of which some may be missing (NaN).
public final class ObservedValues {
    private ObservedValues() {}

    private static DoubleStream of(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value));
    }

    /// How many are not missing.
    public static int count(double[] values) {
        return (int) of(values).count();
    }

    /// Whether all that are not missing are the same; true where there are none.
    public static boolean areEqual(double[] values) {
        double[] seen = of(values).toArray();
        return Arrays.stream(seen).allMatch(value -> value == seen[0]);
    }

    /// The mean of their absolute values, to divide by; 1 where there are none or it is next to nothing.
    public static double scale(double[] values) {
        double size = of(values).map(Math::abs).average().orElse(1);
        return size > Double.MIN_NORMAL ? size : 1;
    }
}
