package dev.headroom.storage.cache;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Step;
import java.util.Objects;

/// What a model is for: one series at one step.
public record ModelScope(SeriesKey series, Step step) {
    public ModelScope {
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(step, "step");
    }

    /// Its resource and metric, as they are named in tables and messages.
    public String name() {
        return series.resource() + "/" + series.metric();
    }
}
