package dev.headroom.engine.commitment;

/// How careful a commitment is sized.
public enum Posture {
    /// The largest expected saving among the sizes whose bad case is not a loss.
    CAREFUL,
    /// The largest expected saving, whatever the bad case is.
    EXPECTED
}
