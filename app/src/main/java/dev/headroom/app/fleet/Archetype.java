package dev.headroom.app.fleet;

/// What a generated server does; decides the shape of its load.
enum Archetype {
    WEB("web", "web", 0.28),
    DATABASE("database", "db", 0.20),
    BATCH("batch", "batch", 0.14),
    CACHE("cache", "cache", 0.12),
    ANALYTICS("analytics", "bi", 0.12),
    DEVTEST("devtest", "dev", 0.14);

    private final String code;
    private final String prefix;
    private final double share;

    Archetype(String code, String prefix, double share) {
        this.code = code;
        this.prefix = prefix;
        this.share = share;
    }

    /// The name in the inventory.
    String code() {
        return code;
    }

    /// The first part of a server's name.
    String prefix() {
        return prefix;
    }

    /// The share of a fleet, 0..1; all shares add up to 1.
    double share() {
        return share;
    }
}
