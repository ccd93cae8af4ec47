package dev.headroom.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SeasonalViewTest {
    private static final SeriesKey KEY = new SeriesKey("db-1", "cpu", Statistic.MEAN);
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    private static TimeSeries series(TimeGrid grid, IntToDoubleFunction value) {
        double[] values = new double[grid.length()];
        Arrays.setAll(values, value);
        return new TimeSeries(KEY, grid, values);
    }

    @Test
    void anHourOfTheWeekHasTheMeanOfItsValues() {
        TimeGrid grid = TimeGrid.utc(MONDAY, Step.HOUR, 3 * 168);
        SeasonalView view = SeasonalView.of(series(grid, t -> t % 168 + 100 * (t / 168)));

        SeasonalView.Cell tuesdayAtThree = view.hour(DayOfWeek.TUESDAY, 3);
        assertThat(tuesdayAtThree.mean()).isEqualTo(27 + 100);
        assertThat(tuesdayAtThree.p95()).isCloseTo(27 + 190, within(1e-9));
        assertThat(tuesdayAtThree.count()).isEqualTo(3);
        assertThat(view.hours()).hasSize(168);
    }

    @Test
    void missingValuesAreNeitherAveragedNorCounted() {
        TimeGrid grid = TimeGrid.utc(MONDAY, Step.HOUR, 2 * 168);
        SeasonalView view = SeasonalView.of(series(grid, t -> t == 5 ? Double.NaN : t < 168 ? 10 : 20));

        assertThat(view.hour(DayOfWeek.MONDAY, 5)).isEqualTo(new SeasonalView.Cell(20, 20, 1));
        assertThat(view.hour(DayOfWeek.MONDAY, 6).mean()).isEqualTo(15);
    }

    @Test
    void withoutAnyValueEveryPlaceIsUnknown() {
        SeasonalView view = SeasonalView.of(series(TimeGrid.utc(MONDAY, Step.HOUR, 48), t -> Double.NaN));

        assertThat(view.hours())
                .allSatisfy(cell -> assertThat(cell.count()).isZero())
                .allSatisfy(cell -> assertThat(cell.mean()).isNaN());
    }

    @Test
    void oneValueIsItsOwnMean() {
        SeasonalView view = SeasonalView.of(series(TimeGrid.utc(MONDAY, Step.HOUR, 1), t -> 7));

        assertThat(view.hour(DayOfWeek.MONDAY, 0)).isEqualTo(new SeasonalView.Cell(7, 7, 1));
        assertThat(view.month(Month.JANUARY)).isEqualTo(new SeasonalView.Cell(7, 7, 1));
    }

    /// On 29 March 2026 the clocks of Berlin skip 02:00, on 25 October they show it twice.
    @Test
    void hoursFollowTheWallClockThroughBothChangesOfTheClocks() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        TimeGrid spring = new TimeGrid(Instant.parse("2026-03-28T23:00:00Z"), Step.HOUR, 23, berlin);
        TimeGrid autumn = new TimeGrid(Instant.parse("2026-10-24T22:00:00Z"), Step.HOUR, 25, berlin);

        SeasonalView skipped = SeasonalView.of(series(spring, t -> t));
        SeasonalView repeated = SeasonalView.of(series(autumn, t -> t));

        assertThat(skipped.hour(DayOfWeek.SUNDAY, 2).count()).isZero();
        assertThat(skipped.hour(DayOfWeek.SUNDAY, 3).mean()).isEqualTo(2);
        assertThat(skipped.hour(DayOfWeek.SUNDAY, 23).count()).isEqualTo(1);
        assertThat(repeated.hour(DayOfWeek.SUNDAY, 2)).isEqualTo(new SeasonalView.Cell(2.5, 2.95, 2));
        assertThat(repeated.hour(DayOfWeek.SUNDAY, 23).mean()).isEqualTo(24);
    }

    @Test
    void daysHaveMonthsAndQuarterEndsButNoHours() {
        TimeGrid year = TimeGrid.utc(Instant.parse("2026-01-01T00:00:00Z"), Step.DAY, 365);
        SeasonalView view = SeasonalView.of(series(year, t -> t));

        assertThat(view.hours()).isEmpty();
        // Thursdays are the days 0, 7, ... 364.
        assertThat(view.weekday(DayOfWeek.THURSDAY)).satisfies(cell -> {
            assertThat(cell.mean()).isEqualTo(182);
            assertThat(cell.count()).isEqualTo(53);
        });
        assertThat(view.month(Month.JANUARY)).satisfies(cell -> {
            assertThat(cell.mean()).isEqualTo(15);
            assertThat(cell.count()).isEqualTo(31);
        });
        // 31 March, 30 June, 30 September and 31 December are the days 89, 180, 272 and 364.
        assertThat(view.quarterEnd(0).mean()).isCloseTo((89 + 180 + 272 + 364) / 4.0, within(1e-9));
        // 1 January, 1 April, 1 July and 1 October
        assertThat(view.quarterEnd(1).mean()).isCloseTo((0 + 90 + 181 + 273) / 4.0, within(1e-9));
        assertThat(view.quarterEnds())
                .hasSize(31)
                .allSatisfy(cell -> assertThat(cell.count()).isEqualTo(4));
    }

    @Test
    void monthsHaveNoDaysAndAGridWithoutACalendarHasNothing() {
        SeasonalView months = SeasonalView.of(series(TimeGrid.utc(MONDAY, Step.MONTH, 24), t -> t));
        SeasonalView ordinal = SeasonalView.of(series(TimeGrid.ordinal(1, 24), t -> t));

        assertThat(months.quarterEnds()).isEmpty();
        assertThat(months.month(Month.JANUARY).mean()).isEqualTo(6);
        assertThat(ordinal.months()).isEmpty();
        assertThat(ordinal.hours()).isEmpty();
    }
}
