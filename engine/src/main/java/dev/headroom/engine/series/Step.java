package dev.headroom.engine.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;

/// The distance between two neighbouring points of a [TimeGrid].
public sealed interface Step {
    Step HOUR = new Physical(Duration.ofHours(1));
    Step DAY = new Calendar(Period.ofDays(1));
    Step WEEK = new Calendar(Period.ofDays(7));
    Step MONTH = new Calendar(Period.ofMonths(1));
    Step QUARTER = new Calendar(Period.ofMonths(3));
    Step YEAR = new Calendar(Period.ofYears(1));

    /// The instant `count` steps after `start`; calendar steps follow the wall clock of `zone`.
    Instant plus(Instant start, long count, ZoneId zone);

    /// How many whole steps lie between the start of 1970 and an instant; its remainder by a season is the place in it.
    long position(Instant instant, ZoneId zone);

    /// The usual length of the step, used to compare steps; months count 30.436875 days.
    Duration typicalLength();

    /// An ISO 8601 duration or period such as `PT1H` or `P1M`, the latter with `-end` for [MonthEnd], or `index`.
    String code();

    static Step parse(String code) {
        if (code.equals("index")) {
            return new Ordinal();
        }
        if (code.endsWith(MonthEnd.SUFFIX)) {
            return new MonthEnd(Period.parse(code.substring(0, code.length() - MonthEnd.SUFFIX.length())));
        }
        return code.startsWith("PT") ? new Physical(Duration.parse(code)) : new Calendar(Period.parse(code));
    }

    /// A step of fixed length on the time line, such as 5 minutes or 1 hour.
    record Physical(Duration length) implements Step {
        public Physical {
            Objects.requireNonNull(length, "length");
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("length (" + length + ") must be positive.");
            }
        }

        @Override
        public Instant plus(Instant start, long count, ZoneId zone) {
            return start.plus(length.multipliedBy(count));
        }

        @Override
        public long position(Instant instant, ZoneId zone) {
            return Math.floorDiv(instant.toEpochMilli(), length.toMillis());
        }

        @Override
        public Duration typicalLength() {
            return length;
        }

        @Override
        public String code() {
            return length.toString();
        }
    }

    /// A step of the calendar: days, weeks, months, quarters or years. A day may have 23 or 25 hours.
    record Calendar(Period length) implements Step {
        private static final YearMonth FIRST_MONTH = YearMonth.of(1970, 1);

        public Calendar {
            Objects.requireNonNull(length, "length");
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("length (" + length + ") must be positive.");
            }
        }

        @Override
        public Instant plus(Instant start, long count, ZoneId zone) {
            Period scaled = length.multipliedBy(Math.toIntExact(count));
            return start.atZone(zone).plus(scaled).toInstant();
        }

        @Override
        public long position(Instant instant, ZoneId zone) {
            LocalDate day = instant.atZone(zone).toLocalDate();
            long months = length.toTotalMonths();
            return months > 0
                    ? Math.floorDiv(ChronoUnit.MONTHS.between(FIRST_MONTH, YearMonth.from(day)), months)
                    : Math.floorDiv(day.toEpochDay(), (long) length.getDays());
        }

        @Override
        public Duration typicalLength() {
            double days = length.toTotalMonths() * 30.436875 + length.getDays();
            return Duration.ofSeconds(Math.round(days * 86_400));
        }

        @Override
        public String code() {
            return length.toString();
        }
    }

    /// Months, quarters or years, each told by its last day: January 31, February 28, March 31.
    record MonthEnd(Period length) implements Step {
        private static final String SUFFIX = "-end";

        public MonthEnd {
            if (length.toTotalMonths() < 1 || length.getDays() != 0) {
                throw new IllegalArgumentException("length (" + length + ") must be one month or more, without days.");
            }
        }

        @Override
        public Instant plus(Instant start, long count, ZoneId zone) {
            return start.atZone(zone)
                    .plus(length.multipliedBy(Math.toIntExact(count)))
                    .with(TemporalAdjusters.lastDayOfMonth())
                    .toInstant();
        }

        @Override
        public long position(Instant instant, ZoneId zone) {
            return new Calendar(length).position(instant, zone);
        }

        @Override
        public Duration typicalLength() {
            return new Calendar(length).typicalLength();
        }

        @Override
        public String code() {
            return length + SUFFIX;
        }
    }

    /// A regular step of unstated length: point `i` has the instant `i` seconds after the epoch, and no calendar.
    record Ordinal() implements Step {
        @Override
        public Instant plus(Instant start, long count, ZoneId zone) {
            return start.plusSeconds(count);
        }

        @Override
        public long position(Instant instant, ZoneId zone) {
            return instant.getEpochSecond();
        }

        @Override
        public Duration typicalLength() {
            return Duration.ofSeconds(1);
        }

        @Override
        public String code() {
            return "index";
        }
    }
}
