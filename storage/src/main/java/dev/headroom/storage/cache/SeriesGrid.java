package dev.headroom.storage.cache;

import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/// The endless grid of one kept series: whole numbers to instants and back. Number 0 is the anchor, which is
/// the start of the first grid that was written.
record SeriesGrid(Instant anchor, Step step, ZoneId zone) {
    /// Steps below a minute would make blocks of a month too large to keep in one piece.
    static final Duration SHORTEST = Duration.ofMinutes(1);

    SeriesGrid {
        if (step instanceof Step.Ordinal) {
            throw new IllegalArgumentException("step (index) must have a length to be kept in the cache.");
        }
        if (step.typicalLength().compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("step (" + step.code() + ") must be 1 minute or longer.");
        }
        if (anchor.getNano() % 1_000_000 != 0) {
            throw new IllegalArgumentException("start (" + anchor + ") must be whole milliseconds.");
        }
    }

    static SeriesGrid of(TimeGrid grid) {
        return new SeriesGrid(grid.start(), grid.step(), grid.zone());
    }

    Instant at(long index) {
        return step.plus(anchor, index, zone);
    }

    /// The number of the last grid point at or before `instant`.
    long floor(Instant instant) {
        long millis = instant.toEpochMilli() - anchor.toEpochMilli();
        long length = step.typicalLength().toMillis();
        if (step instanceof Step.Physical) {
            return Math.floorDiv(millis, length);
        }
        // Calendar steps vary in length: start from the estimate and walk the few steps that it can be off.
        long index = Math.floorDiv(millis, length);
        while (at(index).isAfter(instant)) {
            index--;
        }
        while (!at(index + 1).isAfter(instant)) {
            index++;
        }
        return index;
    }

    /// The number of the first grid point at or after `instant`.
    long ceiling(Instant instant) {
        long floor = floor(instant);
        return at(floor).equals(instant) ? floor : floor + 1;
    }

    /// The number of `instant`, when it lies on the grid.
    OptionalLong exact(Instant instant) {
        long floor = floor(instant);
        return at(floor).equals(instant) ? OptionalLong.of(floor) : OptionalLong.empty();
    }

    /// The UTC month of a grid point, counted from year 0.
    int month(long index) {
        return monthOf(at(index));
    }

    static int monthOf(Instant instant) {
        YearMonth month = YearMonth.from(instant.atOffset(ZoneOffset.UTC));
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    /// The number of the first grid point in `month` or later.
    long monthStart(int month) {
        YearMonth start = YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1);
        return ceiling(start.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    TimeGrid slice(long from, int length) {
        return new TimeGrid(at(from), step, length, zone);
    }
}
