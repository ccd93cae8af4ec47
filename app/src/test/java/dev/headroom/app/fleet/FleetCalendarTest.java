package dev.headroom.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class FleetCalendarTest {
    @Test
    void closingWorkFillsTheLastFourDaysOfAQuarterAndEndsInTheNext() {
        assertThat(FleetCalendar.quarterEndWeight(LocalDate.of(2026, 12, 31))).isEqualTo(1);
        assertThat(FleetCalendar.quarterEndWeight(LocalDate.of(2026, 12, 28))).isEqualTo(1);
        assertThat(FleetCalendar.quarterEndWeight(LocalDate.of(2026, 12, 22))).isBetween(0.2, 0.4);
        assertThat(FleetCalendar.quarterEndWeight(LocalDate.of(2026, 12, 21))).isZero();
        assertThat(FleetCalendar.quarterEndWeight(LocalDate.of(2027, 1, 1))).isEqualTo(0.5);
        assertThat(FleetCalendar.quarterEndWeight(LocalDate.of(2027, 1, 3))).isZero();
        assertThat(FleetCalendar.quarterEndWeight(LocalDate.of(2026, 11, 30))).isZero();
    }

    @Test
    void holidaysOf2026AreKnown() {
        for (String day : new String[] {
            "2026-01-01",
            "2026-01-19",
            "2026-02-16",
            "2026-05-25",
            "2026-06-19",
            "2026-07-04",
            "2026-09-07",
            "2026-10-12",
            "2026-11-11",
            "2026-11-26",
            "2026-12-25"
        }) {
            assertThat(FleetCalendar.holidayWeight(LocalDate.parse(day)))
                    .as(day)
                    .isEqualTo(1);
        }
        assertThat(FleetCalendar.holidayWeight(LocalDate.of(2026, 11, 27))).isEqualTo(0.8);
        assertThat(FleetCalendar.holidayWeight(LocalDate.of(2026, 11, 20))).isZero();
    }

    @Test
    void hoursFollowTheWallClockThroughDaylightSaving() {
        FleetCalendar calendar = new FleetCalendar(LocalDate.of(2026, 3, 7), 3, ZoneId.of("America/New_York"));
        // Saturday 12:00 UTC is 07:00 in winter; Sunday 12:00 UTC is 08:00 in summer.
        assertThat(calendar.hourOfWeek(12)).isEqualTo(5 * 24 + 7);
        assertThat(calendar.hourOfWeek(36)).isEqualTo(6 * 24 + 8);
    }

    @Test
    void quartersAreCountedOverYears() {
        FleetCalendar calendar = new FleetCalendar(LocalDate.of(2026, 11, 20), 60, ZoneId.of("UTC"));
        assertThat(calendar.quarter(0)).isZero();
        assertThat(calendar.quarter(59)).isEqualTo(1);
        assertThat(calendar.lastQuarter(0)).isTrue();
        assertThat(calendar.lastQuarter(59)).isFalse();
    }
}
