package dev.headroom.engine.anomaly;

/// A row with what was said of it when it arrived.
///
/// @param at seconds since 1970
/// @param value in the unit of the series; NaN where it is missing
public record JudgedRow(long at, double value, AnomalyPoint point) {
    private static final double ROUNDING = 1e-9;

    /// How far the value lies from what was expected; NaN while one of the two is unknown.
    public double excess() {
        return value - point.expected();
    }

    /// True above or below the band by more than rounding; false while there is none.
    boolean outside() {
        return above() || below();
    }

    boolean above() {
        return value > point.high() + ROUNDING * Math.abs(point.high());
    }

    boolean below() {
        return value < point.low() - ROUNDING * Math.abs(point.low());
    }

    boolean missing() {
        return Double.isNaN(value);
    }
}
