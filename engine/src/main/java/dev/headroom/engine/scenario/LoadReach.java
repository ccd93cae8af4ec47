package dev.headroom.engine.scenario;

import dev.headroom.engine.quantity.ResourceKind;
import java.util.OptionalDouble;
import java.util.Set;

/// What moves with a change of the load.
///
/// @param kinds the resources whose load changes; empty for all
/// @param costPercent how much of the cost in the scope follows the load, 0..100; empty when only what is paid by use
///     does, such as data transfer, while machines, storage and purchases cost what they cost
public record LoadReach(Set<ResourceKind> kinds, OptionalDouble costPercent) {
    /// All resources, and the cost that is paid by use.
    public static final LoadReach USUAL = new LoadReach(Set.of(), OptionalDouble.empty());

    public LoadReach {
        kinds = Set.copyOf(kinds);
        if (costPercent.isPresent() && !(costPercent.getAsDouble() >= 0 && costPercent.getAsDouble() <= 100)) {
            throw new IllegalArgumentException("costPercent (" + costPercent.getAsDouble() + ") must lie in [0, 100].");
        }
    }

    boolean takes(ResourceKind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }
}
