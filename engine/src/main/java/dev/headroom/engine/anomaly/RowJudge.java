package dev.headroom.engine.anomaly;

/// Judges rows in the order of time, each by itself and by those before it.
interface RowJudge {
    /// @param at seconds since 1970
    /// @param value NaN where it is missing
    AnomalyPoint next(long at, double value);

    /// A row whose value may still grow. Unless the judge has a rule for it, it is a row like all others.
    default AnomalyPoint nextIncomplete(long at, double value) {
        return next(at, value);
    }
}
