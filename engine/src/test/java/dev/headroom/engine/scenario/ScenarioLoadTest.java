package dev.headroom.engine.scenario;

import static dev.headroom.engine.scenario.SmallFleet.day;
import static dev.headroom.engine.scenario.SmallFleet.load;
import static dev.headroom.engine.scenario.SmallFleet.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.quantity.ResourceKind;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// What events make of the load, path by path.
class ScenarioLoadTest {
    private static final EventScope A = EventScope.resource("a");
    /// The paths are computed in double precision from the same single values; only the order of operations differs.
    private static final double ROUNDING = 1e-9;

    private static Event growth(EventScope scope, int from, double percent) {
        return Event.of("", scope, day(from), new Change.Growth(percent, Change.Pace.ONCE, LoadReach.USUAL));
    }

    /// Every path of a load is a function of the same path of the baseline, on the days of a span.
    private static void eachPath(LoadOutcome load, int from, int to, DoubleUnaryOperator expected) {
        for (int path = 0; path < SmallFleet.PATHS; path++) {
            for (int day = from; day < to; day++) {
                assertThat(load.futures().value(path, day))
                        .as("path %d day %d", path, day)
                        .isCloseTo(expected.applyAsDouble(load.load().percent().value(path, day)), within(ROUNDING));
            }
        }
    }

    @Test
    void aScenarioWithoutEventsIsExactlyTheBaseline() {
        Outcome outcome = run();
        assertThat(outcome.loads()).allSatisfy(load -> {
            assertThat(load.futures()).isSameAs(load.load().percent());
            assertThat(load.scenario()).isEqualTo(load.baseline());
            assertThat(load.peakDifference()).isEqualTo(new Spread(0, 0, 0));
        });
        CostOutcome cost = outcome.cost().orElseThrow();
        for (int path = 0; path < SmallFleet.PATHS; path++) {
            for (int day = 0; day < SmallFleet.DAYS; day++) {
                assertThat(cost.scenario().value(path, day))
                        .isEqualTo(cost.baseline().value(path, day));
            }
        }
        assertThat(cost.total().difference()).isEqualTo(new Spread(0, 0, 0));
    }

    @Test
    void anEventThatIsOffChangesNothing() {
        assertThat(run(growth(A, 10, 20).switched(Event.Standing.OFF)).loads()).noneMatch(LoadOutcome::isTouched);
    }

    @Test
    void aGrowthOfTwentyPercentMultipliesEveryPathByOnePointTwo() {
        Outcome outcome = run(growth(A, 30, 20));
        LoadOutcome cpu = load(outcome, "a", ResourceKind.CPU);
        eachPath(cpu, 0, 30, value -> value);
        eachPath(cpu, 30, SmallFleet.DAYS, value -> 1.2 * value);
        assertThat(load(outcome, "b", ResourceKind.CPU).isTouched()).isFalse();
    }

    @Test
    void aDifferenceIsOfTheSamePathsAndHasNoNoise() {
        Spread peak = load(run(growth(A, 0, 20)), "a", ResourceKind.CPU).peakDifference();
        LoadOutcome cpu = load(run(), "a", ResourceKind.CPU);
        // The peak of each path grows by a fifth of itself, so the range of the difference is a fifth of its range.
        assertThat(peak.p10()).isCloseTo(0.2 * cpu.baseline().peak().p10(), within(ROUNDING));
        assertThat(peak.p90()).isCloseTo(0.2 * cpu.baseline().peak().p90(), within(ROUNDING));
    }

    @Test
    void aGrowthOfSomeMetricsLeavesTheOthers() {
        Event growth = Event.of(
                "",
                A,
                day(0),
                new Change.Growth(
                        50, Change.Pace.ONCE, new LoadReach(Set.of(ResourceKind.MEMORY), OptionalDouble.empty())));
        Outcome outcome = run(growth);
        assertThat(load(outcome, "a", ResourceKind.CPU).isTouched()).isFalse();
        eachPath(load(outcome, "a", ResourceKind.MEMORY), 0, SmallFleet.DAYS, value -> 1.5 * value);
    }

    @Test
    void aRampGrowsEvenlyAndStays() {
        Event ramp = new Event(
                "",
                A,
                day(10),
                Optional.of(day(30)),
                Event.Standing.ON,
                new Change.Growth(40, Change.Pace.RAMP, LoadReach.USUAL));
        LoadOutcome cpu = load(run(ramp), "a", ResourceKind.CPU);
        eachPath(cpu, 10, 11, value -> value);
        eachPath(cpu, 20, 21, value -> 1.2 * value);
        eachPath(cpu, 30, SmallFleet.DAYS, value -> 1.4 * value);
    }

    @Test
    void aYearlyGrowthIsCompounded() {
        Event yearly = Event.of("", A, day(0), new Change.Growth(30, Change.Pace.YEARLY, LoadReach.USUAL));
        eachPath(load(run(yearly), "a", ResourceKind.CPU), 73, 74, value -> value * Math.pow(1.3, 73 / 365.25));
    }

    @Test
    void aLaunchAddsPointsUntilItEnds() {
        Event launch = new Event(
                "",
                A,
                day(5),
                Optional.of(day(25)),
                Event.Standing.ON,
                new Change.Launch(new Change.Step.Points(12), Optional.empty(), LoadReach.USUAL));
        LoadOutcome cpu = load(run(launch), "a", ResourceKind.CPU);
        eachPath(cpu, 5, 25, value -> value + 12);
        eachPath(cpu, 25, SmallFleet.DAYS, value -> value);
    }

    @Test
    void eventsStackByDateWhateverTheirOrderInTheList() {
        Event launch = Event.of(
                "", A, day(10), new Change.Launch(new Change.Step.Points(10), Optional.empty(), LoadReach.USUAL));
        Event growth = growth(A, 20, 50);
        LoadOutcome one = load(run(launch, growth), "a", ResourceKind.CPU);
        eachPath(one, 20, SmallFleet.DAYS, value -> 1.5 * (value + 10));
        LoadOutcome other = load(run(growth, launch), "a", ResourceKind.CPU);
        eachPath(other, 20, SmallFleet.DAYS, value -> 1.5 * (value + 10));
        LoadOutcome later = load(run(launch.moved(20), growth), "a", ResourceKind.CPU);
        eachPath(later, 30, SmallFleet.DAYS, value -> 1.5 * value + 10);
    }

    @Test
    void aResizeToTwiceTheMachineHalvesUtilization() {
        Outcome outcome = run(Event.of("", A, day(40), new Change.Resize("m.xlarge")));
        eachPath(load(outcome, "a", ResourceKind.CPU), 40, SmallFleet.DAYS, value -> value / 2);
        eachPath(load(outcome, "a", ResourceKind.MEMORY), 40, SmallFleet.DAYS, value -> value / 2);
        eachPath(load(outcome, "a", ResourceKind.CPU), 0, 40, value -> value);
    }

    @Test
    void aTypeThatIsNotKnownChangesNothingAndIsSaid() {
        Outcome outcome = run(Event.of("", A, day(40), new Change.Resize("m.huge")));
        eachPath(load(outcome, "a", ResourceKind.CPU), 0, SmallFleet.DAYS, value -> value);
        assertThat(outcome.notes())
                .anySatisfy(note -> assertThat(note.words()).contains("m.huge", "not in the catalogue"));
    }

    @Test
    void aSecondResizeStartsFromTheFirst() {
        Outcome outcome = run(
                Event.of("", A, day(10), new Change.Resize("m.xlarge")),
                Event.of("", A, day(50), new Change.Resize("m.large")));
        eachPath(load(outcome, "a", ResourceKind.CPU), 50, SmallFleet.DAYS, value -> value);
        CostOutcome cost = outcome.cost().orElseThrow();
        assertThat(cost.scenario().value(3, 60)).isCloseTo(cost.baseline().value(3, 60), within(ROUNDING));
    }

    @Test
    void whatMovesAwayArrivesInProportionToCapacity() {
        Event migration = Event.of(
                "",
                EventScope.resource("c"),
                day(20),
                new Change.Migration(50, Optional.of(EventScope.account("prod")), LoadReach.USUAL));
        Outcome outcome = run(migration);
        LoadOutcome from = load(outcome, "c", ResourceKind.CPU);
        eachPath(from, 20, SmallFleet.DAYS, value -> 0.5 * value);
        for (String server : List.of("a", "b")) {
            LoadOutcome to = load(outcome, server, ResourceKind.CPU);
            for (int path = 0; path < SmallFleet.PATHS; path++) {
                double arrived = 0.5 * from.load().percent().value(path, 50) / 2;
                // Moved load is kept in single precision.
                assertThat(to.futures().value(path, 50))
                        .isCloseTo(to.load().percent().value(path, 50) + arrived, within(1e-4));
            }
        }
    }

    @Test
    void loadThatMovedStaysWhenItsSourceIsDecommissioned() {
        Outcome outcome = run(
                Event.of(
                        "",
                        EventScope.resource("c"),
                        day(10),
                        new Change.Migration(100, Optional.of(A), LoadReach.USUAL)),
                Event.of("", EventScope.resource("c"), day(20), new Change.Decommission()));
        LoadOutcome from = load(outcome, "c", ResourceKind.CPU);
        LoadOutcome to = load(outcome, "a", ResourceKind.CPU);
        eachPath(from, 20, SmallFleet.DAYS, value -> 0);
        assertThat(to.futures().value(0, 60))
                .isCloseTo(
                        to.load().percent().value(0, 60) + from.load().percent().value(0, 60), within(1e-4));
    }

    @Test
    void aMigrationToNobodyIsSaid() {
        Outcome outcome = run(Event.of(
                "",
                A,
                day(10),
                new Change.Migration(30, Optional.of(EventScope.account("elsewhere")), LoadReach.USUAL)));
        eachPath(load(outcome, "a", ResourceKind.CPU), 10, SmallFleet.DAYS, value -> 0.7 * value);
        assertThat(outcome.notes()).anySatisfy(note -> assertThat(note.words()).contains("arrives nowhere"));
    }

    @Test
    void daysThatAreWhollyOffHaveNoLoad() {
        // 2027-01-02 and 03 are a Saturday and a Sunday.
        Outcome outcome = run(Event.of(
                "",
                A,
                day(0),
                new Change.Schedule(WeekHours.parse(List.of("Sat-Sun 0-24", "Mon-Fri 20-08")), ZoneOffset.UTC)));
        LoadOutcome cpu = load(outcome, "a", ResourceKind.CPU);
        eachPath(cpu, 0, 1, value -> value);
        eachPath(cpu, 1, 3, value -> 0);
        eachPath(cpu, 3, 8, value -> value);
    }

    @Test
    void aLaunchOnAMachineThatIsGoneAddsNothing() {
        Outcome outcome = run(
                Event.of("", A, day(10), new Change.Decommission()),
                Event.of(
                        "",
                        A,
                        day(20),
                        new Change.Launch(new Change.Step.Points(10), Optional.empty(), LoadReach.USUAL)));
        eachPath(load(outcome, "a", ResourceKind.CPU), 10, SmallFleet.DAYS, value -> 0);
    }

    @Test
    void breachesThatAreAvoidedAndCausedAreCountedPathByPath() {
        LoadOutcome down = load(run(growth(A, 0, -40)), "a", ResourceKind.CPU);
        LoadOutcome up = load(run(growth(A, 0, 60)), "a", ResourceKind.CPU);
        assertThat(up.baseline().longest().probability()).isStrictlyBetween(0.0, 1.0);
        assertThat(down.avoided()).isEqualTo(down.baseline().longest().probability());
        assertThat(up.caused()).isEqualTo(1 - up.baseline().longest().probability());
        assertThat(up.scenario().longest().probability()).isEqualTo(1);
        assertThat(down.caused()).isZero();
    }

    @Test
    void anEventOutsideWhatIsLookedAtIsSaid() {
        Outcome outcome = run(growth(EventScope.account("elsewhere"), 5, 10));
        assertThat(outcome.notes())
                .anySatisfy(note -> assertThat(note.words()).contains("elsewhere", "changes nothing"));
    }

    @Test
    void anEventAfterTheLastDayOrBeforeTheFirstIsSaid() {
        assertThat(run(growth(A, 500, 10)).notes())
                .anySatisfy(note -> assertThat(note.words()).contains("after the last"));
        assertThat(run(growth(A, -5, 10)).notes())
                .anySatisfy(note -> assertThat(note.words()).contains("begins before"));
    }

    @Test
    void theSameScenarioGivesTheSameNumbers() {
        assertThat(run(growth(A, 5, 10)).loads().getFirst().scenario())
                .isEqualTo(run(growth(A, 5, 10)).loads().getFirst().scenario());
    }
}
