package dev.headroom.engine.series;

import java.util.Arrays;
import java.util.Objects;

/// A series of observations on a regular grid. NaN is a missing observation and nothing else; infinities are refused.
/// Values are copied in and out.
public final class TimeSeries {
    private final SeriesKey key;
    private final TimeGrid grid;
    private final double[] values;

    /// @param values one value a grid point, in grid order; NaN = missing
    /// @throws IllegalArgumentException when the lengths differ or a value is infinite
    public TimeSeries(SeriesKey key, TimeGrid grid, double[] values) {
        this.key = Objects.requireNonNull(key, "key");
        this.grid = Objects.requireNonNull(grid, "grid");
        this.values = values.clone();
        if (values.length != grid.length()) {
            throw new IllegalArgumentException(
                    "values (" + values.length + ") must have the length of the grid (" + grid.length() + ").");
        }
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new IllegalArgumentException("values[" + i + "] (" + values[i] + ") must be finite or NaN.");
            }
        }
    }

    public SeriesKey key() {
        return key;
    }

    public TimeGrid grid() {
        return grid;
    }

    public int length() {
        return values.length;
    }

    public double value(int index) {
        return values[index];
    }

    public double[] values() {
        return values.clone();
    }

    /// The observations `from` (inclusive) to `to` (exclusive).
    public TimeSeries slice(int from, int to) {
        return new TimeSeries(key, grid.slice(from, to), Arrays.copyOfRange(values, from, to));
    }

    /// How many observations are missing.
    public int missing() {
        int count = 0;
        for (double value : values) {
            if (Double.isNaN(value)) {
                count++;
            }
        }
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeSeries that
                && key.equals(that.key)
                && grid.equals(that.grid)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, grid, Arrays.hashCode(values));
    }

    @Override
    public String toString() {
        return key + " " + grid + " (" + missing() + " missing)";
    }
}
