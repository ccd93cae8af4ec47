package dev.headroom.storage.ingest;

import java.util.List;

/// What became of one import.
///
/// @param batch the id under which the batch ledger keeps it
/// @param files one report a file, in the order of reading; files after a cancellation are not in it
public record IngestReport(String batch, List<FileReport> files) {
    public IngestReport {
        files = List.copyOf(files);
    }
}
