package dev.headroom.engine.series;

import java.util.Arrays;

/// Quantiles of a set of readings by linear interpolation between order statistics.
///
/// Source: R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, 1996, definition 7,
/// DOI 10.1080/00031305.1996.10473566.
public final class EmpiricalQuantile {
    private EmpiricalQuantile() {}

    /// The values that are not NaN, in ascending order.
    public static double[] sorted(double[] values) {
        double[] observed =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(observed);
        return observed;
    }

    /// The quantile of ascending values without NaN.
    ///
    /// @param level 0..1
    /// @return NaN when there are no values
    public static double of(double[] ascending, double level) {
        if (!(level >= 0 && level <= 1)) {
            throw new IllegalArgumentException("level (" + level + ") must lie in [0, 1].");
        }
        if (ascending.length == 0) {
            return Double.NaN;
        }
        double position = level * (ascending.length - 1);
        int below = (int) Math.floor(position);
        double share = position - below;
        if (share == 0) {
            return ascending[below];
        }
        return ascending[below] + share * (ascending[below + 1] - ascending[below]);
    }
}
