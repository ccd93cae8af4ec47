package dev.headroom.app.usecase;

import java.nio.file.Path;
import java.util.Optional;

/// Where the password of an encrypted workspace or backup comes from. It is asked only for one that is encrypted.
@FunctionalInterface
public interface Passwords {
    /// The password for a folder or file; empty when none is known. The caller overwrites it after use.
    Optional<char[]> find(Path place) throws UseCaseException;

    /// No password is known.
    static Passwords none() {
        return place -> Optional.empty();
    }
}
