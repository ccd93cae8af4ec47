package dev.headroom.app.usecase;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an import would read from a file, before anything is written.
///
/// @param recognised the columns that will be used
/// @param ignored the columns that will not
/// @param rows the first rows as text, one entry a column of the header
public record FilePreviewResult(
        Path path,
        String format,
        String encoding,
        String delimiter,
        List<String> recognised,
        List<String> ignored,
        List<List<String>> rows,
        Optional<Problem> problem) {
    public FilePreviewResult {
        recognised = List.copyOf(recognised);
        ignored = List.copyOf(ignored);
        rows = List.copyOf(rows);
    }
}
