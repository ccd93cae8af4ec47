package dev.headroom.storage.source.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.storage.source.json.FlatObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads tags as bills write them: a JSON object, its inside without the braces (`"team": "shop","env": "x"`), a
/// list of objects with `key` and `value`, or `key:team value:shop; key:env value:x`. A row whose tags cannot be
/// read is kept without them, because its money is good; how many there were is noted.
final class TagText {
    private static final Pattern KEY_AND_VALUE = Pattern.compile("\\s*key:(.*?)\\s+value:(.*?)\\s*");
    private long unreadable;

    /// @param text as the bill has it; empty = no tags
    Map<String, String> read(String text) {
        if (text.isEmpty() || text.equals("{}") || text.equals("[]")) {
            return Map.of();
        }
        Optional<Map<String, String>> tags =
                JsonText.read(text.startsWith("\"") ? "{" + text + "}" : text).flatMap(TagText::ofJson);
        if (tags.isEmpty()) {
            tags = ofPairs(text);
        }
        if (tags.isEmpty()) {
            unreadable++;
        }
        return tags.orElse(Map.of());
    }

    private static Optional<Map<String, String>> ofJson(JsonNode node) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (node.isObject()) {
            node.properties().forEach(tag -> tags.put(tag.getKey(), FlatObject.text(tag.getValue())));
            return Optional.of(tags);
        }
        for (JsonNode tag : node) {
            if (!tag.path("key").isTextual()) {
                return Optional.empty();
            }
            JsonNode value = tag.path("value");
            tags.put(tag.path("key").asText(), value.isMissingNode() ? "" : FlatObject.text(value));
        }
        return Optional.of(tags);
    }

    private static Optional<Map<String, String>> ofPairs(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String part : text.split(";")) {
            Matcher pair = KEY_AND_VALUE.matcher(part);
            if (pair.matches()) {
                tags.put(pair.group(1).strip(), pair.group(2));
            } else if (!part.isBlank()) {
                return Optional.empty();
            }
        }
        return Optional.of(tags);
    }

    List<String> notes() {
        return unreadable == 0
                ? List.of()
                : List.of("The tags of " + unreadable + " rows cannot be read; those rows are kept without tags.");
    }
}
