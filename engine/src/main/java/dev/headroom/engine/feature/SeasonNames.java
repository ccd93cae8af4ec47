package dev.headroom.engine.feature;

import dev.headroom.engine.series.TimeGrid;

/// What a season of so many steps is called on a grid.
public record SeasonNames(TimeGrid grid) {
    private static final double SECONDS_A_DAY = 86_400;

    public String of(int season) {
        if (grid.isOrdinal()) {
            return "season of " + season;
        }
        double days = season * grid.step().typicalLength().toSeconds() / SECONDS_A_DAY;
        if (Math.abs(days - 1) < 0.05) {
            return "daily";
        }
        if (Math.abs(days - 7) < 0.3) {
            return "weekly";
        }
        return Math.abs(days - 365.25) < 5 ? "yearly" : "season of " + season;
    }
}
