package dev.headroom.app.usecase;

import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.PurchaseOption;
import dev.headroom.engine.quantity.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A commitment that AWS advises to buy, beside the size that Headroom finds best for the same kind, term, payment and
/// usage.
///
/// @param ours empty when Headroom did not look at such a commitment
public record PurchaseBeside(PurchaseSaid theirs, Optional<PurchaseOption> ours) {
    /// The largest saving of AWS first.
    public static List<PurchaseBeside> of(List<PurchaseSaid> said, Optional<CommitmentReport> report) {
        List<PurchaseOption> options = report.stream()
                .flatMap(known -> known.advice().stream())
                .filter(advice -> AwsAdvice.isAws(advice.whole().provider()))
                .flatMap(advice -> advice.options().stream())
                .toList();
        return said.stream()
                .map(theirs -> new PurchaseBeside(
                        theirs,
                        options.stream()
                                .filter(option -> isAlike(theirs, option))
                                .findFirst()))
                .sorted(Comparator.comparingDouble(PurchaseBeside::order).reversed())
                .toList();
    }

    private double order() {
        return theirs.saving().map(money -> money.amount().doubleValue()).orElse(0.0);
    }

    /// Reservations of Headroom are for all sizes of a family.
    private static boolean isAlike(PurchaseSaid theirs, PurchaseOption option) {
        CommitmentKind kind = option.rate().kind();
        boolean sameUsage = !kind.boundToFamily()
                || option.pool().family().equals(theirs.family())
                        && (option.pool().region().isEmpty()
                                || option.pool().region().equals(theirs.region()));
        return theirs.kind().equals(Optional.of(kind))
                && theirs.term().equals(Optional.of(option.rate().term()))
                && theirs.payment().equals(Optional.of(option.rate().payment()))
                && theirs.saving()
                        .map(Money::currency)
                        .equals(Optional.of(option.pool().currency()))
                && sameUsage;
    }
}
