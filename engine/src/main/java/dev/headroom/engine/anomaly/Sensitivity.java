package dev.headroom.engine.anomaly;

/// How much novelty it takes to alert.
public enum Sensitivity {
    LOW(1.75),
    STANDARD(1.5),
    HIGH(1.25);

    private final double threshold;

    Sensitivity(double threshold) {
        this.threshold = threshold;
    }

    /// −log10 of a probability.
    double threshold() {
        return threshold;
    }
}
