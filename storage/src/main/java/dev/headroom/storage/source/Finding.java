package dev.headroom.storage.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rows of a file that break a rule of its format and are kept all the same, because their money and their
/// time are good.
///
/// @param rule the rule by its short name, such as `allowed-value`
/// @param column the column that breaks it
/// @param rows how many rows break it
/// @param line the first line that does; 1 when the header itself breaks it
/// @param value what stands there, shortened when long; empty when nothing does
/// @param meaning what the rule asks for, one sentence
public record Finding(String rule, String column, long rows, long line, String value, String meaning) {
    private static final int LONGEST = 200;
    private static final Pattern SENTENCE = Pattern.compile(
            "(.*?): (.*) \\(([a-z0-9-]+), (\\d{1,18}) rows?, first in line (\\d{1,18})(?: \"(.*)\")?\\)",
            Pattern.DOTALL);

    public Finding {
        column = shortened(column);
        value = shortened(value);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /// The finding for a reader.
    public String sentence() {
        String example = value.isEmpty() ? "" : " \"" + value + "\"";
        return String.format(
                Locale.ROOT,
                "%s: %s (%s, %d %s, first in line %d%s)",
                column,
                meaning,
                rule,
                rows,
                rows == 1 ? "row" : "rows",
                line,
                example);
    }

    /// The finding that [#sentence] told of; empty for any other text.
    public static Optional<Finding> ofSentence(String sentence) {
        Matcher words = SENTENCE.matcher(sentence);
        return words.matches()
                ? Optional.of(new Finding(
                        words.group(3),
                        words.group(1),
                        Long.parseLong(words.group(4)),
                        Long.parseLong(words.group(5)),
                        words.group(6) == null ? "" : words.group(6),
                        words.group(2)))
                : Optional.empty();
    }
}
