package dev.headroom.app.fleet;

import java.util.random.RandomGenerator;

/// The memory of a process over its life: a leak fills it slowly, a restart empties it, and then it warms up again.
final class Restarts {
    private static final int PATCH_DAYS = 75;
    private static final double WARM_UP_HOURS = 10;

    private final RandomGenerator random;
    private final int leakDays;
    private final double leak;
    private int hoursLeft;
    private int age;
    private int lifetime;

    /// @param leakDays usual days between two restarts of a leaking process; 0 when it does not leak and is only
    ///     restarted for patches
    Restarts(RandomGenerator random, int leakDays) {
        this.random = random;
        this.leakDays = leakDays;
        this.leak = leakDays > 0 ? 0.1 + 0.12 * random.nextDouble() : 0;
        begin();
        this.age = random.nextInt(lifetime);
        this.hoursLeft = lifetime - age;
    }

    /// The factor on the memory in the next hour.
    double nextHour() {
        if (hoursLeft == 0) {
            begin();
        }
        double warm = 1 - 0.25 * StrictMath.exp(-age / WARM_UP_HOURS);
        double filled = 1 + leak * (age / (24.0 * Math.max(1, leakDays)) - 0.5);
        age++;
        hoursLeft--;
        return warm * filled;
    }

    private void begin() {
        double days = (leakDays > 0 ? leakDays : PATCH_DAYS) * (0.8 + 0.4 * random.nextDouble());
        lifetime = (int) (24 * days);
        hoursLeft = lifetime;
        age = 0;
    }
}
