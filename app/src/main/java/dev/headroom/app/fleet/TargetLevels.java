package dev.headroom.app.fleet;

import static dev.headroom.app.fleet.LoadProfiles.between;

import dev.headroom.engine.quantity.ResourceKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Draws how full the resources of a server are at the end of the history: daily p95 in percent of the capacity.
final class TargetLevels {
    /// A peak of a server without a finding stays below this, quarter end included.
    private static final double CALM_PEAK = 64;

    private TargetLevels() {}

    static Map<ResourceKind, Double> draw(
            Archetype archetype, Role role, ResourceKind driver, LoadProfile profile, RandomGenerator random) {
        Map<ResourceKind, Double> levels = usual(archetype, random);
        switch (role) {
            case STEADY -> {}
            case IDLE -> idle(levels, random);
            case OVERSIZED -> oversized(archetype, levels, random);
            case DECLINING -> levels.put(ResourceKind.CPU, between(random, 16, 32));
            case SATURATED -> levels.put(ResourceKind.CPU, between(random, 108, 122));
            case NEAR_LIMIT, SOON_FULL -> {}
        }
        double peak = 1 + profile.quarterLift() * 1.1 + profile.monthLift();
        if (role != Role.SATURATED) {
            for (ResourceKind kind : ResourceKind.values()) {
                double lift = kind == ResourceKind.MEMORY ? 1 : peak;
                double ceiling = kind == ResourceKind.MEMORY ? 69 : CALM_PEAK;
                levels.computeIfPresent(kind, (k, level) -> Math.min(level, ceiling / lift));
            }
        }
        double driverPeak = driver == ResourceKind.MEMORY ? 1 : peak;
        if (role == Role.NEAR_LIMIT) {
            levels.put(driver, between(random, 68, 76) / driverPeak);
        } else if (role == Role.SOON_FULL) {
            levels.put(driver, between(random, 69, 76) / StrictMath.sqrt(driverPeak));
        }
        return levels;
    }

    private static Map<ResourceKind, Double> usual(Archetype archetype, RandomGenerator random) {
        return switch (archetype) {
            case WEB -> levels(random, 36, 56, 42, 62, 0.6, 3, 5, 20);
            case DATABASE -> levels(random, 36, 56, 60, 69, 8, 26, 4, 14);
            case BATCH -> levels(random, 40, 54, 42, 60, 8, 28, 4, 16);
            case CACHE -> levels(random, 18, 38, 54, 68, 0.2, 1, 10, 32);
            case ANALYTICS -> levels(random, 36, 52, 48, 66, 8, 24, 5, 18);
            case DEVTEST -> levels(random, 20, 45, 42, 62, 0.4, 2, 0.5, 3);
        };
    }

    private static void idle(Map<ResourceKind, Double> levels, RandomGenerator random) {
        levels.put(ResourceKind.CPU, between(random, 1.6, 2.8));
        levels.put(ResourceKind.MEMORY, between(random, 7, 16));
        levels.put(ResourceKind.DISK_IO, between(random, 0.01, 0.04));
        levels.put(ResourceKind.NETWORK, between(random, 0.002, 0.006));
    }

    private static void oversized(Archetype archetype, Map<ResourceKind, Double> levels, RandomGenerator random) {
        boolean memoryBound = archetype == Archetype.DATABASE || archetype == Archetype.CACHE;
        levels.put(ResourceKind.CPU, between(random, 7, 20));
        levels.put(ResourceKind.MEMORY, memoryBound ? between(random, 22, 33) : between(random, 14, 30));
        levels.computeIfPresent(ResourceKind.DISK_IO, (kind, level) -> level / 3);
        levels.computeIfPresent(ResourceKind.NETWORK, (kind, level) -> level / 3);
    }

    /// @param bounds low and high of processor, memory, disk and network, in this order
    private static Map<ResourceKind, Double> levels(RandomGenerator random, double... bounds) {
        Map<ResourceKind, Double> levels = new EnumMap<>(ResourceKind.class);
        for (ResourceKind kind : ResourceKind.values()) {
            int at = 2 * kind.ordinal();
            levels.put(kind, between(random, bounds[at], bounds[at + 1]));
        }
        return levels;
    }
}
