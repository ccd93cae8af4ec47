package dev.headroom.storage.source.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/// The field names at the beginning of a JSON document, by which its format is recognised. `*` stands for the
/// entries of an array: `data.resultType`, `MetricDataResults.*.Id`.
public final class DocumentOutline {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int TOKENS = 2_000;
    private static final int DEPTH = 5;
    private final Set<String> paths;

    private DocumentOutline(Set<String> paths) {
        this.paths = paths;
    }

    /// True when a text can only be a JSON document.
    public static boolean isDocument(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    /// @param text the beginning of the document, which may end anywhere
    public static DocumentOutline of(String text) {
        Set<String> paths = new LinkedHashSet<>();
        Deque<String> path = new ArrayDeque<>();
        try (JsonParser parser = JSON.createParser(text)) {
            for (int i = 0; i < TOKENS && parser.nextToken() != null; i++) {
                note(parser, path, paths);
            }
        } catch (IOException cutOff) {
            // What came before the end of the head is enough, or nothing is recognised.
        }
        return new DocumentOutline(paths);
    }

    private static void note(JsonParser parser, Deque<String> path, Set<String> paths) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            String name = parser.currentName();
            path.addLast(name != null ? name : path.isEmpty() ? "" : "*");
        } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
            path.removeLast();
        } else if (token == JsonToken.FIELD_NAME && path.size() <= DEPTH) {
            String prefix = String.join(".", path);
            paths.add((prefix.isEmpty() ? "" : prefix + ".").replaceFirst("^\\.", "") + parser.currentName());
        }
    }

    /// True when the beginning has a field at this path.
    public boolean has(String path) {
        return paths.contains(path);
    }

    /// True when the beginning has a field whose path begins so and ends so.
    public boolean has(String start, String end) {
        return paths.stream().anyMatch(path -> path.startsWith(start) && path.endsWith(end));
    }
}
