package dev.headroom.app.ui.rightsizing;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.Decisions;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.Words;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.FleetSavings;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the recommendations save by where they stand. Each server has one recommendation and each recommendation one
/// status, so no saving is counted twice; open and accepted ones together are what can still be saved.
final class SavingsCalculator {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final List<Standing.Status> DECIDED =
            List.of(Standing.Status.ACCEPTED, Standing.Status.DONE, Standing.Status.DISMISSED, Standing.Status.SNOOZED);

    private final Formats formats;

    SavingsCalculator(Formats formats) {
        this.formats = formats;
    }

    /// One total: a heading with a count, the gross saving a month and two lines with the rest.
    public record Figure(String heading, String value, Tone tone, String month, String year) {}

    /// The currency that most money is spent in.
    static Optional<CurrencyCode> currency(FleetSavings savings) {
        return savings.totals().entrySet().stream()
                .max(Comparator.comparing(entry -> entry.getValue().cost().amount()))
                .map(Map.Entry::getKey);
    }

    /// The total of what can be saved with its share of the present cost, then one figure a status that holds any; the
    /// others share one figure without a sum. Empty when no server has a known price.
    List<Figure> figures(List<Recommendation> recommendations, Decisions decisions) {
        FleetSavings potential = FleetRightsizing.potential(recommendations, decisions);
        Optional<CurrencyCode> currency = currency(potential);
        if (currency.isEmpty()) {
            return List.of();
        }
        FleetSavings.Totals whole = potential.in(currency.get());
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("Can be saved, " + formats.percent(whole.savingPercent(), 1), whole, Tone.GOOD));
        Map<Standing.Status, List<Recommendation>> byStatus = recommendations.stream()
                .collect(Collectors.groupingBy(one -> decisions.standing(one).status()));
        figures.add(figure(Standing.Status.OPEN, byStatus, currency.get()));
        for (Standing.Status status : DECIDED) {
            if (byStatus.containsKey(status)) {
                figures.add(figure(status, byStatus, currency.get()));
            }
        }
        List<String> none = DECIDED.stream()
                .filter(status -> !byStatus.containsKey(status))
                .map(Standing.Status::words)
                .toList();
        if (!none.isEmpty()) {
            figures.add(new Figure("None yet", Formats.UNKNOWN, Tone.NEUTRAL, either(none), ""));
        }
        return figures;
    }

    /// Which servers are too small today and what that would cost to relieve, in one sentence.
    String answer(List<Recommendation> recommendations, Decisions decisions) {
        FleetSavings savings = FleetRightsizing.potential(recommendations, decisions);
        long tooSmall = recommendations.stream()
                .filter(SizingFilter.SHORTAGE::takes)
                .filter(recommendation ->
                        decisions.standing(recommendation).status().countsAsPotential())
                .count();
        Optional<CurrencyCode> currency = currency(savings);
        if (tooSmall == 0 || currency.isEmpty()) {
            return "Cheapest type that keeps the load below its limit in the full history";
        }
        return "%s too small today; relieving %s costs %s a month more"
                .formatted(
                        tooSmall == 1 ? "1 server is" : formats.count(tooSmall) + " servers are",
                        tooSmall == 1 ? "it" : "them",
                        formats.money(savings.in(currency.get()).extraCost(), 0));
    }

    /// Such as `done, dismissed or snoozed`.
    private static String either(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.getFirst() : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private Figure figure(
            Standing.Status status, Map<Standing.Status, List<Recommendation>> byStatus, CurrencyCode currency) {
        List<Recommendation> those = byStatus.getOrDefault(status, List.of());
        return figure(
                Words.capital(status.words()) + ", " + formats.count(those.size()),
                FleetSavings.of(those).in(currency),
                Tone.NEUTRAL);
    }

    private Figure figure(String heading, FleetSavings.Totals totals, Tone tone) {
        Optional<Money> net = totals.netWhenComplete();
        return new Figure(
                heading,
                formats.money(totals.saving(), 0),
                tone,
                "a month, net " + words(net),
                formats.money(totals.savingYear(), 0) + " a year, net " + words(net.map(month -> month.times(MONTHS))));
    }

    private String words(Optional<Money> money) {
        return money.map(known -> formats.money(known, 0)).orElse("unknown");
    }
}
