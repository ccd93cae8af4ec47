package dev.headroom.engine.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimeGridTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Step MONTH_END = new Step.MonthEnd(Period.ofMonths(1));

    private static List<LocalDate> days(TimeGrid grid) {
        return LongStream.range(0, grid.length())
                .mapToObj(i -> grid.at(i).atZone(grid.zone()).toLocalDate())
                .toList();
    }

    private static TimeGrid from(String day, Step step, int length) {
        return TimeGrid.utc(Instant.parse(day + "T00:00:00Z"), step, length);
    }

    @Test
    void daysKeepTheirTimeOfDayOverBothChangesOfTheClock() {
        for (String first : List.of("2026-03-01", "2026-10-25")) {
            Instant start = LocalDate.parse(first).atStartOfDay(NEW_YORK).toInstant();
            TimeGrid ahead = new TimeGrid(start, Step.DAY, 5, NEW_YORK).next(10);
            for (int i = 0; i < 10; i++) {
                LocalDate day = LocalDate.parse(first).plusDays(5L + i);
                assertThat(ahead.at(i)).isEqualTo(day.atStartOfDay(NEW_YORK).toInstant());
            }
            assertThat(Duration.between(ahead.at(0), ahead.at(9))).isNotEqualTo(Duration.ofDays(9));
        }
    }

    @Test
    void hoursAreHoursWhateverTheClockSays() {
        TimeGrid ahead = new TimeGrid(Instant.parse("2026-03-07T05:00:00Z"), Step.HOUR, 24, NEW_YORK).next(48);
        assertThat(ahead.at(0)).isEqualTo(Instant.parse("2026-03-08T05:00:00Z"));
        assertThat(Duration.between(ahead.at(0), ahead.at(47))).isEqualTo(Duration.ofHours(47));
    }

    @Test
    void aLeapDayIsADayLikeAnyOther() {
        assertThat(days(from("2024-02-20", Step.DAY, 8).next(3)))
                .containsExactly(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1));
        assertThat(days(from("2023-02-27", Step.DAY, 1).next(2)))
                .containsExactly(LocalDate.of(2023, 2, 28), LocalDate.of(2023, 3, 1));
    }

    @Test
    void endsOfMonthsStayEndsOfMonthsHoweverTheGridIsCut() {
        TimeGrid grid = from("2024-01-31", MONTH_END, 4);
        assertThat(days(grid))
                .containsExactly(
                        LocalDate.of(2024, 1, 31),
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(2024, 3, 31),
                        LocalDate.of(2024, 4, 30));
        assertThat(days(grid.slice(1, 3))).containsExactly(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 31));
        assertThat(days(grid.slice(0, 1).next(2)))
                .containsExactly(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 31));
        assertThat(grid.position(3) - grid.position(0)).isEqualTo(3);
    }

    @Test
    void everyStepIsReadFromItsCode() {
        for (Step step : List.of(
                Step.HOUR, Step.DAY, Step.WEEK, Step.MONTH, Step.QUARTER, Step.YEAR, MONTH_END, new Step.Ordinal())) {
            assertThat(Step.parse(step.code())).isEqualTo(step);
        }
        assertThat(MONTH_END.code()).isEqualTo("P1M-end");
        assertThat(MONTH_END.typicalLength()).isEqualTo(Step.MONTH.typicalLength());
    }

    @Test
    void anEndOfMonthNeedsMonths() {
        assertThatThrownBy(() -> new Step.MonthEnd(Period.ofDays(30))).hasMessageContaining("length (P30D)");
    }
}
