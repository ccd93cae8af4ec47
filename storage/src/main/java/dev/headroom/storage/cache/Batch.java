package dev.headroom.storage.cache;

import dev.headroom.storage.ingest.FileReport;
import java.time.Instant;
import java.util.List;

/// One import as the ledger keeps it.
///
/// @param files the reports of its files in the order of reading, without their refused rows; see
///     [BatchLedger#rejects]
public record Batch(String id, Instant loaded, List<FileReport> files) {
    public Batch {
        files = List.copyOf(files);
    }
}
