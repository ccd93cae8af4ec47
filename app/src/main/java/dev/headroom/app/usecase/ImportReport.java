package dev.headroom.app.usecase;

import java.time.Instant;
import java.util.List;

/// The outcome of one import, file by file.
///
/// @param batch the id under which the import is kept
public record ImportReport(String batch, Instant loaded, List<FileResult> files) {
    public ImportReport {
        files = List.copyOf(files);
    }

    /// True when nothing at all could be taken from any file: every file was refused.
    public boolean nothingAccepted() {
        return files.stream().allMatch(file -> file.problem().isPresent());
    }
}
