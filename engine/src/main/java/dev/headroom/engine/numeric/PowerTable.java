package dev.headroom.engine.numeric;

/// One power of many numbers: `x^power` for `x >= 0`, several times faster than [Math#pow].
///
/// Input: a finite power, then numbers of at least zero. Output: the power with a relative error below 1e-10. Errors:
/// none; NaN gives NaN. Source: `x = m * 2^e` with `1 <= m < 2`, so `x^p = m^p * 2^(e p)`; the second factor is looked
/// up, the first is the cubic through values and slopes at both ends of one of [#CELLS] cells (C. de Boor 1978, A
/// Practical Guide to Splines, chapter IV). Departures: numbers outside 2^-64 .. 2^16 go to [Math#pow].
public final class PowerTable {
    private static final int CELL_BITS = 7;
    private static final int CELLS = 1 << CELL_BITS;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final long ONE = Double.doubleToRawLongBits(1);
    private static final int LEAST_EXPONENT = -64;
    private static final int MOST_EXPONENT = 15;
    private static final int COEFFICIENTS = 4;

    private final double power;
    private final double[] cubics = new double[COEFFICIENTS * CELLS];
    private final double[] scales = new double[MOST_EXPONENT - LEAST_EXPONENT + 1];

    public PowerTable(double power) {
        this.power = power;
        double step = 1.0 / CELLS;
        for (int cell = 0; cell < CELLS; cell++) {
            double from = 1 + cell * step;
            double left = Math.pow(from, power);
            double right = Math.pow(from + step, power);
            double leftSlope = step * power * left / from;
            double rightSlope = step * power * right / (from + step);
            cubics[COEFFICIENTS * cell] = left;
            cubics[COEFFICIENTS * cell + 1] = leftSlope;
            cubics[COEFFICIENTS * cell + 2] = 3 * (right - left) - 2 * leftSlope - rightSlope;
            cubics[COEFFICIENTS * cell + 3] = 2 * (left - right) + leftSlope + rightSlope;
        }
        for (int i = 0; i < scales.length; i++) {
            scales[i] = Math.pow(2, (LEAST_EXPONENT + i) * power);
        }
    }

    /// @param x at least zero
    public double at(double x) {
        int exponent = Math.getExponent(x);
        if (exponent < LEAST_EXPONENT || exponent > MOST_EXPONENT) {
            return Math.pow(x, power);
        }
        long bits = Double.doubleToRawLongBits(x) & MANTISSA;
        int cell = COEFFICIENTS * (int) (bits >>> (MANTISSA_BITS - CELL_BITS));
        double within = CELLS * (Double.longBitsToDouble(bits | ONE) - 1) - cell / COEFFICIENTS;
        double mantissa =
                cubics[cell] + within * (cubics[cell + 1] + within * (cubics[cell + 2] + within * cubics[cell + 3]));
        return mantissa * scales[exponent - LEAST_EXPONENT];
    }
}
