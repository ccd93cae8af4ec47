package dev.headroom.engine.model.ets;

import dev.headroom.engine.numeric.ObservedValues;
import java.util.Arrays;

/// The values that are smoothed: without the profile of a long season, and divided by their mean size so that the
/// search does not depend on the unit.
///
/// Of a very long series only the last stretch is smoothed: what lies before it has long been forgotten.
///
/// @param scaled NaN = missing
/// @param scale the unit of the series for one unit of `scaled`, positive
/// @param pattern the profile taken out, by phase, in the unit of the series
/// @param offset how many values at the beginning are left out
record EtsData(double[] scaled, double scale, double[] pattern, int offset) {
    private static final int LONGEST = 2500;

    static EtsData of(double[] values, double[] pattern) {
        double[] rest = new double[values.length];
        Arrays.setAll(rest, t -> values[t] - pattern[t % pattern.length]);
        int offset = Math.max(0, values.length - LONGEST);
        double[] kept = Arrays.copyOfRange(rest, offset, rest.length);
        double scale = ObservedValues.scale(kept);
        return new EtsData(Arrays.stream(kept).map(value -> value / scale).toArray(), scale, pattern, offset);
    }

    boolean isConstant() {
        return ObservedValues.areEqual(scaled);
    }

    boolean isPositive() {
        return Arrays.stream(observed()).allMatch(value -> value > 0);
    }

    double[] observed() {
        return Arrays.stream(scaled).filter(value -> !Double.isNaN(value)).toArray();
    }
}
