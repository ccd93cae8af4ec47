package dev.headroom.storage.source;

import java.util.List;
import java.util.Optional;

/// Reads the rows of one recognised format. One reader serves one file, whose rows come in order.
public interface RowReader {
    SourceFormat format();

    /// The columns that are used, as the file names them.
    List<String> recognised();

    /// Puts what the row says into `sink`.
    ///
    /// @throws RowRefusedException when the row as a whole cannot be used
    void read(SourceRow row, RowSink sink) throws RowRefusedException;

    /// What the user should know about how the rows were read, one sentence each.
    List<String> notes();

    /// How rows can be grouped before they are read; empty when each row must be read by itself.
    default Optional<GroupColumns> groups() {
        return Optional.empty();
    }

    /// What the rows do not say and is assumed, so that the user may say it.
    default List<OpenQuestion> assumed() {
        return List.of();
    }

    /// The rules of the format that kept rows break.
    default List<Finding> findings() {
        return List.of();
    }
}
