package dev.headroom.storage.cache;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long what is kept.
///
/// @param days by kind, as in [#KINDS]; a kind that is not named is kept for ever
/// @param rollUp what happens to the days of readings before the readings go
public record RetentionPolicy(SortedMap<String, Integer> days, RollUp rollUp) {
    /// The kinds and what they are.
    public static final Map<String, String> KINDS = new TreeMap<>(Map.of(
            "minutes", "observations at steps below an hour",
            "hourly", "observations at steps of an hour up to a day",
            "daily", "observations at steps of a day and longer",
            "bills", "the content of versions of bills that a later delivery has replaced",
            "rejects", "the details of refused rows; their counts stay",
            "forecasts", "kept forecasts that a later one of the same series has replaced"));

    private static final Pattern ENTRY = Pattern.compile("([a-z-]+)\\s*=\\s*(\\d{1,6})\\s*([dwy])");

    /// What happens to readings that are shorter than a day before they are removed.
    public enum RollUp {
        NONE,
        /// Their days are kept as mean, p95 and max, where a daily series does not have them already.
        DAILY
    }

    public RetentionPolicy {
        days = new TreeMap<>(days);
    }

    /// Reads entries such as `hourly=400d`, separated by commas or lines; `#` begins a remark.
    ///
    /// @throws IllegalArgumentException that says what is wrong
    public static RetentionPolicy parse(String text, RollUp rollUp) {
        SortedMap<String, Integer> days = new TreeMap<>();
        for (String line : text.split("\\R|,")) {
            String entry = line.replaceFirst("#.*", "").strip();
            if (entry.isEmpty()) {
                continue;
            }
            Matcher matcher = ENTRY.matcher(entry);
            if (!matcher.matches() || !KINDS.containsKey(matcher.group(1))) {
                throw new IllegalArgumentException(
                        "\"" + entry + "\" must be one of " + String.join(", ", KINDS.keySet())
                                + ", = and a number of days, weeks or years, as hourly=400d.");
            }
            int number = Integer.parseInt(matcher.group(2));
            int unit = switch (matcher.group(3)) {
                case "w" -> 7;
                case "y" -> 365;
                default -> 1;
            };
            if (number < 1) {
                throw new IllegalArgumentException("\"" + entry + "\" would keep nothing; keep at least 1d.");
            }
            if (days.put(matcher.group(1), Math.multiplyExact(number, unit)) != null) {
                throw new IllegalArgumentException("\"" + matcher.group(1) + "\" is given twice.");
            }
        }
        if (days.isEmpty()) {
            throw new IllegalArgumentException("The policy names nothing; give for example hourly=400d.");
        }
        return new RetentionPolicy(days, rollUp);
    }

    /// What is older than this goes: whole days in UTC before `now`.
    Instant cutoff(String kind, Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS)
                .atOffset(ZoneOffset.UTC)
                .minusDays(days.getOrDefault(kind, 0))
                .toInstant();
    }

    /// The policy in the words that make it.
    public String text() {
        StringBuilder text = new StringBuilder();
        days.forEach((kind, count) -> text.append(text.isEmpty() ? "" : ",")
                .append(kind)
                .append('=')
                .append(count)
                .append('d'));
        return rollUp == RollUp.DAILY ? text + " with roll-up to days" : text.toString();
    }
}
