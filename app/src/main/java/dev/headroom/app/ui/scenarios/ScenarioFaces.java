package dev.headroom.app.ui.scenarios;

import dev.headroom.app.ui.adapter.ScenarioPlots;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.usecase.EventWords;
import dev.headroom.app.usecase.RunScenarios;
import dev.headroom.app.usecase.ScenarioGround;
import dev.headroom.app.usecase.Words;
import dev.headroom.charts.plot.Caption;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.Viewport;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.scenario.CostOutcome;
import dev.headroom.engine.scenario.Event;
import dev.headroom.engine.scenario.LoadOutcome;
import dev.headroom.engine.scenario.Outcome;
import dev.headroom.engine.scenario.PathBand;
import dev.headroom.engine.scenario.Scenario;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Makes what the panel shows of a scenario: charts, differences and the answer in words. Works on any thread.
final class ScenarioFaces {
    /// How much of the past the charts show.
    static final int PAST_DAYS = 80;

    private final FleetModel fleet;
    private final DifferenceWords words;

    ScenarioFaces(FleetModel fleet, DifferenceWords words) {
        this.fleet = fleet;
        this.words = words;
    }

    /// What an event is called: its own name, or what it does.
    static String name(Event event) {
        String words = event.name().isEmpty() ? EventWords.of(event.change()) : event.name();
        return Words.capital(words);
    }

    /// The chosen server or the one that was looked at before; else the one that changes most, else the one
    /// that is most likely to breach.
    static Optional<LoadOutcome> chosen(ScenarioGround ground, Outcome outcome, String selection, ResourceKind kind) {
        List<LoadOutcome> shown = outcome.loads().stream()
                .filter(load -> ground.isShown(load.load().resource()))
                .filter(load -> load.load().kind() == kind)
                .toList();
        return shown.stream()
                .filter(load -> load.load().resource().equals(selection))
                .findFirst()
                .or(() -> shown.stream()
                        .max(Comparator.comparingDouble((LoadOutcome load) -> Math.abs(load.probabilityDifference()))
                                .thenComparing(load -> load.baseline().longest().probability())));
    }

    ScenarioFace face(RunScenarios known, Scenario now, Optional<Scenario> other, String selection, ResourceKind kind) {
        ScenarioGround ground = known.ground();
        Outcome outcome = known.run(now);
        Optional<Outcome> second = other.map(known::run);
        Viewport span = ScenarioPlots.span(
                ground.baseline().grid().start(), ground.baseline().days(), PAST_DAYS);
        Optional<LoadOutcome> load = chosen(ground, outcome, selection, kind);
        Optional<LoadOutcome> besideLoad = load.flatMap(one -> second.flatMap(it -> it.loads().stream()
                .filter(candidate -> candidate.load().equals(one.load()))
                .findFirst()));
        String subject = load.map(
                        one -> fleet.namesProperty().get().resource(one.load().resource()) + ", "
                                + one.load().kind().label())
                .orElse("");
        Optional<CostOutcome> cost = outcome.cost();
        Optional<CostOutcome> besideCost = second.flatMap(Outcome::cost);
        String said = words.answer(load, subject.replace(",", ""), cost);
        String name = other.map(Scenario::name).orElse("");
        Optional<Plot> loadPlot = load.map(one -> ScenarioPlots.load(
                new ScenarioPlots.Before(
                        history(ground, one), PathBand.of(one.load().percent())),
                one,
                ground.figures().limitPercent(),
                besideLoad.map(it -> new ScenarioPlots.Beside(name, it.futures())),
                span,
                caption(said, subject + ", daily p95", outcome)));
        Optional<Plot> costPlot = cost.flatMap(one -> ground.costHistory()
                .map(history -> ScenarioPlots.cost(
                        new ScenarioPlots.Before(history, PathBand.of(one.baseline())),
                        one,
                        besideCost.map(it -> new ScenarioPlots.Beside(name, it.scenario())),
                        span,
                        caption(said, "Cost per day", outcome))));
        List<String> notes = new ArrayList<>();
        outcome.notes().forEach(note -> notes.add(name(note.event()) + ": " + note.words()));
        cost.ifPresent(one -> notes.addAll(words.notes(one)));
        return new ScenarioFace(
                outcome,
                span,
                load.map(one -> one.load().resource()).orElse(""),
                subject,
                loadPlot,
                costPlot,
                load.map(one -> words.load(one, besideLoad)).orElse(List.of()),
                cost.map(one -> words.cost(one, besideCost)).orElse(List.of()),
                notes,
                said);
    }

    private static TimeSeries history(ScenarioGround ground, LoadOutcome load) {
        return Objects.requireNonNull(ground.histories()
                .get(new ScenarioGround.LoadKey(
                        load.load().resource(), load.load().kind())));
    }

    private static Caption caption(String said, String subtitle, Outcome outcome) {
        String data = outcome.scenario()
                .provenance()
                .map(one -> "Data to " + one.asOf() + ", models " + one.model() + ", seed " + one.seed() + ", baseline "
                        + one.baseline()
                                .substring(0, Math.min(12, one.baseline().length())))
                .orElse("");
        return Exports.caption(outcome.scenario().name() + ": " + said, subtitle + ", baseline and scenario", data);
    }
}
