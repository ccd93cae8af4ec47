package dev.headroom.app.cli;

import java.util.Optional;

/// A version as it is typed: `db-1/cpu@3`.
///
/// @param series such as `db-1/cpu`
record VersionName(String series, int version) {
    /// Empty when the text does not end in a version number of 1 or more.
    static Optional<VersionName> parse(String text) {
        int at = text.lastIndexOf('@');
        try {
            int version = at < 1 ? 0 : Integer.parseInt(text.substring(at + 1));
            return version < 1 ? Optional.empty() : Optional.of(new VersionName(text.substring(0, at), version));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
