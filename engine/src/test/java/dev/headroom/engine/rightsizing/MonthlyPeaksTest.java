package dev.headroom.engine.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.quantity.ResourceKind;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MonthlyPeaksTest {
    @Test
    void twoMonthsSetARecordWithProbabilityOneThirdThatGoesFarWithAPowerOfItsSize() {
        double[] values = new double[60];
        Arrays.fill(values, 20);
        // Equal peaks have no spread of their own: (2 × 0 + 4 × 0.36) / 6.
        double spread = 4 * 0.36 / 6;
        assertThat(expected(values, 20.000001)).isCloseTo(12.0 / 3, within(1e-4));
        assertThat(expected(values, 40)).isCloseTo(12.0 / 3 * Math.pow(2, -1 / spread), within(1e-12));
    }

    @Test
    void wildMonthsAskForMoreRoomThanSteadyOnes() {
        double[] steady = new double[360];
        double[] wild = new double[360];
        for (int month = 0; month < 12; month++) {
            steady[30 * month + 7] = 40 - month % 2;
            wild[30 * month + 7] = 40 - 30 * (month % 2);
        }
        assertThat(expected(steady, 60)).isLessThan(0.02);
        assertThat(expected(wild, 60)).isGreaterThan(0.1);
    }

    @Test
    void aLongHistoryNeedsLessRoomThanAShortOne() {
        double[] years = new double[1440];
        double[] weeks = new double[21];
        Arrays.fill(years, 50);
        Arrays.fill(weeks, 50);
        assertThat(SizingRisk.grade(expected(years, 60), false)).isZero();
        assertThat(SizingRisk.grade(expected(weeks, 60), false)).isEqualTo(4);
    }

    @Test
    void whatHappenedInSomeMonthsHappensAgain() {
        double[] values = new double[120];
        values[100] = 75;
        // Once in four months: (1 + 1) / (4 + 2).
        assertThat(expected(values, 70)).isCloseTo(12.0 * 2 / 6, within(1e-12));
        Arrays.fill(values, 75);
        assertThat(expected(values, 70)).isCloseTo(12.0 * 5 / 6, within(1e-12));
    }

    @Test
    void nothingUsedPassesNothing() {
        assertThat(expected(new double[90], 70)).isZero();
    }

    @Test
    void missingDaysAreNotHistory() {
        double[] missing = new double[100];
        Arrays.fill(missing, Double.NaN);
        assertThat(MonthlyPeaks.of(Fixture.daily(ResourceKind.CPU, missing))).isEmpty();
        double[] half = missing.clone();
        Arrays.fill(half, 0, 20, 90);
        Arrays.fill(half, 70, 100, 50);
        assertThat(MonthlyPeaks.of(Fixture.daily(ResourceKind.CPU, half)))
                .as("the first month is observed on too few days")
                .hasValueSatisfying(peaks -> {
                    assertThat(peaks.highest()).isEqualTo(50);
                    assertThat(peaks.months()).isEqualTo(1);
                });
    }

    @Test
    void aHigherCeilingIsPassedLessOften() {
        double[] values = new Random(8).doubles(400, 10, 70).toArray();
        double previous = 12;
        for (double ceiling = 20; ceiling <= 100; ceiling += 5) {
            double expected = expected(values, ceiling);
            assertThat(expected).isBetween(0.0, previous);
            previous = expected;
        }
    }

    @Test
    void gradesFollowTheTable() {
        assertThat(SizingRisk.grade(0.029, false)).isZero();
        assertThat(SizingRisk.grade(0.03, false)).isEqualTo(1);
        assertThat(SizingRisk.grade(0.12, false)).isEqualTo(2);
        assertThat(SizingRisk.grade(1, false)).isEqualTo(3);
        assertThat(SizingRisk.grade(4, false)).isEqualTo(4);
        assertThat(SizingRisk.grade(0, true)).as("it has happened").isEqualTo(2);
    }

    private static double expected(double[] values, double ceiling) {
        return MonthlyPeaks.of(Fixture.daily(ResourceKind.CPU, values))
                .orElseThrow()
                .expectedBreaches(1, ceiling);
    }
}
