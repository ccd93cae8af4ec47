package dev.headroom.engine.asset;

/// In what an asset can turn out too small, or a removal wrong.
public enum Dimension {
    CPU("CPU"),
    MEMORY("memory"),
    CONNECTIONS("connections"),
    IOPS("IOPS"),
    THROUGHPUT("throughput"),
    STORAGE("storage"),
    /// How long one operation takes, and how rarely a volume fails.
    LATENCY("latency and durability"),
    DURATION("duration"),
    /// That somebody needs what is removed.
    NEED("need");

    private final String words;

    Dimension(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
