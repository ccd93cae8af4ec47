package dev.headroom.storage.source.focus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.storage.source.SourceRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the Tags column: a JSON object of names and values. A row whose tags cannot be read is kept without
/// them, because its money is good; how many there were is noted.
final class TagsReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final int column;
    private long unreadable;

    TagsReader(int column) {
        this.column = column;
    }

    Map<String, String> read(SourceRow row) {
        String text = row.text(column);
        if (text.isEmpty() || text.equals("{}")) {
            return Map.of();
        }
        try {
            JsonNode node = JSON.readTree(text);
            if (node != null && node.isObject()) {
                Map<String, String> tags = new LinkedHashMap<>();
                node.properties().forEach(tag -> tags.put(tag.getKey(), text(tag.getValue())));
                return tags;
            }
        } catch (JsonProcessingException malformed) {
            // counted below, like JSON that is no object
        }
        unreadable++;
        return Map.of();
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

    List<String> notes() {
        return unreadable == 0
                ? List.of()
                : List.of(
                        "The tags of " + unreadable + " rows are not a JSON object; those rows are kept without tags.");
    }
}
