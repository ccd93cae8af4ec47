package dev.headroom.charts.axis;

import dev.headroom.charts.theme.ChartFonts;
import dev.headroom.charts.theme.FontFace;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An axis of time in a zone; positions are epoch seconds.
///
/// The ticks stand where hours, days, weeks, months, quarters or years begin, by what fits; names stand between
/// the ticks, and the piece that opens a larger unit is written with it and louder (`Jan 2027`).
public record TimeAxis(ZoneId zone, Locale locale) implements HorizontalAxis {
    private static final int MOST_TICKS = 2_000;

    /// A time axis in English.
    public static TimeAxis in(ZoneId zone) {
        return new TimeAxis(zone, Locale.ENGLISH);
    }

    @Override
    public AxisMarks marks(double from, double to, double pixels, double fontSize) {
        CalendarStep step = stepFor(from, to, pixels, fontSize);
        List<Double> ticks = new ArrayList<>();
        List<AxisLabel> labels = new ArrayList<>();
        ZonedDateTime start = step.floor(moment(from));
        boolean named = false;
        for (int i = 0; i < MOST_TICKS; i++) {
            double begin = seconds(start);
            if (begin > to) {
                break;
            }
            ZonedDateTime next = step.next(start);
            if (begin >= from) {
                ticks.add(begin);
            }
            boolean centred = step.placement() == AxisLabel.Placement.CENTRED;
            if (centred || begin >= from) {
                boolean opens = step.opensLargerUnit(start);
                double slot = (seconds(next) - begin) / (to - from) * pixels;
                double width = ChartFonts.width(FontFace.SEMI_BOLD, fontSize, step.fullLabel(start, locale));
                double room = centred ? slot + (opens ? 4 : 0) : slot - 8;
                boolean fits = width <= room;
                boolean full = opens || (!named && fits && begin >= from);
                labels.add(new AxisLabel(
                        Math.max(begin, from),
                        Math.min(seconds(next), to),
                        text(step, start, full, fits),
                        opens ? AxisLabel.Emphasis.STRONG : AxisLabel.Emphasis.NORMAL,
                        step.placement()));
                named = named || full;
            }
            start = next;
        }
        return new AxisMarks(from, to, ticks.stream().mapToDouble(d -> d).toArray(), labels);
    }

    private String text(CalendarStep step, ZonedDateTime start, boolean full, boolean fits) {
        if (!full) {
            return step.label(start, locale);
        }
        return fits ? step.fullLabel(start, locale) : step.tightLabel(start, locale);
    }

    /// The date, with the hour when the position is not a midnight: `28 Apr 2027`, `28 Apr 2027, 14:00`.
    @Override
    public String describe(double position) {
        return format(position, isMidnight(position) ? "d MMM yyyy" : "d MMM yyyy, HH:mm");
    }

    /// The date with its weekday, for tooltips.
    public String describeWithWeekday(double position) {
        return format(position, isMidnight(position) ? "EEE d MMM yyyy" : "EEE d MMM yyyy, HH:mm");
    }

    /// Day and month only: `13 Apr`.
    public String dayAndMonth(double position) {
        return format(position, "d MMM");
    }

    /// Day, month and year.
    public String date(double position) {
        return format(position, "d MMM yyyy");
    }

    private boolean isMidnight(double position) {
        return moment(position).toLocalTime().toSecondOfDay() == 0;
    }

    private String format(double position, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(moment(position));
    }

    private static CalendarStep stepFor(double from, double to, double pixels, double fontSize) {
        double secondsPerPixel = (to - from) / Math.max(1, pixels);
        for (CalendarStep step : CalendarStep.values()) {
            if (step.seconds() >= step.labelWidth() * fontSize / 11 * secondsPerPixel) {
                return step;
            }
        }
        return CalendarStep.YEAR_10;
    }

    private ZonedDateTime moment(double position) {
        return Instant.ofEpochSecond((long) Math.floor(position)).atZone(zone);
    }

    private static double seconds(ZonedDateTime time) {
        return time.toEpochSecond();
    }
}
