package dev.headroom.storage.source.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.storage.source.json.FlatObject;
import java.util.Optional;

/// The lists and objects in the cells of a bill, as JSON or as Python prints them
/// (`[{'key': 'team', 'value': None}]`), which is what data frames save.
final class JsonText {
    private JsonText() {}

    /// The list or object that a text is; empty when it is neither.
    static Optional<JsonNode> read(String text) {
        Optional<JsonNode> json = FlatObject.tree(text).filter(JsonNode::isContainerNode);
        return json.isPresent() || text.indexOf('\'') < 0
                ? json
                : FlatObject.tree(ofPython(text)).filter(JsonNode::isContainerNode);
    }

    private static String ofPython(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') {
                i = string(text, i, json);
            } else if (Character.isLetter(c)) {
                int start = i;
                while (i < text.length() && Character.isLetter(text.charAt(i))) {
                    i++;
                }
                json.append(word(text.substring(start, i)));
            } else {
                json.append(c);
                i++;
            }
        }
        return json.toString();
    }

    private static String word(String word) {
        return switch (word) {
            case "None" -> "null";
            case "True" -> "true";
            case "False" -> "false";
            default -> word;
        };
    }

    /// Copies one string in either quotes as a JSON string.
    ///
    /// @return the position after it
    private static int string(String text, int start, StringBuilder json) {
        char quote = text.charAt(start);
        json.append('"');
        int i = start + 1;
        for (; i < text.length() && text.charAt(i) != quote; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                char escaped = text.charAt(i);
                json.append(escaped == '\'' ? "'" : "\\" + escaped);
            } else {
                json.append(c == '"' ? "\\\"" : String.valueOf(c));
            }
        }
        json.append('"');
        return i + 1;
    }
}
