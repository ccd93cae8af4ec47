package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.FleetSavings;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.Standing;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The rightsizing of a fleet under one policy, and where each recommendation stands.
///
/// @param prices where they come from
/// @param recommendations one a server, largest gross saving first
/// @param decisions what people decided about them
/// @param savings what can still be had: without the recommendations that are dismissed, snoozed or done
public record FleetRightsizing(
        SizingPolicy policy,
        PriceBasis prices,
        List<Recommendation> recommendations,
        Decisions decisions,
        FleetSavings savings) {
    public FleetRightsizing {
        recommendations = List.copyOf(recommendations);
    }

    /// @param recommendations one a server, in any order
    public static FleetRightsizing of(
            SizingPolicy policy, PriceBasis prices, List<Recommendation> recommendations, Decisions decisions) {
        List<Recommendation> sorted = recommendations.stream()
                .sorted(Comparator.comparingDouble(FleetRightsizing::gross)
                        .reversed()
                        .thenComparing(recommendation -> recommendation.server().id()))
                .toList();
        return new FleetRightsizing(policy, prices, sorted, decisions, potential(sorted, decisions));
    }

    /// The part of the fleet that a test takes, with its own savings.
    public FleetRightsizing within(Predicate<Server> inside) {
        return of(
                policy,
                prices,
                recommendations.stream()
                        .filter(recommendation -> inside.test(recommendation.server()))
                        .toList(),
                decisions);
    }

    /// The same recommendations after other decisions.
    public FleetRightsizing with(Decisions others) {
        return new FleetRightsizing(policy, prices, recommendations, others, potential(recommendations, others));
    }

    /// What can still be saved with some recommendations: those that are open or accepted.
    public static FleetSavings potential(List<Recommendation> recommendations, Decisions decisions) {
        return FleetSavings.of(
                recommendations,
                recommendation -> decisions.standing(recommendation).status().countsAsPotential());
    }

    public Standing standing(Recommendation recommendation) {
        return decisions.standing(recommendation);
    }

    /// The recommendations that stand so.
    public List<Recommendation> standingAt(Standing.Status status) {
        return recommendations.stream()
                .filter(recommendation -> standing(recommendation).status() == status)
                .toList();
    }

    /// How many recommendations stand where, such as `open 12, accepted 3, dismissed 2, snoozed 1`.
    public String standingWords() {
        return Arrays.stream(Standing.Status.values())
                .filter(status -> status != Standing.Status.NOTHING)
                .map(status -> Map.entry(status, standingAt(status).size()))
                .filter(count -> count.getKey() == Standing.Status.OPEN || count.getValue() > 0)
                .map(count -> count.getKey().words() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    private static double gross(Recommendation recommendation) {
        return recommendation
                .saving()
                .map(saving -> saving.gross().amount().doubleValue())
                .orElse(0.0);
    }

    /// The result in one sentence.
    public String sentence() {
        String totals = savings.totals().values().stream()
                .map(total -> String.format(
                        Locale.ROOT,
                        ", saving %s of %s %s a month (%.0f %%)",
                        whole(total.saving()),
                        whole(total.cost()),
                        total.cost().currency(),
                        total.savingPercent()))
                .collect(Collectors.joining());
        String standing = decisions.latest().isEmpty() ? "" : "; " + standingWords();
        return String.format(
                Locale.ROOT,
                "%d to resize, %d to stop, %d to keep, %d undecided%s%s",
                savings.resize(),
                savings.stop(),
                savings.keep(),
                savings.undecided(),
                totals,
                standing);
    }

    private static String whole(Money money) {
        return String.format(Locale.ROOT, "%,d", money.rounded(0).amount().longValueExact());
    }
}
