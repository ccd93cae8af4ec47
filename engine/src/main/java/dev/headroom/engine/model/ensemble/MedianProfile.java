package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.numeric.OrderStatistics;
import java.util.Arrays;

/// Medians of the same phase of the last cycles, as they are or moved to the present level, and flat medians.
///
/// Input: a window side. Output: forecasts on the scale of the side. Errors: none; a phase that was never
/// seen takes the last value. Source: a robust seasonal mean. Departures: none.
final class MedianProfile {
    private MedianProfile() {}

    /// The profile of the `cycles` last cycles.
    static void forecast(Window.Side side, int cycle, int cycles, double[] out) {
        double[] pattern = pattern(side.values(), cycle, cycles);
        for (int k = 0; k < out.length; k++) {
            out[k] = pattern[k % cycle];
        }
    }

    /// The profile, moved by the median distance of the last `recent` points from it.
    static void atLevel(Window.Side side, int cycle, int cycles, int recent, double[] out) {
        double[] y = side.values();
        int n = y.length;
        double[] pattern = pattern(y, cycle, cycles);
        int count = Math.min(n, recent);
        double[] distance = new double[count];
        for (int i = 0; i < count; i++) {
            int t = n - 1 - i;
            distance[i] = y[t] - pattern[Math.floorMod(t - n, cycle)];
        }
        double shift = OrderStatistics.medianInPlace(distance, count);
        for (int k = 0; k < out.length; k++) {
            out[k] = pattern[k % cycle] + shift;
        }
    }

    /// The median of the last `recent` points.
    static void level(Window.Side side, int recent, double[] out) {
        double[] y = side.values();
        int count = Math.min(y.length, recent);
        double[] last = Arrays.copyOfRange(y, y.length - count, y.length);
        Arrays.fill(out, OrderStatistics.medianInPlace(last, count));
    }

    /// The pattern by phase, phase 0 being the first point after the window.
    private static double[] pattern(double[] y, int cycle, int cycles) {
        double[] pattern = new double[cycle];
        double[] same = new double[cycles];
        for (int i = 0; i < cycle; i++) {
            int count = 0;
            for (int t = y.length + i - cycle; t >= 0 && count < cycles; t -= cycle) {
                same[count++] = y[t];
            }
            pattern[i] = count == 0 ? y[y.length - 1] : OrderStatistics.medianInPlace(same, count);
        }
        return pattern;
    }
}
