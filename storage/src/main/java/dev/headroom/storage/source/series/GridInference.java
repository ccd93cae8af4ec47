package dev.headroom.storage.source.series;

import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Finds the regular grid under a sorted list of distinct time stamps: whole indexes, equal physical steps,
/// or steps of the calendar (days, weeks, months, quarters, years). Steps left out are missing observations.
final class GridInference {
    /// A grid may be this many times longer than the number of its observations before it is taken for an
    /// error.
    private static final int SPARSEST = 50;

    private static final long SHORT_GRID = 10_000;

    private final TimeGrid grid;
    private final int[] positions;

    private GridInference(TimeGrid grid, int[] positions) {
        this.grid = grid;
        this.positions = positions;
    }

    /// The grid from the first to the last stamp.
    TimeGrid grid() {
        return grid;
    }

    /// The grid index of a stamp, by its place in the sorted list.
    int position(int stamp) {
        return positions[stamp];
    }

    /// The grid under stamps that are sorted by instant, distinct, of one kind and at least one; empty when
    /// no regular step fits.
    static Optional<GridInference> of(List<Stamp> stamps) {
        Stamp first = stamps.getFirst();
        if (first.kind() == Stamp.Kind.INDEX) {
            return ofOffsets(secondsFromFirst(stamps), new Step.Ordinal(), first);
        }
        if (stamps.size() == 1) {
            return ofOffsets(new long[] {0}, Step.DAY, first);
        }
        boolean sameTimeOfDay = stamps.stream()
                .allMatch(stamp ->
                        stamp.local().toLocalTime().equals(first.local().toLocalTime()));
        Optional<GridInference> calendar = sameTimeOfDay ? calendar(stamps) : Optional.empty();
        return calendar.isPresent() ? calendar : physical(stamps);
    }

    private static Optional<GridInference> calendar(List<Stamp> stamps) {
        LocalDate start = stamps.getFirst().local().toLocalDate();
        long[] days = offsets(
                stamps, stamp -> ChronoUnit.DAYS.between(start, stamp.local().toLocalDate()));
        if (days == null) {
            return Optional.empty();
        }
        long shortest = shortestStep(days);
        LocalDate month = start.withDayOfMonth(1);
        if (shortest >= 28) {
            long[] months = offsets(
                    stamps,
                    stamp -> ChronoUnit.MONTHS.between(
                            month, stamp.local().toLocalDate().withDayOfMonth(1)));
            if (months != null) {
                long step = shortestStep(months);
                for (Step candidate : List.of(Step.YEAR, Step.QUARTER, Step.MONTH)) {
                    long length = ((Step.Calendar) candidate).length().toTotalMonths();
                    if (step % length == 0 && allMultiples(months, length)) {
                        Step found = areMonthEnds(stamps)
                                ? new Step.MonthEnd(((Step.Calendar) candidate).length())
                                : candidate;
                        return ofOffsets(divided(months, length), found, stamps.getFirst());
                    }
                }
            }
        }
        if (shortest % 7 == 0 && allMultiples(days, 7)) {
            return ofOffsets(divided(days, 7), Step.WEEK, stamps.getFirst());
        }
        return ofOffsets(days, Step.DAY, stamps.getFirst());
    }

    private static boolean areMonthEnds(List<Stamp> stamps) {
        return stamps.stream()
                .map(stamp -> stamp.local().toLocalDate())
                .allMatch(day -> day.getDayOfMonth() == day.lengthOfMonth());
    }

    private static Optional<GridInference> physical(List<Stamp> stamps) {
        long[] seconds = secondsFromFirst(stamps);
        long step = shortestStep(seconds);
        if (step < 1 || !allMultiples(seconds, step)) {
            return Optional.empty();
        }
        return ofOffsets(divided(seconds, step), new Step.Physical(Duration.ofSeconds(step)), stamps.getFirst());
    }

    private static Optional<GridInference> ofOffsets(long[] offsets, Step step, Stamp first) {
        long length = offsets[offsets.length - 1] + 1;
        if (length > SHORT_GRID && length > (long) SPARSEST * offsets.length) {
            return Optional.empty();
        }
        int[] positions = new int[offsets.length];
        for (int i = 0; i < offsets.length; i++) {
            positions[i] = (int) offsets[i];
        }
        LocalDateTime local = step instanceof Step.Calendar || step instanceof Step.MonthEnd
                ? first.local()
                : LocalDateTime.ofInstant(first.instant(), ZoneOffset.UTC);
        return Optional.of(
                new GridInference(TimeGrid.utc(local.toInstant(ZoneOffset.UTC), step, (int) length), positions));
    }

    private static long[] secondsFromFirst(List<Stamp> stamps) {
        long start = stamps.getFirst().instant().getEpochSecond();
        return stamps.stream()
                .mapToLong(stamp -> stamp.instant().getEpochSecond() - start)
                .toArray();
    }

    /// Offsets from the first stamp, or null when two stamps share one.
    private static long @Nullable [] offsets(List<Stamp> stamps, ToLongFunction<Stamp> offset) {
        long[] result = stamps.stream().mapToLong(offset).toArray();
        for (int i = 1; i < result.length; i++) {
            if (result[i] <= result[i - 1]) {
                return null;
            }
        }
        return result;
    }

    private static long shortestStep(long[] offsets) {
        long shortest = Long.MAX_VALUE;
        for (int i = 1; i < offsets.length; i++) {
            shortest = Math.min(shortest, offsets[i] - offsets[i - 1]);
        }
        return shortest;
    }

    private static boolean allMultiples(long[] offsets, long step) {
        for (long offset : offsets) {
            if (offset % step != 0) {
                return false;
            }
        }
        return true;
    }

    private static long[] divided(long[] offsets, long step) {
        return Arrays.stream(offsets).map(offset -> offset / step).toArray();
    }
}
