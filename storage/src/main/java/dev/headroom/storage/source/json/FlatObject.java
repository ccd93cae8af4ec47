package dev.headroom.storage.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.headroom.storage.source.RowRefusedException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Flattens a JSON object into named texts: the field `b` of the object in `a` is `a.b`. Numbers keep every
/// digit, null and an empty object are no value. A list stays the JSON text that it is, and so does an object of
/// tags or labels, because its names are data.
public final class FlatObject {
    /// Objects within objects beyond this stay JSON text.
    static final int DEEPEST_NAME = 8;

    /// A line that nests deeper is refused.
    static final int DEEPEST = 64;

    private static final Set<String> NAMES_ARE_DATA = Set.of("tags", "labels", "system_labels");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private FlatObject() {}

    /// The fields of the object that a line holds, in the order of the line.
    ///
    /// @throws RowRefusedException when the line is not one JSON object
    public static Map<String, String> of(String line) throws RowRefusedException {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException broken) {
            throw refused(line, "Not a complete JSON object: " + sentence(broken.getOriginalMessage()));
        }
        if (node == null || !node.isObject()) {
            throw refused(line, "Not a JSON object; every line must be one.");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        collect(node, "", 1, fields);
        return fields;
    }

    /// A JSON text with numbers of every digit, or empty when it is none.
    public static Optional<JsonNode> tree(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    /// The text of a value: of a list or an object its JSON, of null nothing.
    public static String text(JsonNode value) {
        return value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

    private static void collect(JsonNode object, String prefix, int depth, Map<String, String> fields)
            throws RowRefusedException {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String name = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            boolean named = !NAMES_ARE_DATA.contains(entry.getKey().toLowerCase(Locale.ROOT));
            if (value.isObject() && named && depth < DEEPEST_NAME) {
                collect(value, name + ".", depth + 1, fields);
            } else if (fields.put(name, text(value)) != null) {
                throw new RowRefusedException(name, text(value), "The field occurs twice in the line.");
            }
        }
    }

    private static RowRefusedException refused(String line, String reason) {
        return new RowRefusedException("", line.length() <= 80 ? line : line.substring(0, 79) + "…", reason);
    }

    /// The first sentence of what the parser says, which goes on with its own settings.
    private static String sentence(String message) {
        int end = message.indexOf('\n');
        String first = end < 0 ? message : message.substring(0, end);
        return first.endsWith(".") ? first : first + ".";
    }
}
