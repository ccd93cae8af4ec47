package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.CurrencyCode;

/// In which currency cost is asked for, whatever it was billed in.
///
/// @param maxAgeDays how many days before the day of a charge its rate may be
public record InCurrency(CurrencyCode currency, int maxAgeDays) {
    /// Weekends and the longest bank holidays have no rates.
    public static final int USUAL_AGE_DAYS = 7;
}
