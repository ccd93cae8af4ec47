package dev.headroom.app.ui.scenarios;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.scenario.CommitmentUse;
import dev.headroom.engine.scenario.CostOutcome;
import dev.headroom.engine.scenario.LoadFigures;
import dev.headroom.engine.scenario.LoadOutcome;
import dev.headroom.engine.scenario.SpanCost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the difference tables and the answer say.
final class DifferenceWords {
    private static final double NOTABLE = 0.005;
    private static final double MINUTE = 0.5;

    private final Formats formats;

    DifferenceWords(Formats formats) {
        this.formats = formats;
    }

    /// Breach dates, probabilities and peak of one resource.
    List<DifferenceRow> load(LoadOutcome load, Optional<LoadOutcome> other) {
        BreachRisk before = load.baseline().longest();
        BreachRisk after = load.scenario().longest();
        List<DifferenceRow> rows = new ArrayList<>();
        rows.add(new DifferenceRow(
                "Breach date, P50",
                date(before.p50(), load),
                date(after.p50(), load),
                dateDifference(before, after),
                dateTone(before, after),
                other.map(one -> date(one.scenario().longest().p50(), one)).orElse("")));
        rows.add(new DifferenceRow(
                "P10 – P90",
                range(before),
                range(after),
                "",
                Tone.NEUTRAL,
                other.map(one -> range(one.scenario().longest())).orElse("")));
        for (int i = 0; i < load.baseline().risks().size(); i++) {
            rows.add(probability(load, i, other));
        }
        rows.add(new DifferenceRow(
                "Peak p95, median",
                formats.percent(load.baseline().peak().p50(), 0),
                formats.percent(load.scenario().peak().p50(), 0),
                points(load.peakDifference().p50()),
                tone(load.peakDifference().p50(), MINUTE),
                other.map(one -> formats.percent(one.scenario().peak().p50(), 0))
                        .orElse("")));
        rows.add(new DifferenceRow(
                "Peak, P10 – P90",
                range(load.baseline()),
                range(load.scenario()),
                points(load.peakDifference().p10()) + " – "
                        + points(load.peakDifference().p90()),
                Tone.NEUTRAL,
                other.map(one -> range(one.scenario())).orElse("")));
        return rows;
    }

    private DifferenceRow probability(LoadOutcome load, int horizon, Optional<LoadOutcome> other) {
        BreachRisk before = load.baseline().risks().get(horizon);
        BreachRisk after = load.scenario().risks().get(horizon);
        double difference = after.probability() - before.probability();
        return new DifferenceRow(
                "Probability, " + before.horizonDays() + " days",
                formats.probability(before.probability()),
                formats.probability(after.probability()),
                points(100 * difference),
                tone(difference, NOTABLE),
                other.map(one -> formats.probability(
                                one.scenario().risks().get(horizon).probability()))
                        .orElse(""));
    }

    private String range(LoadFigures figures) {
        return formats.percentRange(figures.peak().p10(), figures.peak().p90(), 0);
    }

    private String date(Optional<Instant> date, LoadOutcome load) {
        Instant end = load.futures().grid().at(load.futures().steps() - 1L);
        return date.map(formats::dayYear).orElse("none by " + formats.day(end));
    }

    private String range(BreachRisk risk) {
        return risk.p10().isEmpty()
                ? Formats.UNKNOWN
                : formats.day(risk.p10().get()) + " – "
                        + risk.p90().map(formats::day).orElse("later");
    }

    private static String dateDifference(BreachRisk before, BreachRisk after) {
        if (before.p50().isEmpty()) {
            return after.p50().isEmpty() ? "" : "new";
        }
        if (after.p50().isEmpty()) {
            return "avoided";
        }
        long days = Duration.between(before.p50().get(), after.p50().get()).toDays();
        return days == 0
                ? "same day"
                : Math.abs(days) + (Math.abs(days) == 1 ? " day " : " days ") + (days > 0 ? "later" : "sooner");
    }

    private static Tone dateTone(BreachRisk before, BreachRisk after) {
        Instant old = before.p50().orElse(Instant.MAX);
        Instant now = after.p50().orElse(Instant.MAX);
        return old.equals(now) ? Tone.NEUTRAL : now.isAfter(old) ? Tone.GOOD : Tone.BAD;
    }

    private String points(double value) {
        String figure = formats.number(Math.abs(value), 0);
        return figure.equals("0") ? "0 pp" : (value < 0 ? "\u2212" : "+") + figure + " pp";
    }

    private static Tone tone(double difference, double notable) {
        return Math.abs(difference) < notable ? Tone.NEUTRAL : difference < 0 ? Tone.GOOD : Tone.BAD;
    }

    /// The cost of each month and of all days.
    List<DifferenceRow> cost(CostOutcome cost, Optional<CostOutcome> other) {
        List<DifferenceRow> rows = new ArrayList<>();
        for (int i = 0; i < cost.months().size(); i++) {
            int month = i;
            SpanCost span = cost.months().get(i);
            boolean whole = span.days() == span.first().lengthOfMonth();
            rows.add(row(
                    formats.month(span.first()) + " " + span.first().getYear()
                            + (whole ? "" : ", " + span.days() + " days"),
                    span,
                    cost,
                    other.map(one -> one.months().get(month)),
                    false));
        }
        rows.add(row("All " + cost.total().days() + " days", cost.total(), cost, other.map(CostOutcome::total), true));
        return rows;
    }

    private DifferenceRow row(String name, SpanCost span, CostOutcome cost, Optional<SpanCost> other, boolean total) {
        String currency = cost.currency().value();
        return new DifferenceRow(
                name,
                formats.money(span.baseline().p50(), currency, 0),
                formats.money(span.scenario().p50(), currency, 0),
                formats.signedMoney(span.difference().p50(), currency),
                tone(span.difference().p50(), MINUTE),
                other.map(one -> formats.money(one.scenario().p50(), currency, 0))
                        .orElse(""),
                total);
    }

    /// The answer first: what becomes of the breach and of the cost.
    String answer(Optional<LoadOutcome> load, String subject, Optional<CostOutcome> cost) {
        List<String> parts = new ArrayList<>();
        load.ifPresent(one -> {
            String after = formats.probability(one.scenario().longest().probability());
            String before = formats.probability(one.baseline().longest().probability());
            parts.add(subject + " passes its limit within "
                    + one.scenario().longest().horizonDays() + " days with " + after
                    + (after.equals(before) ? ", as without the scenario" : " instead of " + before));
        });
        cost.ifPresent(one -> {
            SpanCost total = one.total();
            String currency = one.currency().value();
            if (total.difference().p10() == 0 && total.difference().p90() == 0) {
                parts.add("cost unchanged");
                return;
            }
            parts.add("cost " + formats.signedMoney(total.difference().p50(), currency) + " ("
                    + formats.signedMoney(total.difference().p10(), currency) + " to "
                    + formats.signedMoney(total.difference().p90(), currency) + ")");
        });
        return String.join("; ", parts);
    }

    /// What has to be known about the cost.
    List<String> notes(CostOutcome cost) {
        List<String> notes = new ArrayList<>();
        String currency = cost.currency().value();
        for (CommitmentUse use : cost.commitments()) {
            notes.add("The commitment pays " + formats.money(use.paid(), currency, 0) + ", of which "
                    + formats.money(use.unused().p50(), currency, 0) + " ("
                    + formats.money(use.unused().p10(), currency, 0) + " to "
                    + formats.money(use.unused().p90(), currency, 0) + ") for nothing.");
        }
        if (cost.strands()) {
            notes.add("Less runs than present commitments pay for on some days; they are paid on.");
        }
        return notes;
    }
}
