package dev.headroom.app.usecase;

import dev.headroom.engine.series.SeriesKey;
import java.util.List;
import java.util.Optional;

/// What a known event concerns, as one word or as a name after a word: `all`, `cost`, `metrics`, `service:NAME`,
/// `account:NAME`, `server:ID`, or `series:KEY` for one series.
///
/// @param word one of [#WORDS]
/// @param name empty for `all`, `cost` and `metrics`
public record WatchScope(String word, String name) {
    /// Those before the colon, and those that stand alone.
    public static final List<String> WORDS =
            List.of("all", "cost", "metrics", "service:NAME", "account:NAME", "server:ID", "series:KEY");

    public static final WatchScope ALL = new WatchScope("all", "");

    /// One series.
    public static WatchScope of(AnomalySubject subject) {
        return new WatchScope("series", subject.key());
    }

    /// Empty when it is none.
    public static Optional<WatchScope> parse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        String name = colon < 0 ? "" : text.substring(colon + 1);
        boolean known = WORDS.contains(name.isEmpty() ? word : word + ":NAME")
                || !name.isEmpty() && WORDS.contains(word + ":ID")
                || !name.isEmpty() && WORDS.contains(word + ":KEY");
        return known && (colon < 0) == name.isEmpty() ? Optional.of(new WatchScope(word, name)) : Optional.empty();
    }

    public String text() {
        return name.isEmpty() ? word : word + ":" + name;
    }

    boolean takes(AnomalySubject subject) {
        return switch (word) {
            case "all" -> true;
            case "series" -> name.equals(subject.key());
            default ->
                switch (subject) {
                    case AnomalySubject.Cost cost ->
                        word.equals("cost")
                                || word.equals("service") && name.equals(cost.service())
                                || word.equals("account") && name.equals(cost.account());
                    case AnomalySubject.Metric(SeriesKey series, String _) ->
                        word.equals("metrics") || word.equals("server") && name.equals(series.resource());
                };
        };
    }
}
