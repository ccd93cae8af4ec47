package dev.headroom.app.usecase;

import java.math.BigDecimal;
import java.math.MathContext;

/// How numbers are written to files: as short as possible, read back to the same value, without an exponent.
final class Numbers {
    private static final MathContext PRECISION = new MathContext(10);

    private Numbers() {}

    static String plain(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(PRECISION).stripTrailingZeros();
        return rounded.scale() > 30 ? "0" : rounded.toPlainString();
    }
}
