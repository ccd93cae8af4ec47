package dev.headroom.app.usecase;

import java.util.Locale;

/// Where an anomaly stands.
///
/// @param reason why, in a sentence or in the words of the user; empty while it is open
public record AnomalyStanding(Status status, String reason) {
    static final AnomalyStanding OPEN = new AnomalyStanding(Status.OPEN, "");

    public enum Status {
        /// Nobody has done anything about it.
        OPEN,
        ACKNOWLEDGED,
        /// It was marked as expected, or it is what was learnt of one that was.
        EXPECTED,
        /// It falls into a known event.
        SUPPRESSED,
        /// It was over for thirty days and nobody has done anything about it.
        PAST;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// True when it is on the list of things to look at, and is sent.
    public boolean isOpen() {
        return status == Status.OPEN;
    }
}
