package dev.headroom.app.ui.commitments;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.CommitmentReport;
import dev.headroom.app.usecase.Words;
import dev.headroom.engine.commitment.CommitmentAdvice;
import dev.headroom.engine.commitment.CoverageDay;
import dev.headroom.engine.commitment.HeldCommitment;
import dev.headroom.engine.commitment.Ladder;
import dev.headroom.engine.commitment.OrderComparison;
import dev.headroom.engine.commitment.PurchaseOption;
import dev.headroom.engine.commitment.SavingsRate;
import dev.headroom.engine.commitment.UsagePool;
import dev.headroom.engine.commitment.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// What the panel says about commitments.
final class CommitmentWords {
    private static final int RECENT = 30;

    private final CommitmentReport report;
    private final UsagePool whole;
    private final Optional<CommitmentAdvice> advice;
    private final Formats formats;

    CommitmentWords(CommitmentReport report, UsagePool whole, Optional<CommitmentAdvice> advice, Formats formats) {
        this.report = report;
        this.whole = whole;
        this.advice = advice;
        this.formats = formats;
    }

    String answer() {
        if (advice.isEmpty()) {
            return "No advice: "
                    + report.left().stream()
                            .filter(left -> left.pool().equals(whole))
                            .map(CommitmentReport.Left::reason)
                            .findFirst()
                            .orElse("the usage cannot be forecast");
        }
        return advice.get()
                .recommended()
                .map(option -> "A %s of %s an hour for %s saves %s a month on average, %s in the bad case"
                        .formatted(
                                option.rate().kind().words(),
                                formats.money(option.commitmentHour(), 2),
                                option.rate().term().words(),
                                formats.money(option.expectedSavingMonth(), 0),
                                formats.money(CommitmentReport.month(option.badCaseSaving(), option), 0)))
                .orElse("No commitment of " + report.request().term().words() + " is worth buying");
    }

    String basis() {
        boolean level = report.forecasts().stream()
                .allMatch(forecast -> forecast.usage().shape().isLevel());
        return "Rests on %s; %s"
                .formatted(
                        report.rateBasis(formats::dayYear),
                        level ? "days count as level over their hours" : "hours as on the bills");
    }

    String span() {
        return "whole workspace, %s to %s"
                .formatted(
                        formats.dayYear(report.history().first()),
                        formats.dayYear(report.history().last()));
    }

    List<FigureStrip.Figure> figures() {
        List<CoverageDay> all = report.history().coverage().getOrDefault(whole, List.of());
        List<CoverageDay> recent = all.subList(Math.max(0, all.size() - RECENT), all.size());
        List<FigureStrip.Figure> figures = new ArrayList<>();
        figures.add(figure(
                "Coverage", share(recent, CoverageDay::coverage), Tone.NEUTRAL, "of what can be covered, 30 days"));
        OptionalDouble used = share(recent, CoverageDay::utilization);
        figures.add(figure(
                "Utilization",
                used,
                used.isPresent() && used.getAsDouble() < 0.9 ? Tone.WATCH : Tone.NEUTRAL,
                "of what was bought, 30 days"));
        figures.add(savingsRate());
        figures.add(nextEnd());
        figures.add(saving());
        return figures;
    }

    private FigureStrip.Figure figure(String heading, OptionalDouble share, Tone tone, String meaning) {
        return new FigureStrip.Figure(
                heading,
                share.isPresent() ? formats.percent(100 * share.getAsDouble(), 1) : Formats.UNKNOWN,
                tone,
                meaning);
    }

    /// The mean over the days; unknown while a day is.
    private static OptionalDouble share(List<CoverageDay> days, Function<CoverageDay, OptionalDouble> what) {
        boolean known = days.stream().allMatch(day -> what.apply(day).isPresent());
        return known
                ? days.stream().mapToDouble(day -> what.apply(day).orElse(0)).average()
                : OptionalDouble.empty();
    }

    private FigureStrip.Figure savingsRate() {
        SavingsRate rate = report.history().rates().get(whole);
        Optional<Double> percent =
                rate == null ? Optional.empty() : rate.percent().map(value -> value.doubleValue());
        return new FigureStrip.Figure(
                "Effective savings rate",
                percent.map(value -> formats.percent(value, 1)).orElse(Formats.UNKNOWN),
                percent.isPresent() && percent.get() < 0 ? Tone.BAD : Tone.NEUTRAL,
                "below list cost, unused part counted");
    }

    private FigureStrip.Figure nextEnd() {
        Optional<HeldCommitment> next = report.history().held().stream()
                .filter(one -> one.running()
                        && one.whole().equals(whole)
                        && one.expiry().end().isPresent())
                .min(Comparator.comparing(one -> one.expiry().end().orElseThrow()));
        return next.map(one -> new FigureStrip.Figure(
                        "Next to end",
                        HeldRow.of(one).end(formats),
                        Tone.NEUTRAL,
                        one.hourly()
                                .map(money -> formats.money(money, 2) + " an hour, "
                                        + one.expiry().certainty())
                                .orElse(one.expiry().certainty())))
                .orElse(new FigureStrip.Figure("Next to end", Formats.UNKNOWN, Tone.NEUTRAL, "no known end"));
    }

    private FigureStrip.Figure saving() {
        return advice.flatMap(CommitmentAdvice::recommended)
                .map(option -> new FigureStrip.Figure(
                        "Can be saved a month",
                        formats.money(option.expectedSavingMonth(), 0),
                        Tone.GOOD,
                        "bad case " + formats.money(CommitmentReport.month(option.badCaseSaving(), option), 0)
                                + ", unused " + formats.percent(100 * option.unusedShare(), 1)))
                .orElse(new FigureStrip.Figure(
                        "Can be saved a month", Formats.UNKNOWN, Tone.NEUTRAL, "no option is worth buying"));
    }

    static List<String> details(PurchaseOption option, CommitmentAdvice advice, Formats formats) {
        List<String> lines = new ArrayList<>();
        lines.add(Words.capital(option.verdict().words()) + ": " + option.reason() + ".");
        if (!option.isNothing()) {
            lines.add(
                    "Rests on a discount of %s (%s, %s); loses money below %s use. A part is unused in %s of the hours, %s of it on average."
                            .formatted(
                                    formats.percent(
                                            option.rate().discountPercent().doubleValue(), 0),
                                    option.rate().sourceWords(),
                                    formats.dayYear(option.rate().asOf()),
                                    formats.percent(100 * option.rate().breakEvenUtilization(), 0),
                                    formats.probability(option.unusedProbability()),
                                    formats.percent(100 * option.unusedShare(), 1)));
            lines.add(
                    "Saves what was paid after %s, and what it costs in all after %s; %s upfront. Costs more than it saves in %s of the futures."
                            .formatted(
                                    months(option.breakEvenMonths(), formats),
                                    months(option.safeMonths(), formats),
                                    formats.money(option.upfront(), 0),
                                    formats.probability(option.lossProbability())));
        }
        if (option.verdict() == Verdict.RECOMMENDED) {
            advice.ladder().ifPresent(ladder -> lines.add(ladder(ladder, option, formats)));
            advice.orders().ifPresent(orders -> lines.add(orders(orders, formats)));
        }
        return lines;
    }

    private static String ladder(Ladder ladder, PurchaseOption option, Formats formats) {
        return "In %d parts, a quarter apart, ending %s to %s: saves %s over the first term, %s in the bad case, instead of %s and %s at once."
                .formatted(
                        ladder.parts().size(),
                        formats.dayYear(ladder.parts().getFirst().ends()),
                        formats.dayYear(ladder.parts().getLast().ends()),
                        formats.money(ladder.expectedSaving(), 0),
                        formats.money(ladder.badCaseSaving(), 0),
                        formats.money(option.expectedSaving(), 0),
                        formats.money(option.badCaseSaving(), 0));
    }

    private static String orders(OrderComparison orders, Formats formats) {
        return "With rightsizing over the term: %s when machines shrink first (%s an hour), %s when it is bought first; the sum of both alone, %s, cannot be had."
                .formatted(
                        formats.money(orders.rightsizeFirst().expectedSaving(), 0),
                        formats.money(orders.rightsizeFirst().commitmentHour(), 2),
                        formats.money(orders.commitFirst().expectedSaving(), 0),
                        formats.money(orders.addedUp(), 0));
    }

    private static String months(OptionalDouble months, Formats formats) {
        if (months.isEmpty()) {
            return "no month of the term";
        }
        return months.getAsDouble() == 0 ? "the first day" : formats.number(months.getAsDouble(), 1) + " months";
    }
}
