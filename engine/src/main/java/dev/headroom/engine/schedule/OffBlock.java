package dev.headroom.engine.schedule;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/// A stretch of the week in which a server is off.
///
/// @param day when it is stopped
/// @param hour the hour of that day, 0..23
/// @param hours how long it stays off, 1..167
public record OffBlock(DayOfWeek day, int hour, int hours) {
    private static final int DAY = 24;

    public OffBlock {
        if (hour < 0 || hour >= DAY || hours < 1 || hours >= WeekHours.COUNT) {
            throw new IllegalArgumentException(
                    "hour (" + hour + ") must be 0 to 23 and hours (" + hours + ") 1 to 167.");
        }
    }

    /// The day on which it is started again.
    public DayOfWeek endDay() {
        return day.plus((hour + hours) / DAY);
    }

    /// The hour of that day.
    public int endHour() {
        return (hour + hours) % DAY;
    }

    /// Such as `Mon 20:00 to Tue 06:00`.
    public String words() {
        return name(day) + " " + clock(hour) + " to " + (endDay() == day && hours < DAY ? "" : name(endDay()) + " ")
                + clock(endHour());
    }

    static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    static String clock(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour);
    }
}
