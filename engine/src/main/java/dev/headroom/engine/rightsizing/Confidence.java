package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.ResourceKind;

/// How far the readings of a server carry a recommendation, 0..1: days / (days + 30) × completeness, of the
/// worse of CPU and memory, then × 0.7 without memory, × 0.95 each without disk I/O or network, × 0.8 when
/// the processor was at its limit, because nobody can see how much more it would have needed.
final class Confidence {
    private static final double HALF_LIFE_DAYS = 30;
    private static final double WITHOUT_MEMORY = 0.7;
    private static final double WITHOUT_BANDWIDTH = 0.95;
    private static final double SATURATED = 0.8;
    private static final double SATURATED_PERCENT = 99;

    private Confidence() {}

    static double of(UsageProfile profile) {
        double confidence =
                profile.of(ResourceKind.CPU).map(Confidence::evidence).orElse(0.0);
        confidence = profile.of(ResourceKind.MEMORY).isPresent()
                ? Math.min(
                        confidence,
                        profile.of(ResourceKind.MEMORY)
                                .map(Confidence::evidence)
                                .orElse(0.0))
                : confidence * WITHOUT_MEMORY;
        confidence *= profile.of(ResourceKind.DISK_IO).isPresent() ? 1 : WITHOUT_BANDWIDTH;
        confidence *= profile.of(ResourceKind.NETWORK).isPresent() ? 1 : WITHOUT_BANDWIDTH;
        boolean saturated = profile.of(ResourceKind.CPU)
                .filter(cpu -> cpu.max() >= SATURATED_PERCENT)
                .isPresent();
        return saturated ? confidence * SATURATED : confidence;
    }

    private static double evidence(UsageStatistics statistics) {
        return statistics.days() / (statistics.days() + HALF_LIFE_DAYS) * statistics.completeness();
    }
}
