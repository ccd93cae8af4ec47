package dev.headroom.engine.scenario;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whole hours of the week, by the clock of a place. Written as spans such as `Mon-Fri 20-08` or `Sat-Sun 0-24`: days,
/// then the hour from which and the hour before which; a span that ends no later than it begins ends the next day.
public final class WeekHours {
    private static final int DAY = 24;
    private static final int WEEK = 7 * DAY;
    private static final Pattern SPAN =
            Pattern.compile("\\s*([A-Za-z]{3})(?:\\s*[-–]\\s*([A-Za-z]{3}))?\\s+(\\d{1,2})\\s*[-–]\\s*(\\d{1,2})\\s*");
    private static final List<String> NAMES = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private final List<String> spans;
    private final BitSet hours = new BitSet(WEEK);

    private WeekHours(List<String> spans) {
        this.spans = List.copyOf(spans);
    }

    /// @throws IllegalArgumentException when a span is not written so; the message names it
    public static WeekHours parse(List<String> spans) {
        List<String> clean = new ArrayList<>();
        for (String span : spans) {
            clean.add(span.strip());
        }
        WeekHours result = new WeekHours(clean);
        clean.forEach(result::add);
        return result;
    }

    private void add(String span) {
        Matcher match = SPAN.matcher(span);
        int first = match.matches() ? day(match.group(1)) : -1;
        int last = first < 0 || match.group(2) == null ? first : day(match.group(2));
        if (first < 0
                || last < 0
                || Integer.parseInt(match.group(3)) >= DAY
                || Integer.parseInt(match.group(4)) > DAY) {
            throw new IllegalArgumentException(
                    "span (" + span + ") must be days and whole hours, such as Mon-Fri 20-08 or Sat-Sun 0-24.");
        }
        int from = Integer.parseInt(match.group(3));
        int to = Integer.parseInt(match.group(4));
        int length = to > from ? to - from : to + DAY - from;
        int days = Math.floorMod(last - first, 7) + 1;
        for (int day = first; day < first + days; day++) {
            for (int hour = from; hour < from + length; hour++) {
                hours.set((day * DAY + hour) % WEEK);
            }
        }
    }

    private static int day(String name) {
        for (int i = 0; i < NAMES.size(); i++) {
            if (NAMES.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    /// The spans as they were given.
    public List<String> spans() {
        return spans;
    }

    public boolean isEmpty() {
        return hours.isEmpty();
    }

    /// How many of the 168 hours of a week these are.
    public int count() {
        return hours.cardinality();
    }

    /// True when the hour that holds this instant is one of them.
    public boolean holds(ZonedDateTime at) {
        DayOfWeek day = at.getDayOfWeek();
        return hours.get((day.getValue() - 1) * DAY + at.getHour());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeekHours that && spans.equals(that.spans);
    }

    @Override
    public int hashCode() {
        return spans.hashCode();
    }

    @Override
    public String toString() {
        return String.join("; ", spans);
    }
}
