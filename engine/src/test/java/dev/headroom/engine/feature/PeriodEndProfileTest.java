package dev.headroom.engine.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PeriodEndProfileTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 10);
    private static final int DAYS = 730;
    private static final TimeGrid GRID = grid(FIRST, DAYS);
    private static final TimeGrid JUNE = grid(LocalDate.of(2026, 6, 1), 31);

    private static TimeGrid grid(LocalDate first, int days) {
        return TimeGrid.utc(first.atStartOfDay(ZoneOffset.UTC).toInstant(), Step.DAY, days);
    }

    /// Weekday shape, slow growth and noise of 2 %; `factor` on the last four days of quarters.
    private static double[] load(double factor, double shift) {
        SeededStream noise = new SeededStream(7, 0);
        double[] values = new double[DAYS];
        for (int t = 0; t < DAYS; t++) {
            LocalDate day = FIRST.plusDays(t);
            double usual = (40 + 0.01 * t) * (day.getDayOfWeek().getValue() > 5 ? 0.6 : 1);
            boolean end = CalendarTerms.daysToQuarterEnd(day) < 4;
            values[t] = usual * (end ? factor : 1) * (1 + 0.02 * noise.nextGaussian()) + shift;
        }
        return values;
    }

    @Test
    void quarterEndsThatStandOutAreFoundWithTheirSize() {
        PeriodEndProfile profile = PeriodEndProfile.of(GRID, load(1.5, 0));

        assertThat(profile.hasQuarterEnd()).isTrue();
        assertThat(profile.multiplies()).isTrue();
        assertThat(profile.quarterEndPeak()).isCloseTo(1.5, within(0.05));
        double[] usual = profile.over(JUNE).applyTo(new double[31]);
        assertThat(usual).containsOnly(0);
        double[] ones = new double[31];
        Arrays.fill(ones, 1);
        double[] june = profile.over(JUNE).applyTo(ones);
        // Days 1 to 20 are ordinary, 27 to 30 carry the peak, 1 July (index 30) does not.
        assertThat(Arrays.copyOfRange(june, 0, 20)).containsOnly(1);
        assertThat(Arrays.stream(june, 26, 30)).allMatch(factor -> Math.abs(factor - 1.5) < 0.06);
        assertThat(june[30]).isCloseTo(1, within(0.03));
    }

    @Test
    void whatIsRemovedComesBack() {
        double[] values = load(1.5, 0);
        PeriodEndProfile.Days days = PeriodEndProfile.of(GRID, values).over(GRID);

        assertThat(days.applyTo(days.removeFrom(values))).containsExactly(values, within(1e-9));
        assertThat(Arrays.stream(days.removeFrom(values)).max().orElseThrow()).isLessThan(55);
    }

    @Test
    void seriesThatReachZeroOrLessGetADistance() {
        PeriodEndProfile profile = PeriodEndProfile.of(GRID, load(1.5, -45));

        assertThat(profile.multiplies()).isFalse();
        assertThat(profile.quarterEndPeak()).isBetween(15.0, 27.0);
    }

    @Test
    void ordinaryQuarterEndsLeaveTheSeriesAsItIs() {
        double[] values = load(1, 0);
        PeriodEndProfile profile = PeriodEndProfile.of(GRID, values);

        assertThat(profile.hasQuarterEnd()).isFalse();
        assertThat(profile.over(GRID).removeFrom(values)).isEqualTo(values);
    }

    @Test
    void oneOddQuarterEndIsNoRule() {
        double[] values = load(1, 0);
        for (int t = 0; t < DAYS; t++) {
            if (FIRST.plusDays(t).getYear() == 2024
                    && FIRST.plusDays(t).getMonthValue() == 9
                    && FIRST.plusDays(t).getDayOfMonth() > 26) {
                values[t] *= 3;
            }
        }
        assertThat(PeriodEndProfile.of(GRID, values).hasQuarterEnd()).isFalse();
    }

    @Test
    void missingDaysAreNeitherSeenNorFilled() {
        double[] values = load(1.5, 0);
        for (int t = 100; t < 130; t++) {
            values[t] = Double.NaN;
        }
        PeriodEndProfile profile = PeriodEndProfile.of(GRID, values);

        assertThat(profile.quarterEndPeak()).isCloseTo(1.5, within(0.05));
        assertThat(profile.over(GRID).removeFrom(values)[110]).isNaN();
    }

    @Test
    void gridsWithoutDaysOrTooShortHaveNoProfile() {
        double[] values = load(1.5, 0);

        assertThat(PeriodEndProfile.of(TimeGrid.ordinal(0, DAYS), values).isNone())
                .isTrue();
        assertThat(PeriodEndProfile.of(TimeGrid.utc(Instant.EPOCH, Step.HOUR, DAYS), values)
                        .isNone())
                .isTrue();
        for (int length : new int[] {0, 1, 2, 8, 30, 200}) {
            double[] part = Arrays.copyOf(values, length);
            assertThat(PeriodEndProfile.of(grid(FIRST, length), part).isNone()).isTrue();
        }
    }

    @Test
    void monthEndsThatEndNoQuarterAreTheirOwn() {
        double[] values = load(1, 0);
        for (int t = 0; t < DAYS; t++) {
            if (CalendarTerms.daysToMonthEnd(FIRST.plusDays(t)) == 0) {
                values[t] *= 1.4;
            }
        }
        PeriodEndProfile profile = PeriodEndProfile.of(GRID, values);
        double[] ones = new double[31];
        Arrays.fill(ones, 1);

        double[] july = profile.over(grid(LocalDate.of(2026, 7, 1), 31)).applyTo(ones);
        assertThat(profile.hasMonthEnd()).isTrue();
        assertThat(july[30]).isCloseTo(1.4, within(0.06));
        assertThat(july[15]).isEqualTo(1);
    }

    @Test
    void aDayIsADayOnTheWallClockOfTheGrid() {
        ZoneId zone = ZoneId.of("Pacific/Auckland");
        TimeGrid local = new TimeGrid(FIRST.atStartOfDay(zone).toInstant(), Step.DAY, DAYS, zone);

        assertThat(PeriodEndProfile.of(local, load(1.5, 0)).quarterEndPeak())
                .isEqualTo(PeriodEndProfile.of(GRID, load(1.5, 0)).quarterEndPeak());
    }
}
