package dev.headroom.storage.source;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;

/// Reads a JSON document of one recognised format from its first to its last token, keeping no more of it than
/// one of its results. One reader serves one file.
public interface DocumentReader {
    SourceFormat format();

    /// The fields that are used, as the format names them.
    List<String> recognised();

    /// Puts what the document says into `sink`.
    ///
    /// @param json before its first token
    /// @throws SourceException when the document cannot be used, or does not say what must be known
    void read(JsonParser json, DocumentSink sink) throws IOException, SourceException;

    /// What the user should know about how the document was read, one sentence each.
    List<String> notes();
}
