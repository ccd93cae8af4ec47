package dev.headroom.engine.cost;

import java.util.Arrays;
import java.util.List;

/// Which tags all cost of usage should carry. Keys are compared letter by letter, as the providers do.
///
/// @param required the keys, each once, in the order in which they were given
public record TagPolicy(List<String> required) {
    /// No tag is required.
    public static final TagPolicy NONE = new TagPolicy(List.of());

    private static final int MOST = 50;
    private static final int LONGEST = 128;

    public TagPolicy {
        required = required.stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (required.size() > MOST) {
            throw new IllegalArgumentException("required (" + required.size() + ") must be at most " + MOST + " tags.");
        }
        for (String tag : required) {
            if (tag.length() > LONGEST || tag.contains(",")) {
                throw new IllegalArgumentException(
                        "\"" + tag + "\" must be a tag key of at most " + LONGEST + " characters, without a comma.");
            }
        }
    }

    /// Reads keys with commas between them.
    public static TagPolicy parse(String text) {
        return new TagPolicy(Arrays.asList(text.split(",")));
    }

    /// The keys with commas between them; empty for [#NONE].
    public String text() {
        return String.join(",", required);
    }

    public boolean isEmpty() {
        return required.isEmpty();
    }
}
