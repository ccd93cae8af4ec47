package dev.headroom.engine.commitment;

import java.util.Objects;

/// The future of the usage of a pool, and what it rests on.
///
/// @param historyDays over how many days of bills the model learned
/// @param model what forecast it, in words
public record PoolForecast(UsagePool pool, UsagePaths usage, int historyDays, String model) {
    public PoolForecast {
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(usage, "usage");
    }

    /// How far the history carries a term, 0..1: the share of the history in history and term together,
    /// twice, at most 1.
    public double confidence(CommitmentTerm term) {
        return Math.min(1, 2.0 * historyDays / (historyDays + (double) term.days()));
    }
}
