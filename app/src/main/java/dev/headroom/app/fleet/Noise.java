package dev.headroom.app.fleet;

import java.util.random.RandomGenerator;

/// A first-order autoregressive process with mean 0: each value remembers a share of the one before.
final class Noise {
    private final RandomGenerator random;
    private final double memory;
    private final double shock;
    private double value;

    /// @param memory share of the last value that stays, 0 <= memory < 1
    /// @param deviation standard deviation of the values
    Noise(RandomGenerator random, double memory, double deviation) {
        this.random = random;
        this.memory = memory;
        this.shock = deviation * StrictMath.sqrt(1 - memory * memory);
        this.value = deviation * random.nextGaussian();
    }

    double next() {
        value = memory * value + shock * random.nextGaussian();
        return value;
    }
}
