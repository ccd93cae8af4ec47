package dev.headroom.app.fleet;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Draws which hours of a server were measured: single hours are lost at random, and now and then the agent is down
/// for hours or days.
final class MissingHours {
    /// The chance that one value of an otherwise measured hour is lost.
    static final double SINGLE_VALUE = 0.0004;

    private static final double SINGLE_HOUR = 0.0025;
    private static final double OUTAGES_PER_YEAR = 0.9;
    private static final double LONG_OUTAGE = 0.25;

    private final int days;

    MissingHours(int days) {
        this.days = days;
    }

    /// 1 for a measured hour, 0 for a lost one.
    double[] draw(RandomGenerator random) {
        double[] present = new double[24 * days];
        Arrays.setAll(present, i -> random.nextDouble() < SINGLE_HOUR ? 0 : 1);
        int outages = (int) Math.round(OUTAGES_PER_YEAR * days / 365.25 * 2 * random.nextDouble());
        for (int k = 0; k < outages; k++) {
            int start = random.nextInt(present.length);
            int length = random.nextDouble() < LONG_OUTAGE ? 36 + random.nextInt(120) : 3 + random.nextInt(20);
            Arrays.fill(present, start, Math.min(present.length, start + length), 0);
        }
        return present;
    }
}
