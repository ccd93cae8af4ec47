package dev.headroom.storage.source;

import java.util.function.Predicate;

/// Reads the rows of a file ahead of their import, for formats whose meaning shows only in many rows.
@FunctionalInterface
public interface RowScan {
    /// No rows can be read ahead.
    RowScan NONE = goOn -> {};

    /// Gives the rows from the first one as long as `goOn` is true. Rows that cannot be read are left out.
    ///
    /// @throws SourceException when the file cannot be read
    void each(Predicate<SourceRow> goOn) throws SourceException;
}
