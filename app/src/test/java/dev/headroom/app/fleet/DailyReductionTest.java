package dev.headroom.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class DailyReductionTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-9);

    @Test
    void p95LiesBetweenTheTwoLargestOfADay() {
        double[] day = new double[24];
        Arrays.setAll(day, i -> i + 1);
        assertThat(DailyReduction.mean(day, 0)).isEqualTo(12.5, ROUNDING);
        assertThat(DailyReduction.p95(day, 0)).isEqualTo(22.85, ROUNDING);
    }

    @Test
    void missingHoursAreLeftOut() {
        double[] day = new double[24];
        Arrays.setAll(day, i -> i < 4 ? Double.NaN : i - 3);
        assertThat(DailyReduction.mean(day, 0)).isEqualTo(10.5, ROUNDING);
        assertThat(DailyReduction.p95(day, 0)).isEqualTo(19.05, ROUNDING);
    }

    @Test
    void aDayWithFewHoursHasNoValue() {
        double[] day = new double[24];
        Arrays.fill(day, 0, 13, Double.NaN);
        assertThat(DailyReduction.mean(day, 0)).isNaN();
        assertThat(DailyReduction.p95(day, 0)).isNaN();
    }

    @Test
    void medianOverDaysSkipsDaysWithoutValue() {
        double[] hours = new double[24 * 4];
        Arrays.fill(hours, 0, 24, 3);
        Arrays.fill(hours, 24, 48, 9);
        Arrays.fill(hours, 48, 72, Double.NaN);
        Arrays.fill(hours, 72, 96, 5);
        assertThat(DailyReduction.medianP95(hours, new int[] {0, 1, 2, 3})).isEqualTo(5);
        assertThat(DailyReduction.medianP95(hours, new int[] {2})).isNaN();
    }
}
