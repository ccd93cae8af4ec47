package dev.headroom.charts.layer;

import dev.headroom.charts.theme.ThemeColor;

/// The three prediction intervals that a forecast shows.
public enum BandLevel {
    P95(95, Depth.BAND_95, ThemeColor.BAND_95),
    P80(80, Depth.BAND_80, ThemeColor.BAND_80),
    P50(50, Depth.BAND_50, ThemeColor.BAND_50);

    private final int percent;
    private final Depth depth;
    private final ThemeColor token;

    BandLevel(int percent, Depth depth, ThemeColor token) {
        this.percent = percent;
        this.depth = depth;
        this.token = token;
    }

    /// The nominal coverage in percent.
    public int percent() {
        return percent;
    }

    public Depth depth() {
        return depth;
    }

    public ThemeColor token() {
        return token;
    }
}
