package dev.headroom.engine.model.ensemble;

import java.util.Arrays;

/// The weighted mean of the same phase of the last four cycles, corrected by its last error as far as errors
/// persist.
///
/// Input: a window side. Output: forecasts on the scale of the side. Errors: none; less than a cycle and a
/// half gives a flat forecast. Source: a seasonal naive forecast with autoregressive error. Departures: cycle
/// weights `0.6^j`, error correlation within `[0, 0.99]`.
final class SeasonalError {
    private static final int CYCLES = 4;
    private static final double DECAY = 0.6;

    private SeasonalError() {}

    static void forecast(Window.Side side, int cycle, double[] out) {
        double[] y = side.values();
        int n = y.length;
        if (n < cycle + 2) {
            Arrays.fill(out, y[n - 1]);
            return;
        }
        double cross = 0;
        double squares = 0;
        double last = 0;
        for (int t = cycle; t < n; t++) {
            double error = y[t] - base(y, t, t - cycle, cycle);
            if (t > cycle) {
                cross += error * last;
                squares += last * last;
            }
            last = error;
        }
        double rho = squares > 0 ? Math.max(0, Math.min(0.99, cross / squares)) : 0;
        double carried = last;
        for (int k = 0; k < out.length; k++) {
            carried *= rho;
            int back = n + k - cycle;
            while (back >= n) {
                back -= cycle;
            }
            out[k] = base(y, n + k, back, cycle) + carried;
        }
    }

    private static double base(double[] y, int t, int newest, int cycle) {
        double sum = 0;
        double weights = 0;
        double weight = 1;
        for (int j = 0; j < CYCLES && newest - j * cycle >= 0; j++) {
            sum += weight * y[newest - j * cycle];
            weights += weight;
            weight *= DECAY;
        }
        return weights > 0 ? sum / weights : y[Math.min(t, y.length) - 1];
    }
}
