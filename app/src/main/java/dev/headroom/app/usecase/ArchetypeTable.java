package dev.headroom.app.usecase;

import dev.headroom.engine.explore.GroupFigures;
import java.util.List;

/// The archetypes of a fleet against each other: one row an archetype.
public final class ArchetypeTable extends Table {
    public ArchetypeTable(FleetExploration fleet) {
        super(List.of("archetype", "metric", "servers", "mean", "p95", "variability", "trend_30d"));
        for (GroupFigures group : fleet.archetypes()) {
            add(
                    group.group(),
                    fleet.kind().metric(),
                    group.members(),
                    group.middle().mean(),
                    group.middle().p95(),
                    group.middle().variability(),
                    group.middle().trend());
        }
    }
}
