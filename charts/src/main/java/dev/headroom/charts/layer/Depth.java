package dev.headroom.charts.layer;

/// Where a layer lies in the pile, from the ground up; the grid is painted right above the ground.
public enum Depth {
    GROUND,
    BAND_95,
    BAND_80,
    BAND_50,
    LINE,
    LIMIT,
    NOTE,
    MARKER;

    /// Whether layers of this depth may leave the plot area, as labels must.
    public boolean leavesArea() {
        return this == NOTE || this == MARKER;
    }
}
