package dev.headroom.engine.anomaly;

/// How much an episode stands out, by its peak.
public enum Severity {
    LOW,
    MEDIUM,
    HIGH;

    private static final double MEDIUM_FROM = 2.0;
    private static final double HIGH_FROM = 2.7;

    /// @param peak the largest novelty of the episode so far, as −log10 of a probability
    static Severity of(double peak) {
        if (peak >= HIGH_FROM) {
            return HIGH;
        }
        return peak >= MEDIUM_FROM ? MEDIUM : LOW;
    }
}
