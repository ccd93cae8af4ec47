package dev.headroom.storage.cache;

import java.math.BigDecimal;
import java.util.Optional;

/// A sum over the charges that give an amount, and how many they are. Unknown is not 0: while [#known] is
/// smaller than the number of charges, the sum is too low.
final class PartSum {
    private BigDecimal sum = BigDecimal.ZERO;
    private long known;

    PartSum() {}

    PartSum(BigDecimal sum, long known) {
        this.sum = sum;
        this.known = known;
    }

    BigDecimal sum() {
        return sum;
    }

    long known() {
        return known;
    }

    /// @param charges for how many charges the amount stands
    void add(Optional<BigDecimal> amount, long charges) {
        if (amount.isPresent()) {
            sum = known == 0 ? amount.get() : sum.add(amount.get());
            known += charges;
        }
    }

    void add(PartSum other) {
        if (other.known > 0) {
            sum = known == 0 ? other.sum : sum.add(other.sum);
            known += other.known;
        }
    }
}
