package dev.headroom.app.usecase;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an import would read from a file, before anything is written.
///
/// @param recognised the columns that will be used
/// @param ignored the columns that will not
/// @param rows the first rows as text, one entry a column of the header
/// @param problem why it cannot be imported as it is
/// @param question what would have to be said so that it can
/// @param assumed what the file does not say and is assumed
public record FilePreviewResult(
        Path path,
        String format,
        String encoding,
        String delimiter,
        List<String> recognised,
        List<String> ignored,
        List<List<String>> rows,
        Optional<Problem> problem,
        Optional<ImportQuestion> question,
        List<ImportQuestion> assumed) {
    public FilePreviewResult {
        recognised = List.copyOf(recognised);
        ignored = List.copyOf(ignored);
        rows = List.copyOf(rows);
        assumed = List.copyOf(assumed);
    }
}
