package dev.headroom.storage.source;

/// Where readers of documents put what an entry says. A document has no rows: each reading or allocation in it is
/// an entry, counted from 1, and its number stands where that of a line stands for a table.
public interface DocumentSink extends RowSink {
    /// Begins the next entry. Everything until the next call belongs to it.
    ///
    /// @return the number of the entry
    /// @throws SourceException when the import was cancelled
    long entry() throws SourceException;

    /// Refuses the entry as a whole.
    void refuse(long entry, RowRefusedException refused);
}
