package dev.headroom.engine.model.regression;

import dev.headroom.engine.feature.LocalLevel;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;

/// A series from its first observation on, without gaps. A missing value takes the one a season earlier, or the last
/// one before it, so that no value is made from later ones; what was observed is remembered.
///
/// @param values without missing ones
/// @param observed whether each of them was observed
record KnownPast(TimeGrid grid, double[] values, boolean[] observed) {
    // Below this part of the highest level, shares of a level would be told from next to nothing.
    private static final double LEAST_LEVEL_SHARE = 0.2;

    /// @param season of which a missing value takes the earlier one; 1 for the last value
    /// @throws IllegalArgumentException when nothing was observed
    static KnownPast of(TimeSeries series, int season) {
        int first = 0;
        while (first < series.length() && Double.isNaN(series.value(first))) {
            first++;
        }
        if (first == series.length()) {
            throw new IllegalArgumentException("series " + series.key() + " must have an observation.");
        }
        double[] values = Arrays.copyOfRange(series.values(), first, series.length());
        boolean[] observed = new boolean[values.length];
        for (int t = 0; t < values.length; t++) {
            observed[t] = !Double.isNaN(values[t]);
            if (!observed[t]) {
                values[t] = t >= season ? values[t - season] : values[t - 1];
            }
        }
        return new KnownPast(series.grid().slice(first, series.length()), values, observed);
    }

    int length() {
        return values.length;
    }

    /// What was known after so many points.
    KnownPast until(int length) {
        return new KnownPast(grid.slice(0, length), Arrays.copyOf(values, length), Arrays.copyOf(observed, length));
    }

    /// Shares of the level where it stays well above zero, else distances.
    LocalLevel.Form form(int window) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (double value : values) {
            if (value <= 0) {
                return LocalLevel.Form.DIFFERENCE;
            }
        }
        for (int t = Math.min(window, values.length) - 1; t < values.length; t += window) {
            double centre =
                    LocalLevel.at(values, t, window, LocalLevel.Form.DIFFERENCE).centre();
            lowest = Math.min(lowest, centre);
            highest = Math.max(highest, centre);
        }
        return lowest >= LEAST_LEVEL_SHARE * highest ? LocalLevel.Form.RATIO : LocalLevel.Form.DIFFERENCE;
    }
}
