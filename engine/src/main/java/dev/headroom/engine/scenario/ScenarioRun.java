package dev.headroom.engine.scenario;

import dev.headroom.engine.capacity.BreachAssessor;
import dev.headroom.engine.forecast.Futures;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Applies the events of a scenario to the futures of a baseline: load, breach dates and cost together.
///
/// Input: the futures of a baseline and the events that count, by date. Output: the same futures changed path by path,
/// and what they say before, after and as a difference. Nothing is drawn anew: the same path with and without the
/// events has the same chance in it (common random numbers), so a difference is that of the events, and an event that
/// does nothing changes nothing. It is a pure function; the baseline is not changed.
///
/// The load of each path is changed linearly, event after event in the order of their dates: growth and percentages
/// multiply all load that is there, also what earlier events brought; points are added; a migration takes a share and
/// spreads it over where it arrives; a resize multiplies with old capacity / new capacity; off-hours and what is
/// decommissioned have no load. The daily p95 of a day with off-hours stays as it is while one hour of it is on. Load
/// above 100 % of a smaller machine is shown as it is: more than it can carry.
///
/// The cost of each path is the total of its day times one plus what the events change of its shares, plus what
/// launches cost, plus what commitments cost less what they pay for, hour by hour. Commitments that are already there
/// are paid on.
///
/// Source: A. M. Law (2015), Simulation modeling and analysis, 5th edition, chapter 11.2 (common random numbers).
/// Departures: the shares of the parts of the cost are constant over the days; the hours of a day have the same cost
/// apart from off-hours.
public final class ScenarioRun {
    private final BaselineFigures before;
    private final ScopeMembers members;
    private final ShapeCatalog shapes;

    public ScenarioRun(BaselineFigures before, ScopeMembers members, ShapeCatalog shapes) {
        this.before = before;
        this.members = members;
        this.shapes = shapes;
    }

    public Outcome run(Scenario scenario) {
        Baseline baseline = before.baseline();
        List<Note> notes = new ArrayList<>();
        Applied applied = apply(scenario.inOrder(), notes);
        List<LoadOutcome> loads = IntStream.range(0, baseline.loads().size())
                .parallel()
                .mapToObj(i -> load(i, applied.loads()))
                .toList();
        Optional<CostOutcome> cost = applied.cost().map(ScenarioRun::cost);
        return new Outcome(scenario, loads, cost, notes);
    }

    /// What each event that counts does in its place among the others, and alone, by date; none without bills.
    public List<EventEffect> effects(Scenario scenario) {
        List<Event> events = scenario.inOrder();
        List<EventEffect> effects = new ArrayList<>();
        if (before.baseline().cost().isPresent()) {
            double known = meanCost(List.of());
            double nothing = known;
            for (int i = 0; i < events.size(); i++) {
                double joined = meanCost(events.subList(0, i + 1));
                effects.add(new EventEffect(events.get(i), joined - known, meanCost(List.of(events.get(i))) - nothing));
                known = joined;
            }
        }
        return List.copyOf(effects);
    }

    private double meanCost(List<Event> events) {
        CostPaths paths = CostPaths.of(apply(events, new ArrayList<>()).cost().orElseThrow());
        return Arrays.stream(sums(paths, 0, paths.steps())).average().orElse(0);
    }

    /// The plans after all events.
    record Applied(LoadPlan loads, Optional<CostPlan> cost) {}

    Applied apply(List<Event> events, List<Note> notes) {
        Baseline baseline = before.baseline();
        Machines machines = new Machines(baseline, shapes);
        LoadPlan loads = new LoadPlan(baseline, members, machines);
        Optional<CostPlan> cost = baseline.cost().map(base -> new CostPlan(base, baseline, events, members, machines));
        LocalDate start = LocalDate.ofInstant(baseline.grid().start(), ZoneOffset.UTC);
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            int index = i;
            if (event.from().isBefore(start) && !(event.change() instanceof Change.Commitment)) {
                notes.add(new Note(
                        event,
                        "It begins before " + start + ", the first day ahead, so it changes all days; the data may"
                                + " already hold it."));
            }
            if (!event.from().isBefore(start.plusDays(baseline.days()))) {
                notes.add(new Note(event, "It begins after the last day that is looked at, so it changes nothing."));
            }
            if (!reaches(event)) {
                notes.add(new Note(
                        event,
                        "Nothing that is looked at lies in " + event.scope().words() + ", so it changes nothing."));
            }
            loads.apply(event, words -> notes.add(new Note(event, words)));
            cost.ifPresent(plan -> plan.apply(index, words -> notes.add(new Note(event, words))));
            if (event.change() instanceof Change.Resize resize) {
                EventDays span = EventDays.of(event, baseline.grid());
                baseline.machines().stream()
                        .filter(machine -> members.server(event.scope(), machine.resource()))
                        .forEach(machine -> machines.resize(machine.resource(), span, resize.instanceType()));
            }
        }
        return new Applied(loads, cost);
    }

    private boolean reaches(Event event) {
        Baseline baseline = before.baseline();
        return event.scope().isAll()
                || baseline.loads().stream().anyMatch(load -> members.server(event.scope(), load.resource()))
                || baseline.cost().stream()
                        .flatMap(base -> base.parts().stream())
                        .anyMatch(part -> members.cost(event.scope(), part));
    }

    private LoadOutcome load(int index, LoadPlan plan) {
        Baseline.Load load = before.baseline().loads().get(index);
        if (!plan.isTouched(index)) {
            return new LoadOutcome(load, load.percent(), before.of(index), before.of(index), new Spread(0, 0, 0), 0, 0);
        }
        Futures futures = plan.futures(index);
        PathScan old = before.scan(index);
        PathScan scan = PathScan.of(futures, before.limitPercent());
        double[] difference = new double[futures.count()];
        int avoided = 0;
        int caused = 0;
        for (int path = 0; path < difference.length; path++) {
            difference[path] = scan.peak()[path] - old.peak()[path];
            boolean then = old.first()[path] != BreachAssessor.NEVER;
            boolean now = scan.first()[path] != BreachAssessor.NEVER;
            avoided += then && !now ? 1 : 0;
            caused += now && !then ? 1 : 0;
        }
        return new LoadOutcome(
                load,
                futures,
                before.of(index),
                before.figures(scan),
                Spread.of(difference),
                (double) avoided / difference.length,
                (double) caused / difference.length);
    }

    private static CostOutcome cost(CostPlan plan) {
        CostPaths paths = CostPaths.of(plan);
        Futures old = plan.base().perDay();
        LocalDate start = LocalDate.ofInstant(old.grid().start(), ZoneOffset.UTC);
        List<SpanCost> months = new ArrayList<>();
        int from = 0;
        while (from < old.steps()) {
            YearMonth month = YearMonth.from(start.plusDays(from));
            int to = from;
            while (to < old.steps() && YearMonth.from(start.plusDays(to)).equals(month)) {
                to++;
            }
            months.add(span(old, paths, start, from, to));
            from = to;
        }
        return new CostOutcome(
                plan.base().currency(),
                old,
                paths,
                months,
                span(old, paths, start, 0, old.steps()),
                paths.uses(),
                plan.strands());
    }

    private static SpanCost span(Futures old, Futures paths, LocalDate start, int from, int to) {
        double[] before = sums(old, from, to);
        double[] after = sums(paths, from, to);
        double[] difference = new double[before.length];
        Arrays.setAll(difference, path -> after[path] - before[path]);
        return new SpanCost(
                start.plusDays(from), to - from, Spread.of(before), Spread.of(after), Spread.of(difference));
    }

    private static double[] sums(Futures paths, int from, int to) {
        double[] sums = new double[paths.count()];
        for (int path = 0; path < sums.length; path++) {
            for (int day = from; day < to; day++) {
                sums[path] += paths.value(path, day);
            }
        }
        return sums;
    }
}
