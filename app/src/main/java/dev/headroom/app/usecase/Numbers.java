package dev.headroom.app.usecase;

import java.math.BigDecimal;
import java.math.MathContext;

/// How numbers are written to files: as short as possible, read back to the same value, without an exponent.
final class Numbers {
    private static final int DIGITS = 10;
    private static final MathContext PRECISION = new MathContext(DIGITS);
    // Powers of ten that a double holds exactly.
    private static final int MOST_EXACT = 22;
    private static final double[] POWERS = powers();
    // Further from a tie than this, multiplying in doubles rounds as the exact value does.
    private static final double SURE = 1e-4;

    private Numbers() {}

    static String plain(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = rounded(value).stripTrailingZeros();
        return rounded.scale() > 30 ? "0" : rounded.toPlainString();
    }

    /// The value with ten digits, ties away from 0.
    private static BigDecimal rounded(double value) {
        double size = Math.abs(value);
        int decimals = DIGITS - 1 - (int) Math.floor(Math.log10(size));
        if (decimals < 0 || decimals > MOST_EXACT) {
            return new BigDecimal(value).round(PRECISION);
        }
        double shifted = size * POWERS[decimals];
        double below = Math.floor(shifted);
        double rest = shifted - below;
        if (shifted < POWERS[DIGITS - 1] || shifted >= POWERS[DIGITS] - 1 || Math.abs(rest - 0.5) < SURE) {
            return new BigDecimal(value).round(PRECISION);
        }
        long whole = (long) below + (rest > 0.5 ? 1 : 0);
        return BigDecimal.valueOf(value < 0 ? -whole : whole, decimals);
    }

    private static double[] powers() {
        double[] powers = new double[MOST_EXACT + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
