package dev.headroom.engine.model.additive;

import dev.headroom.engine.model.Growth;
import dev.headroom.engine.model.Settings;

/// A line that may bend at change points within the first 80 % of the history. Of linear growth it is the trend itself,
/// and after the history its last slope fades slowly: half a history ahead it has done 63 % of what it will ever do. Of
/// logistic growth it is the logit of the place between floor and capacity, and nothing fades. Of flat growth it is one
/// level.
///
/// Time is counted in histories: 0 is the first point, 1 the last one.
///
/// @param length points of the history, 2 or more
/// @param changePoints how many, 0 or more
record Trend(int length, int changePoints, Form form) {
    private static final int MOST_CHANGE_POINTS = 25;
    private static final double RANGE = 0.8;
    private static final double FADING = 0.5;

    /// What the line means.
    enum Form {
        LINEAR,
        FLAT,
        LOGISTIC
    }

    static Trend over(int length, Growth growth, Settings settings) {
        int most = (int) Math.floor(RANGE * (length - 1)) - 1;
        int bends = Math.clamp(most, 0, settings.whole("change_points", MOST_CHANGE_POINTS));
        return switch (growth) {
            case Growth.Linear _ -> new Trend(length, bends, Form.LINEAR);
            case Growth.Flat _ -> new Trend(length, 0, Form.FLAT);
            case Growth.Logistic _ -> new Trend(length, bends, Form.LOGISTIC);
        };
    }

    /// Level, slope unless flat, and the change of slope at each change point.
    int columns() {
        return form == Form.FLAT ? 1 : 2 + changePoints;
    }

    /// The first column of a change of slope.
    int firstChange() {
        return columns() - changePoints;
    }

    void fill(long index, double[] row) {
        double time = form == Form.LINEAR ? faded(time(index)) : time(index);
        row[0] = 1;
        if (form != Form.FLAT) {
            row[1] = time;
        }
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
