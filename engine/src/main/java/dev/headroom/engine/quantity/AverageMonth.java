package dev.headroom.engine.quantity;

import java.math.BigDecimal;
import java.math.MathContext;

/// Amounts of some days and of an average month, which has a twelfth of 365 days.
public final class AverageMonth {
    private static final BigDecimal DAYS =
            BigDecimal.valueOf(365).divide(BigDecimal.valueOf(12), MathContext.DECIMAL64);

    private AverageMonth() {}

    /// What an amount of some days is in a month, unrounded.
    ///
    /// @param days positive
    public static Money ofDays(Money amount, long days) {
        return new Money(
                amount.amount().multiply(DAYS).divide(BigDecimal.valueOf(days), MathContext.DECIMAL64),
                amount.currency());
    }

    /// What an amount of a month is in some days, unrounded.
    public static Money toDays(Money month, long days) {
        return new Money(
                month.amount().multiply(BigDecimal.valueOf(days)).divide(DAYS, MathContext.DECIMAL64),
                month.currency());
    }
}
