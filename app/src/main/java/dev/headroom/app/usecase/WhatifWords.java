package dev.headroom.app.usecase;

import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.scenario.CommitmentUse;
import dev.headroom.engine.scenario.CostOutcome;
import dev.headroom.engine.scenario.Event;
import dev.headroom.engine.scenario.EventEffect;
import dev.headroom.engine.scenario.LoadOutcome;
import dev.headroom.engine.scenario.Outcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What a scenario does, in sentences.
public final class WhatifWords {
    private static final double LIKELY = 0.5;
    private static final int LEFT_SHOWN = 5;

    private final ScenarioGround ground;

    public WhatifWords(ScenarioGround ground) {
        this.ground = ground;
    }

    /// The outcome in one sentence.
    public String sentence(Outcome outcome) {
        List<LoadOutcome> shown = outcome.loads().stream()
                .filter(load -> ground.isShown(load.load().resource()))
                .toList();
        long before = shown.stream()
                .filter(load -> load.baseline().longest().probability() >= LIKELY)
                .count();
        long after = shown.stream()
                .filter(load -> load.scenario().longest().probability() >= LIKELY)
                .count();
        String cost = outcome.cost()
                .map(one -> String.format(
                        Locale.ROOT,
                        "; cost %s%,.0f %s in %d days (P10 %,.0f, P90 %,.0f)",
                        one.total().difference().p50() < 0 ? "" : "+",
                        one.total().difference().p50(),
                        one.currency(),
                        one.total().days(),
                        one.total().difference().p10(),
                        one.total().difference().p90()))
                .orElse("; no bills");
        return String.format(
                Locale.ROOT,
                "%s: %d of %d resources likely pass the limit within %d days, %d without it%s",
                outcome.scenario().name(),
                after,
                shown.size(),
                ground.baseline().days(),
                before,
                cost);
    }

    /// What has to be known about the outcome.
    public List<String> notes(Outcome outcome) {
        List<String> notes = new ArrayList<>();
        outcome.notes().forEach(note -> notes.add(name(note.event()) + ": " + note.words()));
        outcome.cost().ifPresent(cost -> cost(cost, notes));
        outcome.loads().stream()
                .filter(load -> load.isTouched() && ground.isShown(load.load().resource()))
                .max(Comparator.comparingDouble(load -> Math.abs(load.probabilityDifference())))
                .filter(load -> load.probabilityDifference() != 0)
                .ifPresent(load -> notes.add("Most changed: " + load.load().resource() + " "
                        + load.load().kind().metric() + ", "
                        + breach(load.baseline().longest()) + " without it, "
                        + breach(load.scenario().longest()) + " with it"));
        ground.left().stream().limit(LEFT_SHOWN).forEach(left -> notes.add("Not looked at: " + left));
        if (ground.left().size() > LEFT_SHOWN) {
            notes.add((ground.left().size() - LEFT_SHOWN) + " more are not looked at");
        }
        return notes;
    }

    /// What each event does to the cost in its place among the others, and where that is another amount than alone.
    public List<String> order(Outcome outcome, List<EventEffect> effects) {
        String currency = outcome.cost().map(cost -> cost.currency().value()).orElse("");
        return effects.stream()
                .filter(effect -> outcome.cost().isPresent())
                .filter(EventEffect::dependsOnOrder)
                .map(effect -> String.format(
                        Locale.ROOT,
                        "%s: %s%,.0f %s after the events before it, %s%,.0f %s alone",
                        name(effect.event()),
                        effect.costInOrder() < 0 ? "" : "+",
                        effect.costInOrder(),
                        currency,
                        effect.costAlone() < 0 ? "" : "+",
                        effect.costAlone(),
                        currency))
                .toList();
    }

    private static void cost(CostOutcome cost, List<String> notes) {
        for (CommitmentUse use : cost.commitments()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s: pays %,.0f %s, of which %,.0f (P10 %,.0f, P90 %,.0f) for nothing; some is unused in %.0f %% of"
                            + " the futures",
                    name(use.event()),
                    use.paid(),
                    cost.currency(),
                    use.unused().p50(),
                    use.unused().p10(),
                    use.unused().p90(),
                    100 * use.unusedProbability()));
        }
        if (cost.strands()) {
            notes.add("Less runs than present commitments pay for on some days; they are paid on, so not all of that is"
                    + " saved.");
        }
    }

    /// The name of an event, or what it is.
    public static String name(Event event) {
        return event.name().isEmpty()
                ? EventWords.of(event.change()) + ", " + event.scope().words()
                : event.name();
    }

    private static String breach(BreachRisk risk) {
        String date = risk.p50()
                .map(day -> ", P50 " + LocalDate.ofInstant(day, ZoneOffset.UTC))
                .orElse("");
        return String.format(Locale.ROOT, "%.0f %%%s", 100 * risk.probability(), date);
    }
}
