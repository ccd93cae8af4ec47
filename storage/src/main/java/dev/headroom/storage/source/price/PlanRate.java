package dev.headroom.storage.source.price;

import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import java.math.BigDecimal;
import java.util.Objects;

/// What an hour of a machine costs under a savings plan, in the currency of its list. It is what the hour takes of the
/// commitment, whichever way that was paid.
public record PlanRate(
        CommitmentKind kind, String instanceType, CommitmentTerm term, Payment payment, BigDecimal hourly) {
    public PlanRate {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(payment, "payment");
        if (kind == CommitmentKind.STANDARD_RESERVATION || hourly.signum() <= 0) {
            throw new IllegalArgumentException("kind (" + kind + ") must be a savings plan, and hourly ("
                    + hourly.toPlainString() + ") must be positive.");
        }
    }
}
