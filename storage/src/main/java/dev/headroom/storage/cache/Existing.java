package dev.headroom.storage.cache;

/// What happens to something that stands where a new file or workspace is to be.
public enum Existing {
    /// It stays, and the new one is refused.
    KEPT,
    /// It is replaced, once the new one is complete and checked.
    REPLACED
}
