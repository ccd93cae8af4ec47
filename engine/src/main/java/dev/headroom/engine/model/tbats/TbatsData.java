package dev.headroom.engine.model.tbats;

import dev.headroom.engine.numeric.ObservedValues;
import java.util.Arrays;

/// The values that are modelled: the last ones of a long series, divided by their mean size so that the
/// unit does not matter.
///
/// @param scaled NaN = missing
/// @param scale the unit of the series for one unit of `scaled`, positive
/// @param offset how many values at the beginning are left out
record TbatsData(double[] scaled, double scale, int offset) {
    private static final int LONGEST = 1200;
    // Powers of values next to 0 would see nothing but these.
    private static final double LEAST_FOR_POWERS = 1e-3;

    static TbatsData of(double[] values) {
        int offset = Math.max(0, values.length - LONGEST);
        double[] kept = Arrays.copyOfRange(values, offset, values.length);
        double scale = ObservedValues.scale(kept);
        return new TbatsData(Arrays.stream(kept).map(value -> value / scale).toArray(), scale, offset);
    }

    int observed() {
        return ObservedValues.count(scaled);
    }

    boolean isConstant() {
        return ObservedValues.areEqual(scaled);
    }

    boolean allowsPowers() {
        return Arrays.stream(scaled).allMatch(value -> Double.isNaN(value) || value > LEAST_FOR_POWERS);
    }

    double sumOfLogs() {
        return Arrays.stream(scaled)
                .filter(value -> !Double.isNaN(value))
                .map(Math::log)
                .sum();
    }

    double[] transformed(double lambda) {
        return lambda == 1
                ? scaled
                : Arrays.stream(scaled).map(value -> transform(value, lambda)).toArray();
    }

    private static double transform(double value, double lambda) {
        return lambda == 0 ? Math.log(value) : (Math.pow(value, lambda) - 1) / lambda;
    }

    /// The value of a transformed one in the unit of the series.
    double inUnit(double transformed, double lambda) {
        if (lambda == 1) {
            return transformed * scale;
        }
        return scale
                * (lambda == 0 ? Math.exp(transformed) : Math.pow(Math.max(0, lambda * transformed + 1), 1 / lambda));
    }
}
