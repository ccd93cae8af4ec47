package dev.headroom.app.fleet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/// The hours of a generated history with what the calendar says about each of them at one site.
///
/// Day weights are kept per UTC day (index `d`), hour marks per UTC hour (index `24 d + h`).
final class FleetCalendar {
    private static final int QUARTER_END_DAYS = 10;
    private static final int MONTH_END_DAYS = 2;

    private final LocalDate firstDay;
    private final short[] hourOfWeek;
    private final double[] quarterEnd;
    private final double[] monthEnd;
    private final double[] holiday;
    private final int[] quarter;

    FleetCalendar(LocalDate firstDay, int days, ZoneId zone) {
        this.firstDay = firstDay;
        this.hourOfWeek = new short[days * 24];
        this.quarterEnd = new double[days];
        this.monthEnd = new double[days];
        this.holiday = new double[days];
        this.quarter = new int[days];
        for (int d = 0; d < days; d++) {
            LocalDate day = firstDay.plusDays(d);
            quarterEnd[d] = quarterEndWeight(day);
            monthEnd[d] = day.plusDays(MONTH_END_DAYS).getMonth() != day.getMonth() ? 1 : 0;
            holiday[d] = holidayWeight(day);
            quarter[d] = quarterOf(day);
            markHours(d, day, zone);
        }
    }

    private void markHours(int d, LocalDate day, ZoneId zone) {
        for (int h = 0; h < 24; h++) {
            LocalDateTime local = day.atTime(h, 0)
                    .atZone(ZoneOffset.UTC)
                    .withZoneSameInstant(zone)
                    .toLocalDateTime();
            hourOfWeek[24 * d + h] = (short) ((local.getDayOfWeek().getValue() - 1) * 24 + local.getHour());
        }
    }

    int days() {
        return quarterEnd.length;
    }

    int hours() {
        return hourOfWeek.length;
    }

    LocalDate day(int d) {
        return firstDay.plusDays(d);
    }

    /// Hours since Monday midnight on the local wall clock, 0..167.
    int hourOfWeek(int hour) {
        return hourOfWeek[hour];
    }

    /// How much of the quarter-end peak falls on the day, 0..1.
    double quarterEnd(int d) {
        return quarterEnd[d];
    }

    /// 1 on the last two days of a month, else 0.
    double monthEnd(int d) {
        return monthEnd[d];
    }

    /// How much of a holiday the day is, 0..1.
    double holiday(int d) {
        return holiday[d];
    }

    /// The quarter counted from that of the first day.
    int quarter(int d) {
        return quarter[d] - quarter[0];
    }

    /// True in October to December, whose closing is the largest of the year.
    boolean lastQuarter(int d) {
        return Math.floorMod(quarter[d], 4) == 3;
    }

    private static int quarterOf(LocalDate day) {
        return day.getYear() * 4 + day.get(IsoFields.QUARTER_OF_YEAR) - 1;
    }

    /// The closing work: rises over the last ten days, is full on the last four and ends two days into the new quarter.
    static double quarterEndWeight(LocalDate day) {
        LocalDate last = lastDayOfQuarter(day);
        long left = ChronoUnit.DAYS.between(day, last);
        if (left < QUARTER_END_DAYS) {
            return left <= 3 ? 1 : 1 - 0.8 * (left - 3) / (QUARTER_END_DAYS - 3.0);
        }
        long since =
                ChronoUnit.DAYS.between(lastDayOfQuarter(last.minusMonths(3).withDayOfMonth(1)), day);
        return since == 1 ? 0.5 : since == 2 ? 0.25 : 0;
    }

    private static LocalDate lastDayOfQuarter(LocalDate day) {
        int lastMonth = (day.getMonthValue() - 1) / 3 * 3 + 3;
        return day.withDayOfMonth(1).withMonth(lastMonth).with(TemporalAdjusters.lastDayOfMonth());
    }

    /// Public holidays of the United States, the day after Thanksgiving, and the days around Christmas.
    static double holidayWeight(LocalDate day) {
        LocalDate thanksgiving = nth(day.getYear(), Month.NOVEMBER, 4, DayOfWeek.THURSDAY);
        if (day.equals(thanksgiving) || fixedHoliday(day) || floatingHoliday(day)) {
            return 1;
        }
        if (day.equals(thanksgiving.plusDays(1)) || day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 24) {
            return 0.8;
        }
        return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() > 25 ? 0.35 : 0;
    }

    private static boolean fixedHoliday(LocalDate day) {
        int n = day.getDayOfMonth();
        return switch (day.getMonth()) {
            case JANUARY -> n == 1;
            case JUNE -> n == 19;
            case JULY -> n == 4;
            case NOVEMBER -> n == 11;
            case DECEMBER -> n == 25;
            case FEBRUARY, MARCH, APRIL, MAY, AUGUST, SEPTEMBER, OCTOBER -> false;
        };
    }

    private static boolean floatingHoliday(LocalDate day) {
        int year = day.getYear();
        LocalDate memorialDay =
                LocalDate.of(year, Month.MAY, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return day.equals(nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY))
                || day.equals(nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY))
                || day.equals(memorialDay)
                || day.equals(nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY))
                || day.equals(nth(year, Month.OCTOBER, 2, DayOfWeek.MONDAY));
    }

    private static LocalDate nth(int year, Month month, int ordinal, DayOfWeek day) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
    }
}
