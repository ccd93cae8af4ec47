package dev.headroom.engine.model.additive;

import dev.headroom.engine.model.Settings;

/// A straight line that may bend at change points within the first 80 % of the history. After the history the last
/// slope fades slowly: half a history ahead it has done 63 % of what it will ever do.
///
/// Time is counted in histories: 0 is the first point, 1 the last one.
///
/// @param length points of the history, 2 or more
/// @param changePoints how many, 0 or more
record Trend(int length, int changePoints) {
    private static final int MOST_CHANGE_POINTS = 25;
    private static final double RANGE = 0.8;
    private static final double FADING = 0.5;

    static Trend over(int length, Settings settings) {
        int most = (int) Math.floor(RANGE * (length - 1)) - 1;
        return new Trend(length, Math.clamp(most, 0, settings.whole("change_points", MOST_CHANGE_POINTS)));
    }

    /// Level, slope, and the change of slope at each change point.
    int columns() {
        return 2 + changePoints;
    }

    void fill(long index, double[] row) {
        double time = faded(time(index));
        row[0] = 1;
        row[1] = time;
        for (int j = 0; j < changePoints; j++) {
            row[2 + j] = Math.max(0, time - at(j));
        }
    }

    double time(long index) {
        return index / (double) (length - 1);
    }

    /// The time of a change point; they are spread evenly.
    double at(int j) {
        return RANGE * (j + 1) / changePoints;
    }

    private static double faded(double time) {
        return time <= 1 ? time : 1 + FADING * -Math.expm1(-(time - 1) / FADING);
    }
}
