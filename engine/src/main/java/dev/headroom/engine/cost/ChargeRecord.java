package dev.headroom.engine.cost;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One billed line in FOCUS 1.0 terms, whatever file it came from. Amounts are exact decimals in `currency`;
/// an amount that the source does not give is empty, never 0. Text that the source does not give is empty.
///
/// @param start charge period start, inclusive
/// @param end charge period end, exclusive
/// @param correction true when the row corrects a previously invoiced period (ChargeClass = Correction)
public record ChargeRecord(
        Instant start,
        Instant end,
        String provider,
        String billingAccount,
        String subAccount,
        String service,
        String serviceCategory,
        String region,
        String resource,
        String usageType,
        String description,
        ChargeCategory category,
        boolean correction,
        String commitment,
        Amounts amounts,
        CurrencyCode currency,
        Optional<BigDecimal> quantity,
        String unit,
        Map<String, String> tags) {
    public ChargeRecord {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(category, "category");
        tags = Map.copyOf(tags);
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
