package dev.headroom.engine.scenario;

import static dev.headroom.engine.scenario.SmallFleet.day;
import static dev.headroom.engine.scenario.SmallFleet.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.quantity.Money;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// What events make of the cost, path by path. A machine has a fifth of the total, see [SmallFleet].
class ScenarioCostTest {
    private static final EventScope A = EventScope.resource("a");
    private static final double ROUNDING = 1e-9;

    private static CostOutcome cost(Event... events) {
        return run(events).cost().orElseThrow();
    }

    private static void eachPath(CostOutcome cost, int from, int to, DoubleUnaryOperator expected) {
        for (int path = 0; path < SmallFleet.PATHS; path++) {
            for (int day = from; day < to; day++) {
                assertThat(cost.scenario().value(path, day))
                        .as("path %d day %d", path, day)
                        .isCloseTo(expected.applyAsDouble(cost.baseline().value(path, day)), within(ROUNDING));
            }
        }
    }

    @Test
    void onlyWhatIsPaidByUseFollowsTheLoad() {
        Event growth = Event.of("", A, day(10), new Change.Growth(50, Change.Pace.ONCE, LoadReach.USUAL));
        eachPath(cost(growth), 10, SmallFleet.DAYS, total -> total * (1 + 0.1 * 0.5));
        eachPath(cost(growth), 0, 10, total -> total);
    }

    @Test
    void aGivenShareOfAllCostFollowsTheLoad() {
        Event growth = Event.of(
                "", A, day(0), new Change.Growth(50, Change.Pace.ONCE, new LoadReach(Set.of(), OptionalDouble.of(60))));
        // a has machine, traffic and disk: 0.4 of the total.
        eachPath(cost(growth), 0, SmallFleet.DAYS, total -> total * (1 + 0.4 * 0.5 * 0.6));
    }

    @Test
    void aLaunchCostsWhatItIsSaidToCost() {
        Event launch = Event.of(
                "",
                A,
                day(20),
                new Change.Launch(new Change.Step.Points(5), Optional.of(Money.of("7.50", "USD")), LoadReach.USUAL));
        eachPath(cost(launch), 20, SmallFleet.DAYS, total -> total + 7.5);
    }

    @Test
    void moneyOfAnotherCurrencyIsLeftOutAndSaid() {
        Event launch = Event.of(
                "",
                A,
                day(20),
                new Change.Launch(new Change.Step.Points(5), Optional.of(Money.of("7.50", "EUR")), LoadReach.USUAL));
        Outcome outcome = run(launch);
        eachPath(outcome.cost().orElseThrow(), 0, SmallFleet.DAYS, total -> total);
        assertThat(outcome.notes()).anySatisfy(note -> assertThat(note.words()).contains("7.50 EUR", "give it in USD"));
    }

    @Test
    void aResizePaysThePriceOfTheNewType() {
        eachPath(
                cost(Event.of("", A, day(30), new Change.Resize("m.xlarge"))),
                30,
                SmallFleet.DAYS,
                total -> total * 1.2);
    }

    @Test
    void offHoursSaveTheMachineAndKeepItsDisk() {
        Event schedule =
                Event.of("", A, day(0), new Change.Schedule(WeekHours.parse(List.of("Mon-Sun 18-06")), ZoneOffset.UTC));
        eachPath(cost(schedule), 0, SmallFleet.DAYS, total -> total * (1 - 0.2 / 2));
    }

    @Test
    void offHoursAreReadFromTheClocksOfTheirZone() {
        Event schedule = Event.of(
                "",
                A,
                day(0),
                new Change.Schedule(WeekHours.parse(List.of("Sat 0-24")), java.time.ZoneId.of("America/New_York")));
        // Saturday 2 January begins at 05:00 UTC in New York and ends on Sunday at 05:00 UTC.
        eachPath(cost(schedule), 1, 2, total -> total * (1 - 0.2 * 19 / 24));
        eachPath(cost(schedule), 2, 3, total -> total * (1 - 0.2 * 5 / 24));
        // From 14 March on the clocks there are one hour ahead: Saturday 20 March begins at 04:00 UTC.
        eachPath(cost(schedule), 78, 79, total -> total * (1 - 0.2 * 20 / 24));
    }

    @Test
    void aPriceChangeReachesAllButPurchases() {
        Event price = Event.of("", EventScope.ALL, day(50), new Change.Price(new Change.Rate.Percent(10)));
        eachPath(cost(price), 50, SmallFleet.DAYS, total -> total * (1 + 0.8 * 0.1));
    }

    @Test
    void aNewHourlyPriceIsMeasuredOnTheListPrice() {
        Event price = Event.of("", A, day(50), new Change.Price(new Change.Rate.Hourly(Money.of("0.05", "USD"))));
        eachPath(cost(price), 50, SmallFleet.DAYS, total -> total * (1 - 0.2 / 2));
    }

    @Test
    void aDecommissionedServerCostsNothing() {
        eachPath(
                cost(Event.of("", A, day(25), new Change.Decommission())),
                25,
                SmallFleet.DAYS,
                total -> total * (1 - 0.4));
    }

    @Test
    void presentCommitmentsArePaidOnWhenLessRuns() {
        Baseline covered = SmallFleet.baseline(0.9);
        CostOutcome cost = run(covered, Event.of("", EventScope.ALL, day(0), new Change.Decommission()))
                .cost()
                .orElseThrow();
        // Of the machines, 0.6 of the total, nine tenths are paid on; purchases stay too.
        eachPath(cost, 0, SmallFleet.DAYS, total -> total * (0.2 + 0.6 * 0.9));
        assertThat(cost.strands()).isTrue();
    }

    @Test
    void presentCommitmentsServeOtherMachinesFirst() {
        Baseline covered = SmallFleet.baseline(0.5);
        CostOutcome cost = run(covered, Event.of("", EventScope.resource("c"), day(0), new Change.Decommission()))
                .cost()
                .orElseThrow();
        eachPath(cost, 0, SmallFleet.DAYS, total -> total * (1 - 0.2));
        assertThat(cost.strands()).isFalse();
    }

    private static Event commitment(String perHour) {
        return Event.of("", A, day(0), new Change.Commitment(Money.of(perHour, "USD"), 50, 12));
    }

    @Test
    void aCommitmentThatIsUsedSavesItsDiscount() {
        // 0.10 an hour covers 0.20 an hour of about 0.83 that the machine costs.
        CostOutcome cost = cost(commitment("0.10"));
        eachPath(cost, 0, SmallFleet.DAYS, total -> total - 2.4);
        CommitmentUse use = cost.commitments().getFirst();
        assertThat(use.paid()).isCloseTo(240, within(ROUNDING));
        assertThat(use.unused().p90()).isCloseTo(0, within(ROUNDING));
        assertThat(use.unusedProbability()).isZero();
    }

    @Test
    void aCommitmentThatIsNotUsedIsPaid() {
        // 1.00 an hour covers 2.00 an hour; the machine needs a fifth of the total: all of it is covered.
        CostOutcome cost = cost(commitment("1.00"));
        eachPath(cost, 0, SmallFleet.DAYS, total -> 0.8 * total + 24);
        CommitmentUse use = cost.commitments().getFirst();
        assertThat(use.unusedProbability()).isEqualTo(1);
        assertThat(use.unused().p50()).isBetween(1_200.0, 1_500.0);
    }

    @Test
    void aCommitmentEndsWithItsTerm() {
        Event year = Event.of("", A, day(0), new Change.Commitment(Money.of("1.00", "USD"), 50, 1));
        eachPath(cost(year), 31, SmallFleet.DAYS, total -> total);
    }

    @Test
    void aSecondCommitmentCoversOnlyWhatTheFirstLeaves() {
        // Each covers 0.60 an hour of about 0.83.
        CostOutcome cost = cost(commitment("0.30"), commitment("0.30").moved(1));
        eachPath(cost, 1, SmallFleet.DAYS, total -> total - 0.2 * total + 2 * 7.2);
        assertThat(cost.commitments().get(0).unusedProbability()).isZero();
        assertThat(cost.commitments().get(1).unusedProbability()).isEqualTo(1);
    }

    @Test
    void aCommitmentIsUnusedInOffHours() {
        Event schedule =
                Event.of("", A, day(0), new Change.Schedule(WeekHours.parse(List.of("Mon-Sun 12-24")), ZoneOffset.UTC));
        CostOutcome cost = cost(commitment("0.10"), schedule);
        CommitmentUse use = cost.commitments().getFirst();
        assertThat(use.unused().p50()).isCloseTo(120, within(ROUNDING));
    }

    @Test
    void monthsAddUpToAllDaysPathByPath() {
        CostOutcome cost = cost(commitment("0.10"));
        assertThat(cost.months()).extracting(SpanCost::days).containsExactly(31, 28, 31, 10);
        double months = cost.months().stream()
                .mapToDouble(month -> month.difference().p50())
                .sum();
        assertThat(months).isCloseTo(cost.total().difference().p50(), within(1e-6));
    }

    @Test
    void costThatMovesWithinTheViewIsNotLost() {
        Event migration = Event.of(
                "", A, day(10), new Change.Migration(50, Optional.of(EventScope.account("test")), LoadReach.USUAL));
        eachPath(cost(migration), 10, SmallFleet.DAYS, total -> total);
        Event away = Event.of("", A, day(10), new Change.Migration(50, Optional.empty(), LoadReach.USUAL));
        eachPath(cost(away), 10, SmallFleet.DAYS, total -> total * (1 - 0.05));
    }

    private static List<EventEffect> effects(Event... events) {
        return new ScenarioRun(BaselineFigures.of(SmallFleet.baseline(), 80), SmallFleet.MEMBERS, SmallFleet.shapes())
                .effects(Scenario.named("test").with(List.of(events)));
    }

    @Test
    void effectsInTheirPlacesAddUpAndSayWhereTheOrderCounts() {
        Event resize = Event.of("", A, day(10), new Change.Resize("m.xlarge"));
        Event price = Event.of("", A, day(20), new Change.Price(new Change.Rate.Percent(50)));
        List<EventEffect> effects = effects(price, resize);
        assertThat(effects).extracting(EventEffect::event).containsExactly(resize, price);
        double whole = cost(resize, price).total().difference().p50();
        assertThat(effects.get(0).costInOrder() + effects.get(1).costInOrder()).isCloseTo(whole, within(0.02 * whole));
        assertThat(effects.get(0).dependsOnOrder()).isFalse();
        // Machine, traffic and disk cost half as much again; after the resize the machine counts twice.
        assertThat(effects.get(1).costInOrder() / effects.get(1).costAlone()).isCloseTo(0.6 / 0.4, within(ROUNDING));
        assertThat(effects.get(1).dependsOnOrder()).isTrue();
    }
}
