package dev.headroom.storage.cache;

import java.time.Instant;
import java.util.Objects;

/// A saved version of a scenario.
///
/// @param content as it was saved, in the format of scenario files
/// @param person who saved it, by the user name of the operating system
public record KeptScenario(String name, int version, String content, Instant at, String person) {
    public KeptScenario {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(person, "person");
    }
}
