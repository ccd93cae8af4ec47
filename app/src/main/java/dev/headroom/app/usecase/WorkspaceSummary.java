package dev.headroom.app.usecase;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// What a workspace holds, for the status bar and the first page.
///
/// @param dataTo the last observation of any metric
/// @param loaded when the last import happened
/// @param sizeBytes size of the workspace on disk
public record WorkspaceSummary(
        Path folder,
        int servers,
        int accounts,
        int series,
        int batches,
        Optional<Instant> dataTo,
        Optional<Instant> loaded,
        long sizeBytes) {
    public boolean isEmpty() {
        return series == 0 && batches == 0;
    }
}
