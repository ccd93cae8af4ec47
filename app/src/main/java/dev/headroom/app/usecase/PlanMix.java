package dev.headroom.app.usecase;

import dev.headroom.engine.commitment.CommitmentHistory;
import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.ProviderNames;
import dev.headroom.engine.commitment.UsagePool;
import dev.headroom.storage.source.aws.AwsPlanRates;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// The discount of a savings plan for all compute, whose rates differ by family and region: the mean over
/// what ran in the last thirty days of the bills, each family weighted by its on-demand cost. A family
/// without a pulled rate counts with the assumed discount.
///
/// The provider applies a plan to the usage with the highest discount first, so that a plan for a part of the usage
/// saves rather more than the mean; a later mix of families may save less.
final class PlanMix {
    private static final int DAYS = 30;
    private static final int DIGITS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Collection<CommitmentRate> pulled;
    private final CommitmentHistory history;

    /// @param pulled rates by region and family
    PlanMix(Collection<CommitmentRate> pulled, CommitmentHistory history) {
        this.pulled = pulled;
        this.history = history;
    }

    /// The mean in place of an assumption, the smallest where a provider bills in several currencies; the assumption
    /// where nothing that ran has a pulled rate.
    CommitmentRate rate(CommitmentRate assumed) {
        return history.wholes().stream()
                .filter(whole -> ProviderNames.same(whole.provider(), assumed.provider()))
                .flatMap(whole -> mean(whole, assumed).stream())
                .min(Comparator.comparing(CommitmentRate::discountPercent))
                .orElse(assumed);
    }

    private Optional<CommitmentRate> mean(UsagePool whole, CommitmentRate assumed) {
        BigDecimal known = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal saved = BigDecimal.ZERO;
        LocalDate oldest = LocalDate.MAX;
        SortedSet<String> regions = new TreeSet<>();
        for (Map.Entry<UsagePool, SortedMap<LocalDate, Optional<BigDecimal>>> part :
                history.usage().entrySet()) {
            if (part.getKey().whole().equals(whole)) {
                BigDecimal cost = recent(part.getValue());
                Optional<CommitmentRate> rate = rate(part.getKey(), assumed);
                all = all.add(cost);
                saved = saved.add(cost.multiply(rate.orElse(assumed).discountPercent()));
                if (rate.isPresent() && cost.signum() > 0) {
                    known = known.add(cost);
                    regions.add(rate.get().region());
                    oldest = rate.get().asOf().isBefore(oldest) ? rate.get().asOf() : oldest;
                }
            }
        }
        if (known.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal others = all.subtract(known).multiply(HUNDRED).divide(all, 0, RoundingMode.CEILING);
        return Optional.of(new CommitmentRate(
                assumed.provider(),
                assumed.kind(),
                assumed.family(),
                assumed.term(),
                assumed.payment(),
                saved.divide(all, MathContext.DECIMAL64).setScale(DIGITS, RoundingMode.FLOOR),
                oldest,
                AwsPlanRates.SOURCE + " " + String.join(" ", regions) + ", weighted by the usage of " + DAYS + " days"
                        + (others.signum() > 0 ? ", " + others + " % of it assumed" : "")));
    }

    private BigDecimal recent(SortedMap<LocalDate, Optional<BigDecimal>> days) {
        return days.tailMap(history.last().minusDays(DAYS - 1)).values().stream()
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Optional<CommitmentRate> rate(UsagePool part, CommitmentRate assumed) {
        return pulled.stream()
                .filter(rate -> rate.kind() == assumed.kind()
                        && rate.term() == assumed.term()
                        && rate.payment() == assumed.payment()
                        && rate.region().equals(part.region())
                        && rate.family().equals(part.family())
                        && ProviderNames.same(rate.provider(), part.provider()))
                .findFirst();
    }
}
