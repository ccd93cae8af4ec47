package dev.headroom.storage.cache;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The exact sums of the bills of one month in one currency.
///
/// @param month on whose bill the charges are, whatever their days
/// @param charges how many bill rows there are
/// @param sums by basis, over the rows that state it; a basis that no row states is left out
/// @param known how many rows state each basis
public record BillTotal(
        YearMonth month,
        CurrencyCode currency,
        long charges,
        Map<CostBasis, BigDecimal> sums,
        Map<CostBasis, Long> known) {
    public BillTotal {
        sums = Map.copyOf(sums);
        known = Map.copyOf(known);
    }

    static BillTotal of(YearMonth month, CurrencyCode currency, ChargeCell cell) {
        Map<CostBasis, BigDecimal> sums = new TreeMap<>();
        Map<CostBasis, Long> known = new TreeMap<>();
        for (CostBasis basis : CostBasis.values()) {
            PartSum part = cell.part(basis);
            known.put(basis, part.known());
            if (part.known() > 0) {
                sums.put(basis, part.sum());
            }
        }
        return new BillTotal(month, currency, cell.charges, sums, known);
    }

    /// Both together; they must be of the same month and currency.
    BillTotal plus(BillTotal other) {
        Map<CostBasis, BigDecimal> both = new TreeMap<>(sums);
        other.sums.forEach((basis, sum) -> both.merge(basis, sum, BigDecimal::add));
        Map<CostBasis, Long> rows = new TreeMap<>(known);
        other.known.forEach((basis, count) -> rows.merge(basis, count, Long::sum));
        return new BillTotal(month, currency, charges + other.charges, both, rows);
    }

    /// The sum of a basis; empty when a row does not state it, because the sum would be too low.
    public Optional<BigDecimal> whole(CostBasis basis) {
        return known.getOrDefault(basis, 0L) == charges ? Optional.ofNullable(sums.get(basis)) : Optional.empty();
    }
}
