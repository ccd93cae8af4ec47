package dev.headroom.engine.cost;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Objects;

/// One amount of an invoice.
///
/// @param month the billing month that it is for
/// @param amount exact, with the decimals that the invoice shows
public record InvoiceLine(YearMonth month, InvoiceKey key, CurrencyCode currency, BigDecimal amount) {
    public InvoiceLine {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(amount, "amount");
    }
}
