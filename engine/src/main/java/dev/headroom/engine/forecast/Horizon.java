package dev.headroom.engine.forecast;

/// How many steps ahead a forecast reaches.
///
/// @param steps 1 or more
public record Horizon(int steps) {
    public Horizon {
        if (steps < 1) {
            throw new IllegalArgumentException("steps (" + steps + ") must be 1 or more.");
        }
    }
}
