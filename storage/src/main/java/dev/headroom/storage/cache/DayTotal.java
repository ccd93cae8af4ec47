package dev.headroom.storage.cache;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;

/// The exact cost of one UTC day in one currency.
///
/// @param sum over the charges that give the amount
/// @param charges how many charges the day has
/// @param known how many of them give the amount; while they are fewer, the sum is too low
public record DayTotal(LocalDate day, CurrencyCode currency, BigDecimal sum, long charges, long known) {
    DayTotal plus(BigDecimal more, long moreCharges, long moreKnown) {
        return new DayTotal(day, currency, sum.add(more), charges + moreCharges, known + moreKnown);
    }
}
