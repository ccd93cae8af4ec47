package dev.headroom.engine.schedule;

import java.util.Arrays;

/// How often a server was used in each of the 168 hours of the week.
///
/// @param shares from Monday 00:00, in how many of its weeks each hour was used, 0..1; NaN when it was never observed
public record WeekUse(double[] shares) {
    public WeekUse {
        if (shares.length != WeekHours.COUNT) {
            throw new IllegalArgumentException("shares (" + shares.length + ") must be 168.");
        }
        shares = shares.clone();
    }

    @Override
    public double[] shares() {
        return shares.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeekUse(double[] those) && Arrays.equals(shares, those);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shares);
    }
}
