package dev.headroom.engine.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.quantity.ResourceKind;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpectedBreachesTest {
    @Test
    void theGumbelTailOfMonthlyPeaksIsFollowed() {
        // Peaks 40, 50 and 60: mean 50, standard deviation 10, so scale 7.797 and location 45.4995.
        double[] values = new double[90];
        values[5] = 40;
        values[35] = 50;
        values[65] = 60;
        double exceed = 1 - Math.exp(-Math.exp(-(70 - 45.4995) / 7.79697));
        assertThat(expected(values, 70)).isCloseTo(12 * exceed, within(1e-3));
        assertThat(expected(values, 70)).isCloseTo(0.508, within(1e-3));
    }

    @Test
    void equalPeaksAreSimplyCounted() {
        double[] values = new double[365];
        Arrays.fill(values, 50);
        assertThat(expected(values, 70)).isZero();
        assertThat(expected(values, 49)).isEqualTo(12);
    }

    @Test
    void aShortOrEmptyHistoryFallsBackToCounting() {
        assertThat(expected(new double[] {80}, 70)).isEqualTo(12);
        assertThat(expected(new double[] {60}, 70)).isZero();
        double[] missing = new double[100];
        Arrays.fill(missing, Double.NaN);
        assertThat(expected(missing, 70)).isZero();
    }

    @Test
    void aHigherCeilingIsPassedLessOften() {
        Random random = new Random(8);
        double[] values = random.doubles(400, 10, 70).toArray();
        double previous = 12;
        for (double ceiling = 20; ceiling <= 100; ceiling += 5) {
            double expected = expected(values, ceiling);
            assertThat(expected).isBetween(0.0, previous);
            previous = expected;
        }
    }

    @Test
    void gradesFollowTheTable() {
        assertThat(SizingRisk.grade(0.049, 0)).isZero();
        assertThat(SizingRisk.grade(0.05, 0)).isEqualTo(1);
        assertThat(SizingRisk.grade(0.3, 0)).isEqualTo(2);
        assertThat(SizingRisk.grade(1, 0)).isEqualTo(3);
        assertThat(SizingRisk.grade(4, 0)).isEqualTo(4);
        assertThat(SizingRisk.grade(0, 1)).as("it has happened").isEqualTo(2);
    }

    private static double expected(double[] values, double ceiling) {
        return ExpectedBreaches.inTwelveMonths(Fixture.daily(ResourceKind.CPU, values), ceiling);
    }
}
