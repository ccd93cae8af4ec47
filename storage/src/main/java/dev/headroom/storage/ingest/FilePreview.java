package dev.headroom.storage.ingest;

import dev.headroom.storage.source.OpenQuestion;
import dev.headroom.storage.source.SourceFormat;
import java.nio.file.Path;
import java.util.List;

/// What an import would read a file as, found without writing anything.
///
/// @param delimiter in words, such as `comma`
/// @param encoding in words, such as `UTF-8`, with `, gzip` when compressed
/// @param recognised the columns that are used, as the file names them
/// @param ignored the columns that are not used
/// @param header all columns
/// @param rows the first rows as the file has them, at most [#ROWS]
/// @param assumed what the file does not say and is assumed
public record FilePreview(
        Path path,
        SourceFormat format,
        String delimiter,
        String encoding,
        List<String> recognised,
        List<String> ignored,
        List<String> header,
        List<List<String>> rows,
        List<OpenQuestion> assumed) {
    /// How many rows a preview shows.
    public static final int ROWS = 20;

    public FilePreview {
        recognised = List.copyOf(recognised);
        ignored = List.copyOf(ignored);
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        assumed = List.copyOf(assumed);
    }
}
