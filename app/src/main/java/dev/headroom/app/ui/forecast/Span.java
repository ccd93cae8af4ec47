package dev.headroom.app.ui.forecast;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// How far a forecast looks ahead, as the segments above the chart offer it.
public enum Span {
    DAYS_7("7 d", Period.ofDays(7)),
    DAYS_30("30 d", Period.ofDays(30)),
    DAYS_90("90 d", Period.ofDays(90)),
    MONTHS_3("3 m", Period.ofMonths(3)),
    MONTHS_6("6 m", Period.ofMonths(6)),
    MONTHS_12("12 m", Period.ofMonths(12));

    private final String label;
    private final Period period;

    Span(String label, Period period) {
        this.label = label;
        this.period = period;
    }

    public String label() {
        return label;
    }

    /// The days from an instant on, by the calendar of a zone.
    public int days(Instant from, ZoneId zone) {
        var start = from.atZone(zone).toLocalDate();
        return Math.toIntExact(ChronoUnit.DAYS.between(start, start.plus(period)));
    }
}
