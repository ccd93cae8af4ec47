package dev.headroom.engine.forecast;

import dev.headroom.engine.series.TimeGrid;

/// Equally likely futures of one series on one grid, however they are kept.
public interface Futures {
    TimeGrid grid();

    /// How many futures there are; 1 or more.
    int count();

    /// The value of a future at a step; finite.
    double value(int path, int step);

    default int steps() {
        return grid().length();
    }
}
