package dev.headroom.storage.cache;

import java.time.Instant;
import java.util.List;

/// What a retention removes and what it leaves although it is old.
public record RetentionReport(List<Removed> removed, List<Spared> spared) {
    public RetentionReport {
        removed = List.copyOf(removed);
        spared = List.copyOf(spared);
    }

    /// Removed of one thing.
    ///
    /// @param kind as in [RetentionPolicy#KINDS]
    /// @param subject a series, or what else belongs together
    /// @param rows observations, refused rows or forecasts
    /// @param first the time of the oldest
    /// @param last the time of the newest
    /// @param bytes as they are kept
    /// @param rolledUp the days that were added to daily series instead
    public record Removed(
            String kind, String subject, long rows, Instant first, Instant last, long bytes, long rolledUp) {}

    /// Something that is old and stays.
    ///
    /// @param why it stays
    public record Spared(String kind, String subject, String why) {}

    public long rows() {
        return removed.stream().mapToLong(Removed::rows).sum();
    }

    public long bytes() {
        return removed.stream().mapToLong(Removed::bytes).sum();
    }
}
