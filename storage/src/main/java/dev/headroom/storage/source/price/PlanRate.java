package dev.headroom.storage.source.price;

import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Objects;

/// What an hour of a machine costs under a savings plan, in the currency of its list.
///
/// @param hourly what the hour takes of the commitment, whichever way that is paid
public record PlanRate(Offer offer, BigDecimal hourly) {
    public PlanRate {
        if (hourly.signum() <= 0) {
            throw new IllegalArgumentException("hourly (" + hourly.toPlainString() + ") must be positive.");
        }
    }

    /// A savings plan and the machine that it pays for.
    public record Offer(CommitmentKind kind, String instanceType, CommitmentTerm term, Payment payment)
            implements Comparable<Offer> {
        private static final Comparator<Offer> ORDER = Comparator.comparing(Offer::kind)
                .thenComparing(Offer::instanceType)
                .thenComparing(Offer::term)
                .thenComparing(Offer::payment);

        public Offer {
            Objects.requireNonNull(term, "term");
            Objects.requireNonNull(payment, "payment");
            if (kind == CommitmentKind.STANDARD_RESERVATION) {
                throw new IllegalArgumentException("kind (" + kind + ") must be a savings plan.");
            }
        }

        @Override
        public int compareTo(Offer other) {
            return ORDER.compare(this, other);
        }
    }
}
