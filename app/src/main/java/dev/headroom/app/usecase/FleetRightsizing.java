package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.FleetSavings;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The rightsizing of a fleet under one policy.
///
/// @param priceDate the date of the price list
/// @param recommendations one a server, largest gross saving first
public record FleetRightsizing(
        SizingPolicy policy, LocalDate priceDate, List<Recommendation> recommendations, FleetSavings savings) {
    public FleetRightsizing {
        recommendations = List.copyOf(recommendations);
    }

    static FleetRightsizing of(SizingPolicy policy, LocalDate priceDate, List<Recommendation> recommendations) {
        List<Recommendation> sorted = recommendations.stream()
                .sorted(Comparator.comparingDouble(FleetRightsizing::gross)
                        .reversed()
                        .thenComparing(recommendation -> recommendation.server().id()))
                .toList();
        return new FleetRightsizing(policy, priceDate, sorted, FleetSavings.of(sorted));
    }

    /// The part of the fleet that a test takes, with its own savings.
    public FleetRightsizing within(Predicate<Server> inside) {
        return of(
                policy,
                priceDate,
                recommendations.stream()
                        .filter(recommendation -> inside.test(recommendation.server()))
                        .toList());
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
        return String.format(
                Locale.ROOT,
                "%d to resize, %d to stop, %d to keep, %d undecided%s",
                savings.resize(),
                savings.stop(),
                savings.keep(),
                savings.undecided(),
                totals);
    }

    private static String whole(Money money) {
        return String.format(Locale.ROOT, "%,d", money.rounded(0).amount().longValueExact());
    }
}
