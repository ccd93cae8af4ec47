package dev.headroom.engine.numeric;

import java.util.function.DoubleUnaryOperator;

/// Minimises a function of one variable: the best point of a grid, refined by golden-section search between
/// its neighbours.
///
/// Input: an increasing grid of at least two points. Output: the best point. Errors: values of NaN are never
/// the best. Source: J. Kiefer (1953), Sequential minimax search for a maximum,
/// doi:10.1090/S0002-9939-1953-0055639-3. Departures: none.
public final class GridThenGolden {
    private static final double GOLDEN = 0.5 * (Math.sqrt(5) - 1);

    private GridThenGolden() {}

    /// @param tolerance the width of the last interval
    public static double minimise(DoubleUnaryOperator function, double[] grid, double tolerance) {
        int best = 0;
        double bestValue = Double.POSITIVE_INFINITY;
        for (int i = 0; i < grid.length; i++) {
            double value = function.applyAsDouble(grid[i]);
            if (value < bestValue) {
                bestValue = value;
                best = i;
            }
        }
        double low = grid[Math.max(0, best - 1)];
        double high = grid[Math.min(grid.length - 1, best + 1)];
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        while (high - low > tolerance) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = function.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = function.applyAsDouble(right);
            }
        }
        double middle = 0.5 * (low + high);
        return function.applyAsDouble(middle) <= bestValue ? middle : grid[best];
    }
}
