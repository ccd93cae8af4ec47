package dev.headroom.engine.scenario;

import dev.headroom.engine.forecast.Futures;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.series.TimeGrid;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the events so far do to the load of each server resource.
final class LoadPlan {
    private final Baseline baseline;
    private final ScopeMembers members;
    private final Machines machines;
    private final @Nullable LoadLine[] lines;

    LoadPlan(Baseline baseline, ScopeMembers members, Machines machines) {
        this.baseline = baseline;
        this.members = members;
        this.machines = machines;
        this.lines = new LoadLine[baseline.loads().size()];
    }

    boolean isTouched(int load) {
        return lines[load] != null;
    }

    /// The futures of a load with the events.
    Futures futures(int load) {
        PathBlock before = baseline.loads().get(load).percent();
        LoadLine line = lines[load];
        return line == null ? before : new Changed(before, line);
    }

    private record Changed(PathBlock before, LoadLine line) implements Futures {
        @Override
        public TimeGrid grid() {
            return before.grid();
        }

        @Override
        public int count() {
            return before.count();
        }

        @Override
        public double value(int path, int step) {
            return line.value(before.value(path, step), path, step);
        }
    }

    /// @param notes gets what could not be done
    void apply(Event event, Consumer<String> notes) {
        EventDays span = EventDays.of(event, baseline.grid());
        switch (event.change()) {
            case Change.Growth growth ->
                each(
                        event.scope(),
                        growth.reach(),
                        (load, line) -> forEach(span, day -> line.times(day, span.growth(event, growth, day))));
            case Change.Launch launch ->
                each(event.scope(), launch.reach(), (load, line) -> forEach(span, day -> launch(launch, line, day)));
            case Change.Migration migration -> migrate(event.scope(), migration, span, notes);
            case Change.Resize resize -> resize(event.scope(), resize, span, notes);
            case Change.Schedule schedule ->
                each(
                        event.scope(),
                        LoadReach.USUAL,
                        (load, line) -> forEach(span, day -> {
                            if (span.isDark(schedule, day)) {
                                line.switchOff(day);
                            }
                        }));
            case Change.Decommission _ ->
                each(event.scope(), LoadReach.USUAL, (load, line) -> forEach(span, line::switchOff));
            case Change.Price _, Change.Commitment _ -> {}
        }
    }

    private static void launch(Change.Launch launch, LoadLine line, int day) {
        switch (launch.step()) {
            case Change.Step.Points(double points) -> line.plus(day, points);
            case Change.Step.Percent(double percent) -> line.times(day, 1 + percent / 100);
        }
    }

    private void resize(EventScope scope, Change.Resize resize, EventDays span, Consumer<String> notes) {
        Set<String> unknown = new HashSet<>();
        Set<String> untold = new HashSet<>();
        each(scope, LoadReach.USUAL, (load, line) -> {
            if (!machines.canBecome(load.resource(), resize.instanceType())) {
                unknown.add(load.resource());
                return;
            }
            InstanceShape after =
                    machines.find(load.resource(), resize.instanceType()).orElseThrow();
            OptionalDouble capacity = Machines.capacity(after, load.kind());
            forEach(span, day -> {
                OptionalDouble before = machines.capacity(load.resource(), load.kind(), day);
                if (before.isPresent() && capacity.isPresent()) {
                    line.times(day, before.getAsDouble() / capacity.getAsDouble());
                } else {
                    untold.add(load.resource() + " " + load.kind().label());
                }
            });
        });
        if (!unknown.isEmpty()) {
            notes.accept(Words.some(unknown) + " stays as it is: its type, or " + resize.instanceType()
                    + " in its region, is not in the catalogue.");
        }
        if (!untold.isEmpty()) {
            notes.accept("The capacity of " + Words.some(untold) + " is not known for both types, so its load is"
                    + " unchanged.");
        }
    }

    private void migrate(EventScope scope, Change.Migration migration, EventDays span, Consumer<String> notes) {
        Set<String> left = new HashSet<>();
        Set<String> lost = new HashSet<>();
        for (ResourceKind kind : ResourceKind.values()) {
            if (migration.reach().takes(kind)) {
                int[] sources = loads(scope, kind);
                migration.to().ifPresent(to -> arrive(migration, sources, loads(to, kind), span, left, lost));
                for (int source : sources) {
                    forEach(span, day -> line(source).times(day, 1 - migration.sharePercent() / 100));
                }
            }
        }
        if (!left.isEmpty()) {
            notes.accept("The capacity of " + Words.some(left) + " is unknown, so what leaves it arrives nowhere.");
        }
        migration
                .to()
                .filter(_ -> !lost.isEmpty())
                .ifPresent(to -> notes.accept("Nothing in " + to.words() + " has a measured " + Words.some(lost)
                        + " and a known capacity, so that load arrives nowhere."));
    }

    private int[] loads(EventScope scope, ResourceKind kind) {
        return IntStream.range(0, lines.length)
                .filter(i -> baseline.loads().get(i).kind() == kind)
                .filter(i -> members.server(scope, baseline.loads().get(i).resource()))
                .toArray();
    }

    /// Spreads what leaves the sources over the targets that are not sources, each in proportion to its
    /// capacity, so that all get the same points.
    private void arrive(
            Change.Migration migration,
            int[] sources,
            int[] inside,
            EventDays span,
            Set<String> left,
            Set<String> lost) {
        Set<Integer> from = new HashSet<>();
        IntStream.of(sources).forEach(from::add);
        int[] targets = IntStream.of(inside).filter(i -> !from.contains(i)).toArray();
        if (sources.length == 0) {
            return;
        }
        ResourceKind kind = baseline.loads().get(sources[0]).kind();
        double[] room = new double[baseline.days()];
        forEach(span, day -> room[day] = room(targets, kind, day));
        if (IntStream.range(span.first(), span.end()).allMatch(day -> room[day] == 0)) {
            lost.add(kind.label());
            return;
        }
        int paths = baseline.loads().get(sources[0]).percent().count();
        MovedLoad moved = new MovedLoad(paths, baseline.days());
        for (int source : sources) {
            Futures futures = futures(source);
            forEach(span, day -> {
                OptionalDouble size =
                        machines.capacity(baseline.loads().get(source).resource(), kind, day);
                if (size.isEmpty()) {
                    left.add(baseline.loads().get(source).resource());
                } else if (room[day] > 0) {
                    double weight = migration.sharePercent() / 100 * size.getAsDouble() / room[day];
                    for (int path = 0; path < paths; path++) {
                        moved.add(path, day, weight * futures.value(path, day));
                    }
                }
            });
        }
        for (int target : targets) {
            if (machines.capacity(baseline.loads().get(target).resource(), kind, span.first())
                    .isPresent()) {
                line(target).receive(moved, span.first(), span.end());
            }
        }
    }

    private double room(int[] targets, ResourceKind kind, int day) {
        double sum = 0;
        for (int target : targets) {
            LoadLine line = lines[target];
            if (line == null || !line.isDark(day)) {
                sum += machines.capacity(baseline.loads().get(target).resource(), kind, day)
                        .orElse(0);
            }
        }
        return sum;
    }

    private interface Work {
        void on(Baseline.Load load, LoadLine line);
    }

    private void each(EventScope scope, LoadReach reach, Work work) {
        for (int i = 0; i < lines.length; i++) {
            Baseline.Load load = baseline.loads().get(i);
            if (reach.takes(load.kind()) && members.server(scope, load.resource())) {
                work.on(load, line(i));
            }
        }
    }

    private LoadLine line(int load) {
        LoadLine line = lines[load];
        if (line == null) {
            line = new LoadLine(baseline.days());
            lines[load] = line;
        }
        return line;
    }

    private static void forEach(EventDays span, IntConsumer work) {
        for (int day = span.first(); day < span.end(); day++) {
            work.accept(day);
        }
    }
}
