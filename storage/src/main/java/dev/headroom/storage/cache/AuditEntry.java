package dev.headroom.storage.cache;

import java.time.Instant;
import java.util.List;

/// One change of the workspace.
///
/// @param number counts the changes from 1
/// @param person the user of the operating system
/// @param action what was done, one word of [AuditLog.Action]
/// @param subject what it was done to: a file, a series, a resource
/// @param detail with counts
/// @param hash SHA-256 over the content and the hash of the entry before
public record AuditEntry(
        long number, Instant at, String person, String action, String subject, String detail, String hash) {
    /// The same with its hash.
    AuditEntry with(String itsHash) {
        return new AuditEntry(number, at, person, action, subject, detail, itsHash);
    }

    /// The hash of this content after the entry with the hash `before`.
    String hashAfter(String before) {
        return RowHash.of(
                before,
                List.of(Long.toString(number), Long.toString(at.toEpochMilli()), person, action, subject, detail));
    }
}
