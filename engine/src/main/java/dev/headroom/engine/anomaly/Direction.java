package dev.headroom.engine.anomaly;

import java.util.Locale;

/// Where the values of an episode lie.
public enum Direction {
    UP,
    DOWN,
    /// Neither: values are missing or do not move.
    NONE;

    static Direction of(double excess) {
        return excess > 0 ? UP : excess < 0 ? DOWN : NONE;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
