package dev.headroom.engine.anomaly;

/// A row with what was said of it when it arrived.
///
/// @param at seconds since 1970
/// @param value in the unit of the series; NaN where it is missing
public record JudgedRow(long at, double value, AnomalyPoint point) {
    /// How far the value lies from what was expected; NaN while one of the two is unknown.
    public double excess() {
        return value - point.expected();
    }

    /// True above or below the band; false while there is none.
    boolean outside() {
        return value > point.high() || value < point.low();
    }

    boolean missing() {
        return Double.isNaN(value);
    }
}
