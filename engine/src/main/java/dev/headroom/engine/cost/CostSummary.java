package dev.headroom.engine.cost;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Exact totals of charges on one cost basis, one per currency.
///
/// @param totals the sum of the known amounts by currency
/// @param unknown how many charges do not state the basis; while there are any, the totals are too low
public record CostSummary(CostBasis basis, SortedMap<CurrencyCode, BigDecimal> totals, long unknown) {
    public CostSummary {
        totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
        if (unknown < 0) {
            throw new IllegalArgumentException("unknown (" + unknown + ") must not be negative.");
        }
    }

    public static CostSummary of(List<ChargeRecord> charges, CostBasis basis) {
        SortedMap<CurrencyCode, BigDecimal> totals = new TreeMap<>();
        long unknown = 0;
        for (ChargeRecord charge : charges) {
            Optional<BigDecimal> amount = charge.amount(basis);
            if (amount.isPresent()) {
                totals.merge(charge.currency(), amount.get(), BigDecimal::add);
            } else {
                unknown++;
            }
        }
        return new CostSummary(basis, totals, unknown);
    }

    /// The share of the effective usage cost of each resource that a commitment covers, 0..1. A resource is
    /// left out when the share cannot be told: an effective cost is missing, its usage adds up to nothing, or
    /// it is billed in more than one currency.
    public static Map<String, Double> commitmentShares(List<ChargeRecord> charges) {
        Map<String, Usage> byResource = new HashMap<>();
        for (ChargeRecord charge : charges) {
            if (charge.line().category() == ChargeCategory.USAGE
                    && !charge.line().resource().isBlank()) {
                byResource
                        .computeIfAbsent(charge.line().resource(), resource -> new Usage())
                        .add(charge);
            }
        }
        Map<String, Double> shares = new TreeMap<>();
        byResource.forEach((resource, usage) -> usage.share().ifPresent(share -> shares.put(resource, share)));
        return Collections.unmodifiableMap(shares);
    }

    private static final class Usage {
        private BigDecimal total = BigDecimal.ZERO;
        private BigDecimal covered = BigDecimal.ZERO;
        private @Nullable CurrencyCode currency;
        private boolean known = true;

        void add(ChargeRecord charge) {
            known &= currency == null || currency.equals(charge.currency());
            currency = charge.currency();
            Optional<BigDecimal> effective = charge.amounts().effective();
            known &= effective.isPresent();
            if (effective.isPresent()) {
                total = total.add(effective.get());
                covered = charge.line().commitment().isBlank() ? covered : covered.add(effective.get());
            }
        }

        Optional<Double> share() {
            if (!known || total.signum() <= 0 || covered.signum() < 0) {
                return Optional.empty();
            }
            return Optional.of(Math.min(1, covered.doubleValue() / total.doubleValue()));
        }
    }
}
