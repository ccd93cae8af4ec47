package dev.headroom.engine.scenario;

import dev.headroom.engine.capacity.BreachRisk;
import java.util.List;
import java.util.Objects;

/// What the futures of a load say.
///
/// @param risks one a horizon, the longest last
/// @param peak the highest day of each future, in percent of the capacity
public record LoadFigures(List<BreachRisk> risks, Spread peak) {
    public LoadFigures {
        Objects.requireNonNull(peak, "peak");
        risks = List.copyOf(risks);
    }

    /// The risk within the longest horizon.
    public BreachRisk longest() {
        return risks.getLast();
    }
}
