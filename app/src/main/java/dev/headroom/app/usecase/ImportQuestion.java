package dev.headroom.app.usecase;

import java.util.List;

/// What a file leaves open.
///
/// @param about the metric that a unit is asked for; empty for everything else
/// @param answers what is usually answered
public record ImportQuestion(Kind kind, String about, List<String> answers) {
    /// What is asked for.
    public enum Kind {
        UNIT,
        STATISTIC,
        CURRENCY,
        METRIC,
        RESOURCE
    }

    public ImportQuestion {
        answers = List.copyOf(answers);
    }

    /// True when both ask for the same, whatever they suggest.
    public boolean isAbout(ImportQuestion other) {
        return kind == other.kind && about.equals(other.about);
    }
}
