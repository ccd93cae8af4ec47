package dev.headroom.storage.cache;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Step;
import java.util.Objects;

/// What determines a forecast completely: equal keys mean equal numbers.
///
/// @param dataHash the hash of the observations that were fitted
/// @param spec the model specification in words, its choices included
/// @param horizon in steps, 1 or more
public record ForecastKey(SeriesKey series, Step step, String dataHash, String spec, long seed, int horizon) {
    public ForecastKey {
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(dataHash, "dataHash");
        Objects.requireNonNull(spec, "spec");
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon (" + horizon + ") must be 1 or more.");
        }
    }
}
