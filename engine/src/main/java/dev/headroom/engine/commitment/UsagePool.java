package dev.headroom.engine.commitment;

import dev.headroom.engine.quantity.CurrencyCode;
import java.util.Comparator;
import java.util.Objects;

/// Usage that one commitment can pay for together: all compute of a provider, or one instance family in one
/// region.
///
/// @param provider as the bills name it
/// @param region empty for all
/// @param family such as `c6i`; empty for all
public record UsagePool(String provider, CurrencyCode currency, String region, String family)
        implements Comparable<UsagePool> {
    private static final Comparator<UsagePool> ORDER = Comparator.comparing(UsagePool::provider)
            .thenComparing(UsagePool::currency)
            .thenComparing(UsagePool::region)
            .thenComparing(UsagePool::family);

    public UsagePool {
        Objects.requireNonNull(currency, "currency");
    }

    /// All compute of a provider.
    public static UsagePool whole(String provider, CurrencyCode currency) {
        return new UsagePool(provider, currency, "", "");
    }

    /// The pool of all compute that this one is part of.
    public UsagePool whole() {
        return whole(provider, currency);
    }

    public boolean isWhole() {
        return region.isEmpty() && family.isEmpty();
    }

    /// Such as `all compute of AWS` or `c6i in us-east-1`.
    public String words() {
        return isWhole() ? "all compute of " + provider : family + (region.isEmpty() ? "" : " in " + region);
    }

    @Override
    public int compareTo(UsagePool other) {
        return ORDER.compare(this, other);
    }
}
