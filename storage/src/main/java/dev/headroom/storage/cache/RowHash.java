package dev.headroom.storage.cache;

import dev.headroom.engine.digest.ContentDigest;
import java.util.List;

/// Hashes rows of text: every field with its length before it, so that no two rows have the same bytes.
final class RowHash {
    /// What stands before the first row of a chain.
    static final String NONE = "0".repeat(64);

    private RowHash() {}

    /// @param before the hash of the row before, or [#NONE]
    static String of(String before, List<String> fields) {
        StringBuilder content = new StringBuilder(before);
        for (String field : fields) {
            content.append(';').append(field.length()).append(':').append(field);
        }
        return ContentDigest.sha256(content.toString());
    }
}
