package dev.headroom.storage.ingest;

import dev.headroom.storage.source.RowSource;
import java.io.Reader;
import java.util.List;

/// How a file is divided into rows of named fields.
///
/// @param separation what divides it, in words, such as `comma`
/// @param header the names of the fields
/// @param rows the first rows
/// @param width the number of fields of most rows
/// @param rowsOf opens the rows of the file from its text
record Table(String separation, List<String> header, List<List<String>> rows, int width, RowsOf rowsOf) {
    /// Opens the rows of a file.
    interface RowsOf {
        /// @param text from the start of the file
        RowSource open(Reader text);
    }
}
