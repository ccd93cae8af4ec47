package dev.headroom.storage.cache;

import java.time.Instant;
import java.util.Objects;

/// Everything that determines a model of a series, what its backtest showed, and what computed it.
///
/// @param horizon how far the origins of the backtest looked ahead, in steps
/// @param spec the model specification in words, its choices included
/// @param promise the errors that the backtest promises, in the form of the caller
public record TrainedModel(
        ModelScope scope,
        int horizon,
        String spec,
        long seed,
        Data data,
        Metrics metrics,
        String promise,
        ComputedBy computedBy,
        Instant trainedAt) {
    public TrainedModel {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(spec, "spec");
        Objects.requireNonNull(promise, "promise");
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon (" + horizon + ") must be 1 or more.");
        }
    }

    /// The observations that it knew.
    ///
    /// @param hash SHA-256 of grid and values, 64 hexadecimal digits
    /// @param first the time of the first one
    /// @param last the time of the last one
    /// @param observations how many, those that are missing not counted
    public record Data(String hash, Instant first, Instant last, int observations) {}

    /// Means over the origins of the backtest; NaN where not defined.
    ///
    /// @param coverage80 share of what happened within the 80 % band, 0..1
    /// @param coverage95 the same of the 95 % band
    public record Metrics(
            int origins,
            double mase,
            double smape,
            double rmse,
            double pinball,
            double coverage80,
            double coverage95) {}
}
