package dev.headroom.engine.asset;

/// In which way nobody uses an asset.
public enum Idleness {
    UNATTACHED_VOLUME("unattached volume"),
    IDLE_VOLUME("idle volume"),
    ORPHANED_SNAPSHOT("snapshot without volume"),
    IDLE_DATABASE("idle database"),
    UNUSED_FUNCTION("unused function"),
    IDLE_ADDRESS("idle address"),
    IDLE_LOAD_BALANCER("idle load balancer");

    private final String words;

    Idleness(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
