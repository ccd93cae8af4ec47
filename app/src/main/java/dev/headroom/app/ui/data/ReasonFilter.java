package dev.headroom.app.ui.data;

import dev.headroom.app.usecase.Reject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A chip above the reject report: the rows of one reason.
///
/// Reasons that differ only in the values they quote are one reason.
public record ReasonFilter(String label, int count, Predicate<Reject> wanted) {
    private static final int CHIPS = 4;

    /// All rows, then the most frequent reasons, then the rest.
    static List<ReasonFilter> of(List<Reject> rejects) {
        Map<String, List<Reject>> byReason = rejects.stream().collect(Collectors.groupingBy(ReasonFilter::kind));
        List<String> frequent = byReason.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Reject>> entry) ->
                                entry.getValue().size())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        List<ReasonFilter> filters = new ArrayList<>();
        filters.add(new ReasonFilter("All", rejects.size(), reject -> true));
        List<String> named = frequent.subList(0, Math.min(CHIPS, frequent.size()));
        for (String reason : named) {
            List<Reject> same = byReason.getOrDefault(reason, List.of());
            filters.add(
                    new ReasonFilter(reason, same.size(), reject -> kind(reject).equals(reason)));
        }
        int rest = rejects.size()
                - filters.stream().skip(1).mapToInt(ReasonFilter::count).sum();
        if (rest > 0) {
            filters.add(new ReasonFilter("Other", rest, reject -> !named.contains(kind(reject))));
        }
        return filters;
    }

    /// The reason without what it quotes and counts, short enough for a chip.
    static String kind(Reject reject) {
        String unquoted = reject.reason().replaceAll("\\([^)]*\\)|\"[^\"]*\"|'[^']*'", "");
        String uncounted = unquoted.replaceAll("\\b\\d[\\d,.:TZ-]+", "…");
        String plain =
                uncounted.replaceAll("[.:;,].*", "").replaceAll("\\s+", " ").strip();
        Function<String, String> shortened =
                text -> text.length() > 34 ? text.substring(0, 33).strip() + "…" : text;
        return shortened.apply(plain.isEmpty() ? reject.reason() : plain);
    }
}
