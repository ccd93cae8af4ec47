package dev.headroom.engine.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/// What commitments paid for on one UTC day, in one currency and of one provider.
///
/// @param eligible what the usage that a commitment could pay for costs on demand; empty when a charge does
///     not tell
/// @param covered the part of it that commitments paid for
/// @param used what the commitments cost that were used; empty when a charge does not state its effective
///     cost
/// @param unused what the commitments cost that nobody used
public record CoverageDay(
        LocalDate day,
        Optional<BigDecimal> eligible,
        Optional<BigDecimal> covered,
        Optional<BigDecimal> used,
        Optional<BigDecimal> unused) {
    /// The covered share of the eligible usage, 0..1; empty when unknown or nothing is eligible.
    public OptionalDouble coverage() {
        return share(covered, eligible);
    }

    /// The used share of the commitments, 0..1; empty when unknown or none runs.
    public OptionalDouble utilization() {
        return share(used, used.flatMap(amount -> unused.map(amount::add)));
    }

    static OptionalDouble share(Optional<BigDecimal> part, Optional<BigDecimal> whole) {
        if (part.isEmpty() || whole.isEmpty() || whole.get().signum() <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(part.get().doubleValue() / whole.get().doubleValue());
    }
}
