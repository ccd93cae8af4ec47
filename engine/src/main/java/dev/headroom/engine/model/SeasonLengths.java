package dev.headroom.engine.model;

import dev.headroom.engine.series.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Season lengths in steps, shortest first; empty means not seasonal.
public record SeasonLengths(List<Integer> values) {
    private static final double DAYS_A_YEAR = 365.25;
    // Fewer steps are months, quarters or weeks rather than parts of a day.
    private static final int LEAST_PER_DAY = 24;

    public SeasonLengths {
        values = values.stream().sorted().distinct().toList();
        for (int length : values) {
            if (length < 2) {
                throw new IllegalArgumentException("seasonLength (" + length + ") must be 2 or more.");
            }
        }
    }

    public static SeasonLengths none() {
        return new SeasonLengths(List.of());
    }

    public static SeasonLengths of(int... lengths) {
        return new SeasonLengths(
                Arrays.stream(lengths).filter(length -> length > 1).boxed().toList());
    }

    /// The usual seasons of a step: the day (and week) for sub-daily steps, the week for days, the year for weeks,
    /// months and quarters, none for years and for an unnamed step.
    public static SeasonLengths usual(Step step) {
        if (step instanceof Step.Ordinal) {
            return none();
        }
        Duration length = step.typicalLength();
        if (length.compareTo(Duration.ofDays(1)) < 0) {
            long perDay = Duration.ofDays(1).dividedBy(length);
            return perDay > 1 ? of((int) perDay, (int) perDay * 7) : none();
        }
        return switch (Math.toIntExact(length.toDays())) {
            case 1 -> of(7);
            case 7 -> of(52);
            case 28, 29, 30, 31 -> of(12);
            case 90, 91, 92 -> of(4);
            default -> none();
        };
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /// The shortest season, or 1 when there is none.
    public int shortest() {
        return values.isEmpty() ? 1 : values.getFirst();
    }

    /// The seasons of a model that can have several, in steps, shortest first: those told, and on top of a single
    /// day the week, on top of a single week of days the year of 365.25 days; a year of weeks has 52.18. Steps
    /// without a name are judged by the length of their season.
    ///
    /// @param observed how many values there are
    /// @param yearRounds how many years of days must have been seen
    public List<Double> nested(Step step, int observed, double yearRounds) {
        if (values.size() != 1) {
            return values.stream().map(Integer::doubleValue).toList();
        }
        double told = shortest();
        double perDay = step instanceof Step.Ordinal
                ? told
                : Duration.ofDays(1).toSeconds() / (double) step.typicalLength().toSeconds();
        if (told == 52) {
            return List.of(DAYS_A_YEAR / 7);
        }
        if (told == 7 && (perDay == 1 || step instanceof Step.Ordinal)) {
            return observed >= yearRounds * DAYS_A_YEAR ? List.of(told, DAYS_A_YEAR) : List.of(told);
        }
        return told == perDay && told >= LEAST_PER_DAY ? List.of(told, 7 * told) : List.of(told);
    }
}
