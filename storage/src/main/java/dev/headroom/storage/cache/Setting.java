package dev.headroom.storage.cache;

import java.time.Instant;
import java.util.Locale;

/// What the user has settled for a workspace.
///
/// @param person who did, by the user name of the operating system
public record Setting(String content, Instant since, String person) {
    /// What can be settled.
    public enum Name {
        /// The tags that all cost of usage should carry.
        REQUIRED_TAGS,
        /// How long what is kept: the policy that data was last removed by.
        RETENTION_POLICY,
        /// Where series are written to, when they are.
        PUBLISHED_SERIES,
        /// Where scores of models are written to, when they are.
        PUBLISHED_METRICS,
        /// The topic that anomalies are sent to, when they are.
        PUBLISHED_ALERTS;

        /// The words in the log, such as `required tags`.
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
