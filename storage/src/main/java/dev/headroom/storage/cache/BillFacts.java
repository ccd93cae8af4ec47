package dev.headroom.storage.cache;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How complete one version of a bill is.
///
/// @param days days of the month with charges
/// @param missingDays days without a charge between the first day of the month and the last one with charges; 0 for a
///     bill with charges on one day only, which is a bill by month
/// @param unknown how many charges leave an amount open, by basis; bases that all charges give are left out
/// @param usage the billed usage, by currency
/// @param tagged how much of the usage carries a tag, by name of the tag and currency
public record BillFacts(
        BillVersion version,
        int days,
        int missingDays,
        SortedMap<CostBasis, Long> unknown,
        SortedMap<CurrencyCode, BigDecimal> usage,
        SortedMap<String, Map<CurrencyCode, BigDecimal>> tagged) {
    /// The share of the usage that carries a tag, in the currency where it is the lowest; 0 without usage.
    public double coverage(String tag) {
        Map<CurrencyCode, BigDecimal> with = tagged.getOrDefault(tag, new TreeMap<>());
        return usage.entrySet().stream()
                .filter(entry -> entry.getValue().signum() > 0)
                .mapToDouble(entry ->
                        with.getOrDefault(entry.getKey(), BigDecimal.ZERO).doubleValue()
                                / entry.getValue().doubleValue())
                .min()
                .orElse(0);
    }
}
