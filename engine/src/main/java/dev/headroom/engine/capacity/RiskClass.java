package dev.headroom.engine.capacity;

/// The risk class of a server resource, from its forecast daily p95 over the next 90 days and its average load.
public enum RiskClass {
    /// The predicted p95 passes 90 % within 90 days.
    VERY_HIGH("very high"),
    /// The predicted p95 passes 80 % within 90 days.
    HIGH("high"),
    NORMAL("normal"),
    /// The average stays below 40 %: a candidate for consolidation.
    UNDERUTILISED("underutilised");

    private final String words;

    RiskClass(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
