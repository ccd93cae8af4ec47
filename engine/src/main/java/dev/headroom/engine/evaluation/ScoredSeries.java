package dev.headroom.engine.evaluation;

import java.util.List;
import java.util.Objects;

/// What several models did on one series.
///
/// @param group what the series belongs to, such as its server; series of one group are not independent of each other
/// @param models the scores by model, the same models in the same order for every series
public record ScoredSeries(String group, List<OriginScores> models) {
    public ScoredSeries {
        Objects.requireNonNull(group, "group");
        models = List.copyOf(models);
    }
}
