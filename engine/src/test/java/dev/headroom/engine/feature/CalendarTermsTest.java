package dev.headroom.engine.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CalendarTermsTest {
    private static CalendarTerms utc(String moment) {
        return CalendarTerms.of(Instant.parse(moment), ZoneOffset.UTC);
    }

    @Test
    void endsAreCountedFromZeroOnTheLastDay() {
        CalendarTerms last = utc("2026-03-31T23:59:59Z");
        assertThat(last.daysToMonthEnd()).isZero();
        assertThat(last.daysToQuarterEnd()).isZero();
        assertThat(last.isQuarterEnd()).isTrue();
        CalendarTerms first = utc("2026-04-01T00:00:00Z");
        assertThat(first.daysToMonthEnd()).isEqualTo(29);
        assertThat(first.daysToQuarterEnd()).isEqualTo(90);
        assertThat(first.quarter()).isEqualTo(2);
        assertThat(first.isQuarterEnd()).isFalse();
    }

    @Test
    void windowsHaveTenAndThreeDays() {
        assertThat(utc("2026-06-21T12:00:00Z").isQuarterEnd()).isTrue();
        assertThat(utc("2026-06-20T12:00:00Z").isQuarterEnd()).isFalse();
        assertThat(utc("2026-05-29T12:00:00Z").isMonthEnd()).isTrue();
        assertThat(utc("2026-05-28T12:00:00Z").isMonthEnd()).isFalse();
        assertThat(utc("2026-05-30T12:00:00Z").isQuarterEnd()).isFalse();
    }

    @Test
    void leapDaysBelongToTheirMonth() {
        assertThat(utc("2028-02-28T12:00:00Z").daysToMonthEnd()).isEqualTo(1);
        assertThat(utc("2027-02-28T12:00:00Z").daysToMonthEnd()).isZero();
        assertThat(utc("2028-01-01T00:00:00Z").daysToQuarterEnd()).isEqualTo(90);
        assertThat(utc("2027-01-01T00:00:00Z").daysToQuarterEnd()).isEqualTo(89);
    }

    @Test
    void theZoneDecidesTheDay() {
        Instant moment = Instant.parse("2026-03-31T23:30:00Z");
        CalendarTerms tokyo = CalendarTerms.of(moment, ZoneId.of("Asia/Tokyo"));
        assertThat(tokyo.month()).isEqualTo(Month.APRIL);
        assertThat(tokyo.weekday()).isEqualTo(DayOfWeek.WEDNESDAY);
        assertThat(CalendarTerms.of(moment, ZoneOffset.UTC).weekday()).isEqualTo(DayOfWeek.TUESDAY);
    }

    @Test
    void daylightSavingKeepsTheWallClock() {
        // Berlin leaves winter time on 2026-03-29 at 02:00: 23 hours, and noon stays noon.
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        TimeGrid days = new TimeGrid(Instant.parse("2026-03-28T11:00:00Z"), Step.DAY, 3, berlin);
        for (int i = 0; i < 3; i++) {
            assertThat(CalendarTerms.of(days.at(i), berlin).dayFraction()).isEqualTo(0.5);
        }
        TimeGrid hours = new TimeGrid(Instant.parse("2026-03-29T00:00:00Z"), Step.HOUR, 2, berlin);
        assertThat(CalendarTerms.of(hours.at(0), berlin).time().getHour()).isEqualTo(1);
        assertThat(CalendarTerms.of(hours.at(1), berlin).time().getHour()).isEqualTo(3);
    }

    @Test
    void fractionsRunFromZeroTowardsOne() {
        assertThat(utc("2026-11-16T00:00:00Z").weekFraction()).isZero();
        assertThat(utc("2026-11-22T12:00:00Z").weekFraction()).isCloseTo(6.5 / 7, within(1e-12));
        double one = utc("2025-07-01T00:00:00Z").yearFraction();
        double two = utc("2029-07-01T00:00:00Z").yearFraction();
        assertThat(one).isBetween(0.0, 1.0).isCloseTo(two, within(1e-9));
    }

    @Test
    void fourierTermsByHand() {
        double[] row = new double[5];
        new FourierTerms(2).fill(0.25, row, 1);
        assertThat(row).containsExactly(new double[] {0, 1, 0, 0, -1}, within(1e-12));
        assertThat(FourierTerms.distinctOrder(7, 10)).isEqualTo(3);
        assertThat(FourierTerms.distinctOrder(12, 10)).isEqualTo(5);
        assertThat(FourierTerms.distinctOrder(2, 10)).isZero();
        assertThat(FourierTerms.distinctOrder(24, 4)).isEqualTo(4);
    }

    @Test
    void holidaysOfACountryHaveNames() {
        assertThat(Holidays.of("US").between(2026, 2027))
                .containsEntry(LocalDate.of(2026, 11, 26), "THANKSGIVING")
                .containsKey(LocalDate.of(2027, 1, 1))
                .doesNotContainKey(LocalDate.of(2026, 11, 25));
        assertThat(Holidays.of("de").between(2026, 2026)).containsKey(LocalDate.of(2026, 10, 3));
        assertThat(Holidays.countries()).contains("US", "DE", "GB", "JP");
    }

    @Test
    void anUnknownCountryIsRefused() {
        assertThatThrownBy(() -> Holidays.of("XX"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("country (XX)");
    }
}
