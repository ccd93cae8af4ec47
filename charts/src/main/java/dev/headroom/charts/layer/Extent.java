package dev.headroom.charts.layer;

/// A closed span of positions or values.
public record Extent(double min, double max) {
    public Extent {
        if (!(min <= max)) {
            throw new IllegalArgumentException("min (%s) must not exceed max (%s).".formatted(min, max));
        }
    }

    /// The smallest span that holds both.
    public Extent union(Extent other) {
        return new Extent(Math.min(min, other.min), Math.max(max, other.max));
    }
}
