package dev.headroom.engine.model;

import dev.headroom.engine.series.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Season lengths in steps, shortest first; empty means not seasonal.
public record SeasonLengths(List<Integer> values) {
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
}
