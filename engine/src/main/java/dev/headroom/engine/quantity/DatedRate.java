package dev.headroom.engine.quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/// What one unit of a currency was worth in another on a day.
///
/// @param rate units of `to` for one unit of `from`; positive
public record DatedRate(LocalDate day, CurrencyCode from, CurrencyCode to, BigDecimal rate) {
    public DatedRate {
        Objects.requireNonNull(day, "day");
        if (from.equals(to)) {
            throw new IllegalArgumentException("to (" + to + ") must be another currency than from.");
        }
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("rate (" + rate + ") must be positive.");
        }
    }
}
