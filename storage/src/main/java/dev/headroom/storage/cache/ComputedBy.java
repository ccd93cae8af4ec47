package dev.headroom.storage.cache;

import java.util.Objects;

/// What computed a number: with the same data, specification and seed, only a difference here can give
/// another one.
///
/// @param engine the version of the computing code; empty when it was not written down
/// @param jvm the Java machine, with its processor architecture; empty when it was not written down
public record ComputedBy(String engine, String jvm) {
    /// Not written down.
    public static final ComputedBy UNKNOWN = new ComputedBy("", "");

    public ComputedBy {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(jvm, "jvm");
    }

    public boolean isKnown() {
        return !engine.isEmpty();
    }
}
