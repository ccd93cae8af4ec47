package dev.headroom.charts.axis;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/// One way to cut time into calendar pieces, with the width a label of it needs at 11 px type.
enum CalendarStep {
    HOUR(1, 44),
    HOUR_3(3, 44),
    HOUR_6(6, 44),
    HOUR_12(12, 44),
    DAY(1, 46),
    WEEK(1, 48),
    MONTH(1, 33),
    QUARTER(3, 34),
    YEAR(1, 34),
    YEAR_2(2, 34),
    YEAR_5(5, 34),
    YEAR_10(10, 34);

    private final int amount;
    private final double labelWidth;

    CalendarStep(int amount, double labelWidth) {
        this.amount = amount;
        this.labelWidth = labelWidth;
    }

    double labelWidth() {
        return labelWidth;
    }

    /// The mean length in seconds.
    double seconds() {
        return amount
                * switch (this) {
                    case HOUR, HOUR_3, HOUR_6, HOUR_12 -> 3_600.0;
                    case DAY -> 86_400.0;
                    case WEEK -> 7 * 86_400.0;
                    case MONTH, QUARTER -> 30.436875 * 86_400.0;
                    case YEAR, YEAR_2, YEAR_5, YEAR_10 -> 365.2425 * 86_400.0;
                };
    }

    /// The start of the piece that holds a moment, in the wall time of its zone.
    ZonedDateTime floor(ZonedDateTime moment) {
        LocalDateTime day = moment.toLocalDate().atStartOfDay();
        LocalDateTime start = switch (this) {
            case HOUR, HOUR_3, HOUR_6, HOUR_12 -> day.withHour(moment.getHour() / amount * amount);
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case YEAR, YEAR_2, YEAR_5, YEAR_10 ->
                day.withDayOfYear(1).withYear(Math.floorDiv(day.getYear(), amount) * amount);
        };
        return start.atZone(moment.getZone());
    }

    /// The start of the following piece. Goes through wall time, so that a day with 23 or 25 hours keeps its midnight.
    ZonedDateTime next(ZonedDateTime start) {
        LocalDateTime wall = start.toLocalDateTime();
        LocalDateTime after = switch (this) {
            case HOUR, HOUR_3, HOUR_6, HOUR_12 -> wall.plusHours(amount);
            case DAY -> wall.plusDays(1);
            case WEEK -> wall.plusWeeks(1);
            case MONTH, QUARTER -> wall.plusMonths(amount);
            case YEAR, YEAR_2, YEAR_5, YEAR_10 -> wall.plusYears(amount);
        };
        ZonedDateTime next = after.atZone(start.getZone());
        return next.isAfter(start) ? next : start.plus(amount, ChronoUnit.HOURS);
    }

    /// The loud label: the piece that opens the next larger unit names it.
    boolean opensLargerUnit(ZonedDateTime start) {
        return switch (this) {
            case HOUR, HOUR_3, HOUR_6, HOUR_12 -> start.getHour() == 0;
            case DAY -> start.getDayOfMonth() == 1;
            case WEEK -> start.getDayOfYear() <= 7;
            case MONTH, QUARTER -> start.getMonthValue() == 1;
            case YEAR, YEAR_2, YEAR_5, YEAR_10 -> false;
        };
    }

    /// The plain label of a piece.
    String label(ZonedDateTime start, Locale locale) {
        return switch (this) {
            case HOUR, HOUR_3, HOUR_6, HOUR_12 -> format(start, "HH:mm", locale);
            case DAY -> format(start, "EEE d", locale);
            case WEEK -> format(start, "d MMM", locale);
            case MONTH -> format(start, "LLL", locale);
            case QUARTER -> "Q" + ((start.getMonthValue() + 2) / 3);
            case YEAR, YEAR_2, YEAR_5, YEAR_10 -> format(start, "yyyy", locale);
        };
    }

    /// The label that also names the larger unit.
    String fullLabel(ZonedDateTime start, Locale locale) {
        return switch (this) {
            case HOUR, HOUR_3, HOUR_6, HOUR_12 ->
                format(start, start.getHour() == 0 ? "d MMM" : "d MMM, HH:mm", locale);
            case DAY -> format(start, "d MMM", locale);
            case WEEK -> format(start, "d MMM yyyy", locale);
            case MONTH -> format(start, "LLL yyyy", locale);
            case QUARTER -> "Q" + ((start.getMonthValue() + 2) / 3) + " " + start.getYear();
            case YEAR, YEAR_2, YEAR_5, YEAR_10 -> format(start, "yyyy", locale);
        };
    }

    /// The loud label where the full one has no room: the year alone says the most.
    String tightLabel(ZonedDateTime start, Locale locale) {
        return switch (this) {
            case MONTH, QUARTER -> format(start, "yyyy", locale);
            case WEEK, HOUR, HOUR_3, HOUR_6, HOUR_12 ->
                start.getHour() == 0 ? format(start, "d MMM", locale) : label(start, locale);
            case DAY, YEAR, YEAR_2, YEAR_5, YEAR_10 -> fullLabel(start, locale);
        };
    }

    /// Hours and long years are written at their tick, everything else in the middle of its piece.
    AxisLabel.Placement placement() {
        return switch (this) {
            case HOUR, HOUR_3, HOUR_6, HOUR_12, WEEK, YEAR, YEAR_2, YEAR_5, YEAR_10 -> AxisLabel.Placement.AT_START;
            case DAY, MONTH, QUARTER -> AxisLabel.Placement.CENTRED;
        };
    }

    private static String format(ZonedDateTime time, String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(time);
    }
}
