package dev.headroom.engine.cost;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;

/// How much of the cost of usage carries a required tag, in one account and currency.
///
/// Counted is what can be tagged: usage, at its effective (amortised) cost. Taxes, credits, purchases and what a
/// commitment left unused have no tags and are left out. A tag whose value is blank is not there.
///
/// @param account empty for all accounts together
/// @param tag empty for all required tags on the same charge
/// @param cost of all charges that state it
/// @param tagged the part of it that carries the tag
/// @param charges how many there are, by line of the bill and day
/// @param unknown how many of them do not state their cost; they are in neither sum
/// @param spellings keys that differ from the tag in capitals only, with the cost that carries them instead of it
public record TagCoverage(
        String account,
        CurrencyCode currency,
        String tag,
        BigDecimal cost,
        BigDecimal tagged,
        long charges,
        long unknown,
        Map<String, BigDecimal> spellings) {
    public TagCoverage {
        spellings = Map.copyOf(spellings);
    }

    /// The share of the cost that carries the tag, between 0 and 1; empty where there is no cost.
    public Optional<Double> share() {
        return cost.signum() <= 0
                ? Optional.empty()
                : Optional.of(
                        Math.clamp(tagged.divide(cost, MathContext.DECIMAL64).doubleValue(), 0, 1));
    }

    /// What carries no such tag.
    public BigDecimal untagged() {
        return cost.subtract(tagged);
    }
}
