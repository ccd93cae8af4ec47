package dev.headroom.engine.cost;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/// What is charged for one line over one period, in FOCUS terms, whatever file it came from. Amounts are exact
/// decimals in the currency of the line; an amount that the source does not give is empty, never 0.
///
/// @param start charge period start, inclusive
/// @param end charge period end, exclusive
/// @param billingMonth the month whose bill the charge is on; a correction is on a later bill than its period
/// @param quantity how much was used, in the unit of the line; empty when the source does not say
public record ChargeRecord(
        ChargeLine line,
        Instant start,
        Instant end,
        YearMonth billingMonth,
        Amounts amounts,
        Optional<BigDecimal> quantity) {
    public ChargeRecord {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(billingMonth, "billingMonth");
        Objects.requireNonNull(amounts, "amounts");
    }

    /// The month, in UTC, in which an instant lies: the billing month of a charge that states none.
    public static YearMonth monthOf(Instant at) {
        return YearMonth.from(at.atZone(ZoneOffset.UTC));
    }

    public CurrencyCode currency() {
        return line.currency();
    }

    /// The amount on one cost basis, empty when the source does not give it.
    public Optional<BigDecimal> amount(CostBasis basis) {
        return switch (basis) {
            case BILLED -> Optional.of(amounts.billed());
            case EFFECTIVE -> amounts.effective();
            case LIST -> amounts.list();
            case CONTRACTED -> amounts.contracted();
        };
    }

    /// The four FOCUS cost columns of a row.
    ///
    /// @param billed what is invoiced; always known
    /// @param effective amortised cost after all discounts
    public record Amounts(
            BigDecimal billed,
            Optional<BigDecimal> effective,
            Optional<BigDecimal> list,
            Optional<BigDecimal> contracted) {
        public Amounts {
            Objects.requireNonNull(billed, "billed");
        }
    }
}
