package dev.headroom.engine.feature;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;

/// What the calendar says about a moment, on the wall clock of a zone.
///
/// A quarter is a calendar quarter. Days to an end count from 0 on the last day itself.
///
/// @param time the moment on the wall clock
public record CalendarTerms(LocalDateTime time) {
    /// How many last days of a quarter count as its end.
    public static final int QUARTER_END_DAYS = 10;

    /// How many last days of a month count as its end.
    public static final int MONTH_END_DAYS = 3;

    private static final double SECONDS_A_DAY = 86_400;
    private static final double DAYS_A_YEAR = 365.25;

    public static CalendarTerms of(Instant moment, ZoneId zone) {
        return new CalendarTerms(LocalDateTime.ofInstant(moment, zone));
    }

    public DayOfWeek weekday() {
        return time.getDayOfWeek();
    }

    public Month month() {
        return time.getMonth();
    }

    /// 1 to 4.
    public int quarter() {
        return time.get(IsoFields.QUARTER_OF_YEAR);
    }

    public int daysToMonthEnd() {
        return daysToMonthEnd(time.toLocalDate());
    }

    public int daysToQuarterEnd() {
        return daysToQuarterEnd(time.toLocalDate());
    }

    public boolean isQuarterEnd() {
        return daysToQuarterEnd() < QUARTER_END_DAYS;
    }

    public boolean isMonthEnd() {
        return daysToMonthEnd() < MONTH_END_DAYS;
    }

    static int daysToMonthEnd(LocalDate day) {
        return day.lengthOfMonth() - day.getDayOfMonth();
    }

    static int daysToQuarterEnd(LocalDate day) {
        int lastMonth = 3 * day.get(IsoFields.QUARTER_OF_YEAR);
        LocalDate end = YearMonth.of(day.getYear(), lastMonth).atEndOfMonth();
        return Math.toIntExact(ChronoUnit.DAYS.between(day, end));
    }

    /// The share of the day that has passed on the wall clock, in `[0, 1)`.
    public double dayFraction() {
        return time.toLocalTime().toSecondOfDay() / SECONDS_A_DAY;
    }

    /// The share of the week that has passed since Monday midnight, in `[0, 1)`.
    public double weekFraction() {
        return (weekday().getValue() - 1 + dayFraction()) / 7;
    }

    /// The share of a mean year of 365.25 days that has passed, in `[0, 1)`; a leap day does not shift the season.
    public double yearFraction() {
        double years = (time.toLocalDate().toEpochDay() + dayFraction()) / DAYS_A_YEAR;
        return years - Math.floor(years);
    }
}
