package dev.headroom.storage.pull;

/// What can be pulled.
public enum PullTopic {
    INVENTORY,
    USAGE,
    COST,
    PRICES,
    RECOMMENDATIONS
}
