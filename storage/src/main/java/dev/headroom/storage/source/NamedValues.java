package dev.headroom.storage.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a column that holds a JSON object of names and values, such as tags. A row whose object cannot be read
/// is kept without it, because its money is good; how many there were is noted.
public final class NamedValues {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final int column;
    private final String what;
    private final Recent<Map<String, String>> recent = new Recent<>();
    private long unreadable;

    /// @param column -1 when the file does not have it
    /// @param what what the values are, in the plural, such as `tags`
    public NamedValues(int column, String what) {
        this.column = column;
        this.what = what;
    }

    /// @return unmodifiable, in the order of the text
    public Map<String, String> read(SourceRow row) {
        String text = row.text(column);
        if (text.isEmpty() || text.equals("{}")) {
            return Map.of();
        }
        Optional<Map<String, String>> known = recent.of(text);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            JsonNode node = JSON.readTree(text);
            if (node != null && node.isObject()) {
                Map<String, String> values = new LinkedHashMap<>();
                node.properties().forEach(value -> values.put(value.getKey(), text(value.getValue())));
                Map<String, String> fixed = Collections.unmodifiableMap(values);
                recent.add(text, fixed);
                return fixed;
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

    public List<String> notes() {
        return unreadable == 0
                ? List.of()
                : List.of("The " + what + " of " + unreadable
                        + " rows are not a JSON object; those rows are kept without " + what + ".");
    }
}
