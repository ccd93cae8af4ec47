package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.model.ces.ComplexPair;
import dev.headroom.engine.model.theta.SimpleSmoothing;
import dev.headroom.engine.numeric.NelderMead;
import java.util.Arrays;

/// Complex exponential smoothing without season: a level and an information component that drive each other.
///
/// Input: a window side. Output: the two smoothing parameters and forecasts on the scale of the side. Errors:
/// none; a forecast beyond three times the largest value is replaced by simple smoothing. Source: I.
/// Svetunkov, N. Kourentzes and J. K. Ord (2022), Complex exponential smoothing, doi:10.1002/nav.22074.
/// Departures: runs on the seasonally adjusted values; the level starts at the mean of the first ten values.
final class ComplexSmoothing {
    private static final double[] LOWER = {0.01, 0.01};
    private static final double[] UPPER = {1.99, 1.99};
    private static final int FIRST = 10;

    private final double[] z;
    private final double start;
    private ComplexPair end = new ComplexPair(0, 0);

    private ComplexSmoothing(double[] z) {
        this.z = z;
        int few = Math.min(FIRST, z.length);
        double sum = 0;
        for (int t = 0; t < few; t++) {
            sum += z[t];
        }
        this.start = sum / few;
    }

    /// @param warmStart parameters of a similar window to start the search at, or empty
    static double[] forecast(Window.Side side, double[] warmStart, double[] out) {
        ComplexSmoothing run = new ComplexSmoothing(side.adjusted());
        boolean warm = warmStart.length == 2;
        double[] from = warm ? warmStart : new double[] {1.3, 1.0};
        double edge = warm ? 0.05 : 0.15;
        double[] best = NelderMead.minimise(
                run::smooth,
                from,
                new NelderMead.Search(LOWER, UPPER, new double[] {edge, edge}, warm ? 60 : 120, 1e-6));
        run.smooth(best);
        run.extend(best, out);
        run.keepSane(out);
        for (int k = 0; k < out.length; k++) {
            out[k] += side.profile().at(side.length() + k);
        }
        return best;
    }

    private double smooth(double[] point) {
        double real = point[0];
        double imaginary = point[1];
        ComplexPair pair = new ComplexPair(start, start / 1.1);
        double sum = 0;
        for (double value : z) {
            double error = value - pair.level();
            sum += error * error;
            pair.step(real, imaginary, error);
        }
        end = pair;
        return sum;
    }

    private void extend(double[] point, double[] out) {
        ComplexPair pair = end.copy();
        for (int k = 0; k < out.length; k++) {
            out[k] = pair.level();
            pair.step(point[0], point[1], 0);
        }
    }

    private void keepSane(double[] out) {
        double largest = 0;
        for (double value : z) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (double value : out) {
            if (!(Math.abs(value) <= 3 * largest)) {
                Arrays.fill(out, SimpleSmoothing.fit(z, z.length).lastLevel());
                return;
            }
        }
    }
}
