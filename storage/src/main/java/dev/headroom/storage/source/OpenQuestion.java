package dev.headroom.storage.source;

import java.util.List;

/// What a file leaves open and the user has to say before it can be imported.
///
/// @param about the metric that a unit is asked for, as the file writes it; empty for everything else
/// @param answers what is usually answered, in the words that [ImportOptions] takes; others may be possible
public record OpenQuestion(Kind kind, String about, List<String> answers) {
    /// What is asked for.
    public enum Kind {
        UNIT,
        STATISTIC,
        CURRENCY,
        METRIC,
        RESOURCE
    }

    private static final List<String> STATISTICS = List.of("mean", "max", "p95", "min", "sum", "last");

    public OpenQuestion {
        answers = List.copyOf(answers);
    }

    public static OpenQuestion unit(String metric, String... answers) {
        return new OpenQuestion(Kind.UNIT, metric, List.of(answers));
    }

    public static OpenQuestion statistic() {
        return new OpenQuestion(Kind.STATISTIC, "", STATISTICS);
    }

    public static OpenQuestion currency() {
        return new OpenQuestion(Kind.CURRENCY, "", List.of("USD", "EUR", "GBP"));
    }

    public static OpenQuestion metric() {
        return new OpenQuestion(Kind.METRIC, "", List.of("cpu", "memory", "network", "disk_io"));
    }

    public static OpenQuestion resource() {
        return new OpenQuestion(Kind.RESOURCE, "", List.of());
    }
}
