package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// How much of a server's cost is paid by a commitment that goes on after the server shrinks.
///
/// @param coveredShare the covered share of the present cost, 0..1; empty when it is not known
/// @param reach what else the commitment could pay for
public record CommitmentCover(OptionalDouble coveredShare, Reach reach) {
    public CommitmentCover {
        Objects.requireNonNull(reach, "reach");
        if (coveredShare.isPresent() && !(coveredShare.getAsDouble() >= 0 && coveredShare.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("coveredShare (" + coveredShare.getAsDouble() + ") must lie in [0, 1].");
        }
    }

    /// Nothing is known, so no net saving can be stated.
    public static CommitmentCover unknown() {
        return new CommitmentCover(OptionalDouble.empty(), Reach.ANY_FAMILY);
    }

    /// The server is known to run without a commitment.
    public static CommitmentCover none() {
        return covering(0, Reach.ANY_FAMILY);
    }

    public static CommitmentCover covering(double share, Reach reach) {
        return new CommitmentCover(OptionalDouble.of(share), reach);
    }

    /// What the commitment still costs every month but is no longer used for, at list prices: the covered
    /// part of the present cost that the new cost cannot absorb. The freed commitment is not assumed to serve
    /// another server.
    ///
    /// @param next the new monthly cost in the same currency; zero when the server is stopped
    Optional<Money> stranded(Money current, Money next, FamilyChange change) {
        if (coveredShare.isEmpty()) {
            return Optional.empty();
        }
        Money covered = current.times(BigDecimal.valueOf(coveredShare.getAsDouble()));
        boolean absorbs = reach == Reach.ANY_FAMILY || change == FamilyChange.SAME_FAMILY;
        Money left = absorbs ? covered.minus(next) : covered;
        return Optional.of(left.amount().signum() > 0 ? left : Money.zero(current.currency()));
    }

    /// What a commitment may be used for.
    public enum Reach {
        /// It follows a change of the instance family, as a compute savings plan does.
        ANY_FAMILY,
        /// It is bound to the instance family, as an instance savings plan or a size-flexible reservation is.
        SAME_FAMILY
    }

    enum FamilyChange {
        SAME_FAMILY,
        OTHER_FAMILY
    }
}
