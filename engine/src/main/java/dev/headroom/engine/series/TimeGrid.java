package dev.headroom.engine.series;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/// A regular grid of instants: `start`, `start + step`, and so on, `length` of them.
///
/// @param length the number of points, 0 or more
/// @param zone the zone whose calendar rules calendar steps and calendar features
public record TimeGrid(Instant start, Step step, int length, ZoneId zone) {
    public TimeGrid {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(zone, "zone");
        if (length < 0) {
            throw new IllegalArgumentException("length (" + length + ") must not be negative.");
        }
    }

    public static TimeGrid utc(Instant start, Step step, int length) {
        return new TimeGrid(start, step, length, ZoneOffset.UTC);
    }

    /// A grid whose points are the integers from `first` on.
    public static TimeGrid ordinal(long first, int length) {
        return utc(Instant.ofEpochSecond(first), new Step.Ordinal(), length);
    }

    /// The instant of point `index`; indexes outside `0..length-1` continue the grid.
    public Instant at(long index) {
        return step.plus(start, index, zone);
    }

    /// How many whole steps lie between the start of 1970 and point `index`.
    public long position(int index) {
        return step.position(at(index), zone);
    }

    /// The first instant after the grid.
    public Instant end() {
        return at(length);
    }

    /// The grid of the `steps` points that follow this one.
    public TimeGrid next(int steps) {
        return new TimeGrid(end(), step, steps, zone);
    }

    /// The points `from` (inclusive) to `to` (exclusive).
    public TimeGrid slice(int from, int to) {
        Objects.checkFromToIndex(from, to, length);
        return new TimeGrid(at(from), step, to - from, zone);
    }

    /// True when instants have no calendar meaning.
    public boolean isOrdinal() {
        return step instanceof Step.Ordinal;
    }
}
