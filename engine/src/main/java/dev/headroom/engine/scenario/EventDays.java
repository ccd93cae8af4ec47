package dev.headroom.engine.scenario;

import dev.headroom.engine.series.TimeGrid;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// The days of an event as steps of a grid of UTC days: from `first` (inclusive) to `end` (exclusive), both within the
/// grid.
record EventDays(int first, int end, LocalDate start) {
    private static final double YEAR = 365.25;
    private static final int HOURS = 24;

    static EventDays of(Event event, TimeGrid grid) {
        LocalDate start = LocalDate.ofInstant(grid.start(), ZoneOffset.UTC);
        int length = grid.length();
        int first = clamp(ChronoUnit.DAYS.between(start, event.from()), length);
        int end = event.end()
                .map(day -> clamp(ChronoUnit.DAYS.between(start, day), length))
                .orElse(length);
        return new EventDays(first, Math.max(first, end), start);
    }

    private static int clamp(long day, int length) {
        return (int) Math.max(0, Math.min(length, day));
    }

    LocalDate date(int day) {
        return start.plusDays(day);
    }

    /// By which factor the load of a day has grown.
    double growth(Event event, Change.Growth growth, int day) {
        double full = growth.percent() / 100;
        long since = ChronoUnit.DAYS.between(event.from(), date(day));
        long whole = event.until()
                .map(until -> ChronoUnit.DAYS.between(event.from(), until))
                .orElse(Long.MAX_VALUE);
        long grown = Math.min(since, whole);
        return switch (growth.pace()) {
            case ONCE -> 1 + full;
            case RAMP -> 1 + full * grown / whole;
            case YEARLY -> Math.pow(1 + full, grown / YEAR);
        };
    }

    /// For each hour of a UTC day, whether a schedule leaves the machines on.
    boolean[] on(Change.Schedule schedule, int day) {
        boolean[] on = new boolean[HOURS];
        ZonedDateTime midnight = date(day).atStartOfDay(ZoneOffset.UTC);
        for (int hour = 0; hour < HOURS; hour++) {
            on[hour] = !schedule.off().holds(midnight.plusHours(hour).withZoneSameInstant(schedule.zone()));
        }
        return on;
    }

    /// True when a schedule leaves no hour of a UTC day.
    boolean isDark(Change.Schedule schedule, int day) {
        for (boolean hour : on(schedule, day)) {
            if (hour) {
                return false;
            }
        }
        return true;
    }
}
