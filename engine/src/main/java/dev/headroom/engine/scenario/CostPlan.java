package dev.headroom.engine.scenario;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// What the events so far do to the cost. Parts that the same events reach are changed together.
final class CostPlan {
    private final BaselineCost base;
    private final Baseline baseline;
    private final ScopeMembers members;
    private final Machines machines;
    private final List<Event> events;
    private final Map<List<Object>, CostGroup> groups = new LinkedHashMap<>();
    private final Map<CostGroup, BitSet> reached = new LinkedHashMap<>();
    private final double[] moved;
    private final double[] added;
    private final List<NewCommitment> commitments = new ArrayList<>();
    private double computeShare;
    private double coveredShare;

    /// @param events all that will be applied, in their order
    CostPlan(BaselineCost base, Baseline baseline, List<Event> events, ScopeMembers members, Machines machines) {
        this.base = base;
        this.baseline = baseline;
        this.members = members;
        this.machines = machines;
        this.events = events;
        this.moved = new double[baseline.days()];
        this.added = new double[baseline.days()];
        base.parts().forEach(this::group);
    }

    private void group(CostPart part) {
        computeShare += part.compute();
        coveredShare += part.covered();
        BitSet inside = new BitSet(events.size());
        for (int i = 0; i < events.size(); i++) {
            if (members.cost(events.get(i).scope(), part)) {
                inside.set(i);
            }
        }
        if (!inside.isEmpty()) {
            boolean machine = machines.original(part.resource()).isPresent();
            String server = machine ? part.resource() : "";
            CostGroup group =
                    groups.computeIfAbsent(List.of(server, inside), _ -> new CostGroup(server, baseline.days()));
            group.add(part);
            reached.put(group, inside);
        }
    }

    /// A commitment of the scenario.
    ///
    /// @param perDayHour what it costs an hour
    /// @param covers how much usage without it an hour of it pays for
    record NewCommitment(Event event, EventDays span, double perHour, double covers, List<CostGroup> inside) {}

    List<NewCommitment> commitments() {
        return commitments;
    }

    /// @param index of the event among all
    /// @param notes gets what could not be done
    void apply(int index, Consumer<String> notes) {
        Event event = events.get(index);
        EventDays span = EventDays.of(event, baseline.grid());
        List<CostGroup> inside = groups.values().stream()
                .filter(group -> reached.getOrDefault(group, new BitSet()).get(index))
                .toList();
        switch (event.change()) {
            case Change.Growth growth -> {
                double following = following(growth.reach());
                forEach(
                        span,
                        day -> inside.forEach(group -> group.load(day, span.growth(event, growth, day), following)));
            }
            case Change.Launch launch -> launch(event, launch, span, inside, notes);
            case Change.Migration migration -> migrate(migration, span, inside);
            case Change.Resize resize -> resize(resize, span, inside, notes);
            case Change.Schedule schedule ->
                forEach(span, day -> {
                    boolean[] hours = span.on(schedule, day);
                    inside.forEach(group -> group.leaveOn(day, hours));
                });
            case Change.Price price -> price(price.rate(), span, inside, notes);
            case Change.Commitment commitment -> commit(event, commitment, span, inside, notes);
            case Change.Decommission _ -> forEach(span, day -> inside.forEach(group -> group.end(day)));
        }
    }

    private static double following(LoadReach reach) {
        return reach.costPercent().isPresent() ? reach.costPercent().getAsDouble() / 100 : Double.NaN;
    }

    private void launch(
            Event event, Change.Launch launch, EventDays span, List<CostGroup> inside, Consumer<String> notes) {
        if (launch.step() instanceof Change.Step.Percent(double percent)) {
            double following = following(launch.reach());
            forEach(span, day -> inside.forEach(group -> group.load(day, 1 + percent / 100, following)));
        } else if (launch.costPerDay().isEmpty()) {
            notes.accept("What it costs a day is not given, so it adds load and no cost.");
        }
        launch.costPerDay()
                .filter(_ -> reaches(event))
                .ifPresent(cost -> amount(cost, notes).ifPresent(amount -> forEach(span, day -> added[day] += amount)));
    }

    /// True when the scope of the event has something in what is looked at.
    private boolean reaches(Event event) {
        return event.scope().isAll()
                || baseline.loads().stream().anyMatch(load -> members.server(event.scope(), load.resource()))
                || base.parts().stream().anyMatch(part -> members.cost(event.scope(), part));
    }

    private void migrate(Change.Migration migration, EventDays span, List<CostGroup> inside) {
        double following = following(migration.reach());
        double share = migration.sharePercent() / 100;
        boolean stays = migration
                .to()
                .map(to -> base.parts().stream().anyMatch(part -> members.cost(to, part)))
                .orElse(false);
        forEach(span, day -> {
            for (CostGroup group : inside) {
                double follows = Double.isNaN(following) ? group.meteredNow(day) : group.allNow(day) * following;
                moved[day] += stays ? follows * share : 0;
                group.load(day, 1 - share, following);
            }
        });
    }

    private void resize(Change.Resize resize, EventDays span, List<CostGroup> inside, Consumer<String> notes) {
        Set<String> unknown = new HashSet<>();
        for (CostGroup group : inside) {
            Optional<Money> after =
                    machines.find(group.server, resize.instanceType()).flatMap(InstanceShape::onDemandHour);
            if (group.server.isEmpty() || machines.original(group.server).isEmpty()) {
                continue;
            }
            forEach(span, day -> {
                OptionalDouble ratio =
                        ratio(machines.on(group.server, day).flatMap(InstanceShape::onDemandHour), after);
                if (ratio.isPresent()) {
                    group.machineRate(day, ratio.getAsDouble());
                } else {
                    unknown.add(group.server);
                }
            });
        }
        if (!unknown.isEmpty()) {
            notes.accept("The price of the old or the new type of " + Words.some(unknown)
                    + " is unknown, so its cost is unchanged.");
        }
    }

    private static OptionalDouble ratio(Optional<Money> before, Optional<Money> after) {
        boolean known = before.isPresent()
                && after.isPresent()
                && before.get().amount().signum() > 0
                && before.get().currency().equals(after.get().currency());
        return known
                ? OptionalDouble.of(after.orElseThrow().amount().doubleValue()
                        / before.orElseThrow().amount().doubleValue())
                : OptionalDouble.empty();
    }

    private void price(Change.Rate rate, EventDays span, List<CostGroup> inside, Consumer<String> notes) {
        switch (rate) {
            case Change.Rate.Percent(double percent) ->
                forEach(span, day -> inside.forEach(group -> group.price(day, 1 + percent / 100)));
            case Change.Rate.Hourly(Money perHour) -> {
                Set<String> unknown = new HashSet<>();
                for (CostGroup group : inside) {
                    OptionalDouble multiple = ratio(
                            machines.original(group.server).flatMap(InstanceShape::onDemandHour), Optional.of(perHour));
                    if (multiple.isPresent()) {
                        forEach(span, day -> group.setMachineRate(day, multiple.getAsDouble()));
                    } else if (!group.server.isEmpty()) {
                        unknown.add(group.server);
                    }
                }
                if (!unknown.isEmpty()) {
                    notes.accept("The present price of " + Words.some(unknown) + " in " + perHour.currency()
                            + " is unknown, so its cost is unchanged.");
                }
            }
        }
    }

    private void commit(
            Event event, Change.Commitment commitment, EventDays span, List<CostGroup> inside, Consumer<String> notes) {
        amount(commitment.perHour(), notes).ifPresent(perHour -> {
            if (reaches(event)) {
                commitments.add(new NewCommitment(
                        event, span, perHour, perHour / (1 - commitment.discountPercent() / 100), inside));
            }
        });
    }

    private OptionalDouble amount(Money money, Consumer<String> notes) {
        CurrencyCode currency = base.currency();
        if (!money.currency().equals(currency)) {
            notes.accept(money + " is left out: the cost here is in " + currency + "; give it in " + currency + ".");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(money.amount().doubleValue());
    }

    private static void forEach(EventDays span, IntConsumer work) {
        for (int day = span.first(); day < span.end(); day++) {
            work.accept(day);
        }
    }

    BaselineCost base() {
        return base;
    }

    double added(int day) {
        return added[day];
    }

    /// How many hours of a day have to be told apart: 24 where a schedule reaches, else 1 that stands for all.
    int hours(int day) {
        return groups.values().stream().anyMatch(group -> group.hasHours(day)) ? 24 : 1;
    }

    /// By what share of the total of a day the cost changes, without new commitments; exactly 0 where nothing changes.
    /// Commitments that are already there are paid on: what machines cost does not fall below what they pay for.
    double change(int day) {
        double change = moved[day];
        for (CostGroup group : groups.values()) {
            change += group.otherChange(day);
        }
        int hours = hours(day);
        for (int hour = 0; hour < hours; hour++) {
            double machine = 0;
            for (CostGroup group : groups.values()) {
                machine += group.hourlyChange(day, hour);
            }
            change += 24.0 / hours * Math.max(machine, Math.min(0, coveredShare - computeShare) / 24);
        }
        return change;
    }

    /// True when commitments that are already there are paid for nothing on some of the days.
    boolean strands() {
        for (int day = 0; day < baseline.days(); day++) {
            int hours = hours(day);
            for (int hour = 0; hour < hours; hour++) {
                double machine = 0;
                for (CostGroup group : groups.values()) {
                    machine += group.hourlyChange(day, hour);
                }
                if (machine < Math.min(0, coveredShare - computeShare) / 24 - 1e-12) {
                    return true;
                }
            }
        }
        return false;
    }

    /// What a commitment can pay for in an hour of a day, as a share of the total of a day: machines in its scope, less
    /// what commitments that are already there pay.
    double eligible(NewCommitment commitment, int day, int hour) {
        return eligible(commitment.inside(), day, hour);
    }

    /// The same for what two commitments share.
    double shared(NewCommitment one, NewCommitment other, int day, int hour) {
        return eligible(one.inside().stream().filter(other.inside()::contains).toList(), day, hour);
    }

    private static double eligible(List<CostGroup> inside, int day, int hour) {
        double sum = 0;
        for (CostGroup group : inside) {
            sum += Math.max(0, group.hourly(day, hour) - group.coveredShare() / 24);
        }
        return sum;
    }
}
