package dev.headroom.engine.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.evaluation.Recalibration;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreachAssessorTest {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    private static final CapacityLimit EIGHTY = CapacityLimit.ofPercentage(80);

    @Test
    void pathsThatPassTheLimitAtLeastOnceAreCounted() {
        SamplePaths paths = paths(
                new double[] {70, 81, 70, 70}, // day 2
                new double[] {70, 70, 90, 99}, // day 3
                new double[] {70, 70, 70, 85}, // day 4
                new double[] {70, 70, 70, 70}); // never
        List<BreachRisk> risks = BreachAssessor.assess(paths, EIGHTY, List.of(1, 2, 3, 4));
        assertThat(risks).extracting(BreachRisk::probability).containsExactly(0.0, 0.25, 0.5, 0.75);
        assertThat(risks).extracting(BreachRisk::horizonDays).containsExactly(1, 2, 3, 4);
    }

    @Test
    void datesAreCountedOverAllPathsAndEmptyWhenTooFewBreach() {
        SamplePaths paths = paths(
                new double[] {70, 81, 70, 70},
                new double[] {70, 70, 90, 99},
                new double[] {70, 70, 70, 85},
                new double[] {70, 70, 70, 70});
        BreachRisk risk = BreachAssessor.assess(paths, EIGHTY, List.of(1)).getFirst();
        // A tenth of four paths needs one (day 2), a half two (day 3), nine tenths all four.
        assertThat(risk.p10()).contains(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(risk.p50()).contains(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(risk.p90()).isEmpty();
        assertThat(BreachAssessor.daysRemaining(paths, EIGHTY)).hasValue(3);
    }

    @Test
    void aCorrectionChangesProbabilitiesAndTheDatesWithThem() {
        double[][] values = new double[100][10];
        for (int i = 0; i < 100; i++) {
            values[i][i / 10] = 90;
        }
        SamplePaths paths = new SamplePaths(TimeGrid.utc(START, Step.DAY, 10), values);
        // Too little was told: 0.2 becomes 1 / (1 + exp(-(2 + ln 0.25))).
        Recalibration correction = new Recalibration(2, 1);
        BreachRisk risk =
                BreachAssessor.assess(paths, EIGHTY, List.of(2), correction).getFirst();
        assertThat(risk.probability()).isCloseTo(1 / (1 + Math.exp(-(2 + Math.log(0.25)))), within(1e-12));
        // Half is reached where exp(-2) / (1 + exp(-2)) = 0.119 of the paths have passed: on the second day, not the
        // fifth.
        assertThat(risk.p50()).contains(START.plusSeconds(86_400));
        assertThat(BreachAssessor.assess(paths, EIGHTY, List.of(2)).getFirst().p50())
                .contains(START.plusSeconds(4 * 86_400));
    }

    @Test
    void theTenthOfAThousandIsTheHundredth() {
        double[][] values = new double[1000][2];
        for (int i = 0; i < 100; i++) {
            values[i][1] = 95;
        }
        BreachRisk risk = BreachAssessor.assess(
                        new SamplePaths(TimeGrid.utc(START, Step.DAY, 2), values), EIGHTY, List.of(2))
                .getFirst();
        assertThat(risk.probability()).isEqualTo(0.1);
        assertThat(risk.p10()).contains(START.plusSeconds(86_400));
        assertThat(risk.p50()).isEmpty();
    }

    @Test
    void aValueAtTheLimitHasNotPassedIt() {
        assertThat(BreachAssessor.assess(paths(new double[] {80, 80}), EIGHTY, List.of(2))
                        .getFirst()
                        .probability())
                .isZero();
    }

    @Test
    void theLimitIsAShareOfTheCapacityInTheUnitOfThePaths() {
        CapacityLimit limit = new CapacityLimit(80, 250);
        assertThat(BreachAssessor.assess(paths(new double[] {199, 201}), limit, List.of(1, 2)))
                .extracting(BreachRisk::probability)
                .containsExactly(0.0, 1.0);
    }

    @Test
    void noBreachMeansNoDatesAndNoDaysRemaining() {
        SamplePaths calm = paths(new double[] {10, 10, 10});
        BreachRisk risk = BreachAssessor.assess(calm, EIGHTY, List.of(3)).getFirst();
        assertThat(risk.probability()).isZero();
        assertThat(risk.p10()).isEqualTo(Optional.empty());
        assertThat(BreachAssessor.daysRemaining(calm, EIGHTY)).isEmpty();
    }

    @Test
    void aFirstDayBreachLeavesOneDay() {
        assertThat(BreachAssessor.daysRemaining(paths(new double[] {81}), EIGHTY))
                .hasValue(1);
    }

    @Test
    void hoursAreCountedInCalendarDays() {
        // Berlin, 25 October 2026 has 25 hours; hour 25 still belongs to day one.
        TimeGrid grid = new TimeGrid(Instant.parse("2026-10-24T22:00:00Z"), Step.HOUR, 49, ZoneId.of("Europe/Berlin"));
        double[] values = new double[49];
        values[24] = 99;
        SamplePaths paths = new SamplePaths(grid, new double[][] {values});
        assertThat(BreachAssessor.assess(paths, EIGHTY, List.of(1)).getFirst().probability())
                .isEqualTo(1);
    }

    @Test
    void theProbabilityGrowsWithTheHorizonAndFallsWithTheLimit() {
        Random random = new Random(5);
        for (int round = 0; round < 40; round++) {
            double[][] values = new double[50][30];
            for (double[] path : values) {
                double level = 60 + 20 * random.nextDouble();
                for (int k = 0; k < path.length; k++) {
                    level += random.nextGaussian();
                    path[k] = level;
                }
            }
            SamplePaths paths = new SamplePaths(TimeGrid.utc(START, Step.DAY, 30), values);
            List<Integer> horizons = List.of(1, 5, 10, 20, 30);
            double[] previous = new double[5];
            Arrays.fill(previous, 1);
            for (double percent = 60; percent <= 100; percent += 5) {
                List<BreachRisk> risks = BreachAssessor.assess(paths, CapacityLimit.ofPercentage(percent), horizons);
                for (int i = 0; i < 5; i++) {
                    double probability = risks.get(i).probability();
                    assertThat(probability).isLessThanOrEqualTo(previous[i]);
                    assertThat(i == 0 || probability >= risks.get(i - 1).probability())
                            .isTrue();
                    previous[i] = probability;
                }
                BreachRisk last = risks.getLast();
                last.p50()
                        .ifPresent(half -> assertThat(last.p10().orElseThrow()).isBeforeOrEqualTo(half));
                last.p90()
                        .ifPresent(most -> assertThat(last.p50().orElseThrow()).isBeforeOrEqualTo(most));
                assertThat(last.p50().isPresent()).isEqualTo(last.probability() >= 0.5);
            }
        }
    }

    @Test
    void aHorizonBeyondThePathsOrWithoutACalendarIsRefused() {
        assertThatThrownBy(() -> BreachAssessor.assess(paths(new double[] {1, 2}), EIGHTY, List.of(3)))
                .hasMessageContaining("horizonDays (3)");
        assertThatThrownBy(() -> BreachAssessor.assess(paths(new double[] {1, 2}), EIGHTY, List.of(0)))
                .hasMessageContaining("horizonDays (0)");
        SamplePaths ordinal = new SamplePaths(TimeGrid.ordinal(0, 2), new double[][] {{1, 2}});
        assertThatThrownBy(() -> BreachAssessor.assess(ordinal, EIGHTY, List.of(1)))
                .hasMessageContaining("calendar");
    }

    private static SamplePaths paths(double[]... values) {
        return new SamplePaths(TimeGrid.utc(START, Step.DAY, values[0].length), values);
    }
}
