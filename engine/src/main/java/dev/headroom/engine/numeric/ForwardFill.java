package dev.headroom.engine.numeric;

import java.util.Arrays;

/// Fills gaps with the last observation before them.
///
/// Input: values, NaN = missing. Output: a copy without its leading missing values and without gaps; empty when
/// nothing was observed. Errors: none. Source: none needed. Departures: none.
public final class ForwardFill {
    private ForwardFill() {}

    public static double[] of(double[] values) {
        int first = 0;
        while (first < values.length && Double.isNaN(values[first])) {
            first++;
        }
        double[] filled = Arrays.copyOfRange(values, first, values.length);
        for (int t = 1; t < filled.length; t++) {
            if (Double.isNaN(filled[t])) {
                filled[t] = filled[t - 1];
            }
        }
        return filled;
    }
}
