package dev.headroom.engine.anomaly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is learnt of an episode that was marked as expected. It concerns later episodes of the same series in the same
/// direction, never earlier ones, and changes nothing in what the detector says of a row.
///
/// @param limit for a calendar pattern the largest distance of the peak from what was expected, as a part of it; for a
///     level the farthest value; of no meaning for [Pattern#ONCE]
public record Expectation(Pattern pattern, Direction direction, double limit) {
    private static final double LARGER = 1.5;
    private static final double FARTHER = 0.2;
    private static final int EDGE_DAYS = 3;

    /// When it holds again.
    public enum Pattern {
        /// Only this episode.
        ONCE,
        /// It begins on one of the first three days of a month.
        MONTH_START,
        /// It begins on one of the last three days of a month.
        MONTH_END,
        /// It begins on one of the last three days of a quarter of the calendar year.
        QUARTER_END,
        /// It begins on the same day of the week.
        WEEKDAY,
        /// The values stay at the level to which they went, or come nearer to where they were.
        LEVEL;

        /// Such as `month-end`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Pattern> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(pattern -> pattern.word().equals(word))
                    .findFirst();
        }
    }

    public Expectation {
        if (Double.isNaN(limit)) {
            throw new IllegalArgumentException("limit (" + limit + ") must be a number.");
        }
    }

    /// What the shape and the day of an episode suggest: its level when it is a level shift, the edge of the quarter or
    /// month when it begins there, else nothing for later.
    public static Pattern suggested(Episode episode) {
        LocalDate day = day(episode.start());
        if (episode.kind() == EpisodeKind.LEVEL_SHIFT || episode.kind() == EpisodeKind.TREND_CHANGE) {
            return Pattern.LEVEL;
        }
        if (quarterEnd(day)) {
            return Pattern.QUARTER_END;
        }
        if (monthEnd(day)) {
            return Pattern.MONTH_END;
        }
        return day.getDayOfMonth() <= EDGE_DAYS ? Pattern.MONTH_START : Pattern.ONCE;
    }

    /// What is learnt of an episode: the same up to one and a half times as far out, or a level with a fifth more.
    public static Expectation of(Episode episode, Pattern pattern) {
        double expected = episode.peak().point().expected();
        double value = episode.peak().value();
        double limit = switch (pattern) {
            case ONCE -> 0;
            case MONTH_START, MONTH_END, QUARTER_END, WEEKDAY ->
                expected == 0 ? 0 : LARGER * Math.abs((value - expected) / expected);
            case LEVEL -> value + (episode.direction() == Direction.DOWN ? -1 : 1) * FARTHER * Math.abs(value);
        };
        return new Expectation(pattern, episode.direction(), Double.isNaN(limit) ? 0 : limit);
    }

    /// True when a later episode is what was learnt of an earlier one.
    ///
    /// @param learntFrom the start of the episode that was marked, in seconds since 1970
    public boolean covers(long learntFrom, Episode later) {
        if (later.start() <= learntFrom || later.direction() != direction) {
            return false;
        }
        LocalDate day = day(later.start());
        double expected = later.peak().point().expected();
        double value = later.peak().value();
        boolean near = expected != 0 && Math.abs((value - expected) / expected) <= limit;
        return switch (pattern) {
            case ONCE -> false;
            case MONTH_START -> near && day.getDayOfMonth() <= EDGE_DAYS;
            case MONTH_END -> near && monthEnd(day);
            case QUARTER_END -> near && quarterEnd(day);
            case WEEKDAY -> near && day.getDayOfWeek() == day(learntFrom).getDayOfWeek();
            case LEVEL -> direction == Direction.DOWN ? value >= limit : value <= limit;
        };
    }

    /// What is learnt, in a sentence about the series.
    ///
    /// @param learntFrom the start of the episode that was marked, in seconds since 1970
    public String sentence(long learntFrom) {
        String move = direction == Direction.DOWN ? "fall" : "rise";
        String size = String.format(Locale.ROOT, " of up to %.0f %% of what is expected", 100 * limit);
        String after = " after " + day(learntFrom) + " does not alert.";
        return switch (pattern) {
            case ONCE -> "Only this episode is expected; nothing is learnt for later.";
            case MONTH_START -> "A " + move + size + " that begins on the first three days of a month" + after;
            case MONTH_END -> "A " + move + size + " that begins on the last three days of a month" + after;
            case QUARTER_END -> "A " + move + size + " that begins on the last three days of a quarter" + after;
            case WEEKDAY ->
                "A " + move + size + " that begins on a "
                        + day(learntFrom).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        + after;
            case LEVEL ->
                "A " + move + " to no "
                        + (direction == Direction.DOWN ? "less" : "more")
                        + String.format(Locale.ROOT, " than %.2f", limit) + after;
        };
    }

    /// As it is kept, such as `month-end up 0.45`.
    public String text() {
        return pattern.word() + " " + direction.word() + " " + limit;
    }

    /// Reads [#text]; empty when it is none.
    public static Optional<Expectation> parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Optional<Pattern> pattern = Pattern.ofWord(parts[0]);
        Optional<Direction> direction = Arrays.stream(Direction.values())
                .filter(known -> known.word().equals(parts[1]))
                .findFirst();
        try {
            double limit = Double.parseDouble(parts[2]);
            return pattern.isPresent() && direction.isPresent() && !Double.isNaN(limit)
                    ? Optional.of(new Expectation(pattern.get(), direction.get(), limit))
                    : Optional.empty();
        } catch (NumberFormatException notNumber) {
            return Optional.empty();
        }
    }

    private static LocalDate day(long at) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(at), ZoneOffset.UTC);
    }

    private static boolean monthEnd(LocalDate day) {
        return day.getDayOfMonth() > YearMonth.from(day).lengthOfMonth() - EDGE_DAYS;
    }

    private static boolean quarterEnd(LocalDate day) {
        return monthEnd(day) && day.getMonthValue() % 3 == 0;
    }
}
