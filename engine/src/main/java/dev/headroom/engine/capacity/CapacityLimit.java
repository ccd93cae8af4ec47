package dev.headroom.engine.capacity;

/// The value that a resource should not pass.
///
/// @param percent the limit as a share of the capacity, 0 < percent <= 100
/// @param capacity the capacity in the unit of the series; 100 for series that are percentages
public record CapacityLimit(double percent, double capacity) {
    public CapacityLimit {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("percent (" + percent + ") must lie in (0, 100].");
        }
        if (!(capacity > 0) || Double.isInfinite(capacity)) {
            throw new IllegalArgumentException("capacity (" + capacity + ") must be positive and finite.");
        }
    }

    public static CapacityLimit ofPercentage(double percent) {
        return new CapacityLimit(percent, 100);
    }

    /// The limit in the unit of the series.
    public double value() {
        return percent / 100 * capacity;
    }
}
