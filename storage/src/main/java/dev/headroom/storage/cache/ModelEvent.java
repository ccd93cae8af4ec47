package dev.headroom.storage.cache;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Something that happened to the versions of a model. Events are only ever added.
///
/// @param number counts from 1 over all scopes, without gaps
/// @param version what was registered, or what is promoted from now on; 0 for none, the automatic model
/// @param replaced what was promoted until now; 0 for none
/// @param hash SHA-256 over the content and the hash of the event before, 64 hexadecimal digits
public record ModelEvent(
        long number, ModelScope scope, Kind kind, int version, int replaced, String reason, Instant at, String hash) {
    /// What happened.
    public enum Kind {
        REGISTERED("registered"),
        PROMOTED("promoted"),
        /// The version that was promoted before is promoted again.
        ROLLED_BACK("rolled back");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The word in tables and in the cache.
        public String word() {
            return word;
        }

        static Optional<Kind> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }
}
