package dev.headroom.app.usecase;

import dev.headroom.engine.commitment.CommitmentHistory;
import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.ProviderNames;
import dev.headroom.storage.cache.PriceBook;
import dev.headroom.storage.source.aws.AwsPlanRates;
import dev.headroom.storage.source.aws.AwsPrices;
import dev.headroom.storage.source.price.ShippedRates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rates of commitments that a workspace knows: those of the lists that were pulled, and the shipped
/// assumptions for what the lists do not say.
///
/// A rate of a family holds in its region. Where reservations of a region were pulled, none is assumed there; a family
/// may not be sold so. Savings plans are sold for all families, so that the assumption stays for families that are not
/// in a list. A plan for all compute has the mean discount of what runs ([PlanMix]).
final class KnownRates {
    private KnownRates() {}

    static List<CommitmentRate> of(PriceBook book, CommitmentHistory history) {
        Collection<CommitmentRate> pulled = PulledDiscounts.of(book).rates();
        List<CommitmentRate> all = new ArrayList<>(
                pulled.stream().filter(rate -> rate.kind().boundToFamily()).toList());
        PlanMix mix = new PlanMix(pulled, history);
        for (CommitmentRate assumed : ShippedRates.load()) {
            switch (assumed.kind()) {
                case COMPUTE_SAVINGS_PLAN -> all.add(mix.rate(assumed));
                case INSTANCE_SAVINGS_PLAN -> all.add(assumed);
                case STANDARD_RESERVATION -> all.addAll(elsewhere(assumed, pulled, history));
            }
        }
        return all;
    }

    /// The assumption for the regions of the bills whose reservations were not pulled; for all where none were.
    private static List<CommitmentRate> elsewhere(
            CommitmentRate assumed, Collection<CommitmentRate> pulled, CommitmentHistory history) {
        Set<String> known = pulled.stream()
                .filter(rate -> rate.kind() == CommitmentKind.STANDARD_RESERVATION
                        && ProviderNames.same(rate.provider(), assumed.provider()))
                .map(CommitmentRate::region)
                .collect(Collectors.toSet());
        return known.isEmpty()
                ? List.of(assumed)
                : history.usage().keySet().stream()
                        .filter(pool -> ProviderNames.same(pool.provider(), assumed.provider()))
                        .map(pool -> pool.region())
                        .filter(region -> !region.isEmpty() && !known.contains(region))
                        .distinct()
                        .sorted()
                        .map(assumed::in)
                        .toList();
    }

    /// True for a rate that rests on a pulled list; false for an assumption.
    static boolean isFromList(CommitmentRate rate) {
        return list(rate).isPresent();
    }

    /// The name of the list that a rate rests on; empty for an assumption.
    static Optional<String> list(CommitmentRate rate) {
        return Stream.of(AwsPrices.SOURCE, AwsPlanRates.SOURCE)
                .filter(rate.source()::startsWith)
                .findFirst();
    }
}
