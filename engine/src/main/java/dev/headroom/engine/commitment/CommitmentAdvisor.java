package dev.headroom.engine.commitment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Advises which commitment to buy, and how large, on the forecast paths of the usage over the term.
///
/// Every option is sized for itself and judged against the one that is recommended: of the wished term,
/// without upfront payment where there is such a rate, for all compute before a single family, the one with
/// the largest expected saving. One year without upfront payment is the usual wish, because what binds
/// longest also saves most on paper.
public final class CommitmentAdvisor {
    private static final int POINTS = 20;
    private static final int PARTS = 4;
    private static final int SPACING_DAYS = 91;

    private final CommitmentTerm term;
    private final Posture posture;

    /// @param term the wished term
    public CommitmentAdvisor(CommitmentTerm term, Posture posture) {
        this.term = term;
        this.posture = posture;
    }

    /// @param whole the forecast of all compute
    /// @param families forecasts of single families
    /// @param smaller on-demand cost an hour that rightsizing would take off the usage of all compute
    public CommitmentAdvice advise(
            PoolForecast whole, List<PoolForecast> families, List<CommitmentRate> rates, double smaller) {
        List<PurchaseOption> options = new ArrayList<>();
        List<FrontierPoint> frontier = new ArrayList<>();
        List<PoolForecast> forecasts = new ArrayList<>(List.of(whole));
        forecasts.addAll(families);
        for (PoolForecast forecast : forecasts) {
            Map<CommitmentTerm, CommitmentSizer> sizers = new HashMap<>();
            for (CommitmentRate rate : fitting(rates, forecast.pool())) {
                CommitmentSizer sizer =
                        sizers.computeIfAbsent(rate.term(), of -> new CommitmentSizer(forecast.usage(), of.days()));
                options.add(PurchaseOption.of(forecast, rate, sized(sizer, rate)));
                if (forecast.pool().isWhole()) {
                    frontier.addAll(points(forecast.pool(), sizer, rate));
                }
            }
        }
        Optional<PurchaseOption> wished = options.stream()
                .filter(option -> !option.isNothing() && option.rate().term() == term)
                .min(Comparator.comparing(
                                (PurchaseOption option) -> option.rate().payment())
                        .thenComparing(option -> !option.pool().isWhole())
                        .thenComparing(PurchaseOption::expectedSaving, Comparator.reverseOrder()));
        List<PurchaseOption> judged = options.stream()
                .map(option -> judged(option, wished))
                .sorted(Comparator.comparing(PurchaseOption::verdict)
                        .thenComparing(PurchaseOption::expectedSavingMonth, Comparator.reverseOrder()))
                .toList();
        Optional<PoolForecast> chosen = wished.flatMap(option -> forecasts.stream()
                .filter(forecast -> forecast.pool().equals(option.pool()))
                .findFirst());
        return new CommitmentAdvice(
                whole.pool(),
                judged,
                FrontierPoint.marked(frontier),
                chosen.map(forecast -> Ladder.of(
                        forecast,
                        wished.orElseThrow().rate(),
                        wished.orElseThrow().onDemandHour().amount().doubleValue(),
                        PARTS,
                        SPACING_DAYS)),
                chosen.filter(forecast -> smaller > 0 && forecast.pool().isWhole())
                        .map(forecast -> OrderComparison.of(
                                forecast, wished.orElseThrow().rate(), smaller, posture)));
    }

    /// The rates for a pool; one for its family or its region replaces those for all.
    static List<CommitmentRate> fitting(List<CommitmentRate> rates, UsagePool pool) {
        return rates.stream()
                .filter(rate -> rate.fits(pool))
                .filter(rate -> rates.stream().noneMatch(other -> other.fits(pool) && other.replaces(rate)))
                .toList();
    }

    private CommitmentSizer.Sized sized(CommitmentSizer sizer, CommitmentRate rate) {
        return switch (posture) {
            case CAREFUL -> sizer.careful(rate.discount());
            case EXPECTED -> sizer.best(rate.discount());
        };
    }

    private static List<FrontierPoint> points(UsagePool pool, CommitmentSizer sizer, CommitmentRate rate) {
        List<FrontierPoint> points = new ArrayList<>();
        CoverageProfile grid = sizer.grid();
        double months = rate.term().days() / 365.0 * 12;
        for (int i = 1; i <= POINTS; i++) {
            CommitmentSizer.Sized sized = new CommitmentSizer.Sized(
                    grid, (int) Math.round((grid.sizes() - 1.0) * i / POINTS), rate.discount());
            points.add(new FrontierPoint(
                    rate,
                    PurchaseOption.money(sized.level() * (1 - rate.discount()), pool, 4),
                    PurchaseOption.money(sized.expected() / months, pool, 2),
                    PurchaseOption.money(sized.badCase() / months, pool, 2),
                    false));
        }
        return points;
    }

    private PurchaseOption judged(PurchaseOption option, Optional<PurchaseOption> wished) {
        if (option.isNothing()) {
            return option.judged(
                    Verdict.REJECTED,
                    "no size saves without a loss in the bad case: too little usage is left after the running"
                            + " commitments, or it is too uncertain over "
                            + option.rate().term().words());
        }
        if (wished.isEmpty()) {
            return option.judged(Verdict.ALTERNATIVE, "no option of the term " + term.words() + " saves anything");
        }
        PurchaseOption best = wished.get();
        if (option == best) {
            return option.judged(Verdict.RECOMMENDED, recommendation(option));
        }
        boolean longer = option.rate().term().days() > best.rate().term().days();
        int compared = option.expectedSavingMonth().compareTo(best.expectedSavingMonth());
        if (longer && option.confidence() < best.confidence()) {
            return option.judged(
                    compared > 0 ? Verdict.ALTERNATIVE : Verdict.REJECTED,
                    "binds for " + option.rate().term().words() + ", on a forecast that the history carries less far"
                            + " (confidence " + share(option.confidence()) + " instead of "
                            + share(best.confidence()) + ")");
        }
        if (compared <= 0) {
            return option.judged(
                    Verdict.REJECTED,
                    "saves " + option.expectedSavingMonth() + " a month, not more than the recommended "
                            + best.expectedSavingMonth()
                            + (option.pool().isWhole()
                                    ? ""
                                    : ", and only for " + option.pool().words()));
        }
        if (option.rate().payment() != best.rate().payment()) {
            return option.judged(
                    Verdict.ALTERNATIVE,
                    "saves "
                            + option.expectedSavingMonth().minus(best.expectedSavingMonth())
                            + " a month more, and ties up " + option.upfront() + " from the first day");
        }
        return option.judged(
                Verdict.ALTERNATIVE,
                "saves "
                        + option.expectedSavingMonth().minus(best.expectedSavingMonth())
                        + " a month more, and is lost where machines leave "
                        + option.pool().words());
    }

    private String recommendation(PurchaseOption option) {
        return "the largest expected saving of " + option.rate().term().words() + ", "
                + option.rate().payment().words()
                + (posture == Posture.CAREFUL ? ", at a size whose bad case is not a loss" : "");
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
