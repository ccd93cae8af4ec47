package dev.headroom.engine.scenario;

import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The futures without any event, on one grid of UTC days. Every scenario changes these same paths, so that what
/// differs is the events and not chance (common random numbers).
///
/// @param machines the servers of the loads
/// @param cost empty when there are no bills
public record Baseline(
        TimeGrid grid, List<Load> loads, List<Machine> machines, Optional<BaselineCost> cost, Provenance provenance) {
    public Baseline {
        Objects.requireNonNull(provenance, "provenance");
        loads = List.copyOf(loads);
        machines = List.copyOf(machines);
        if (!grid.step().equals(Step.DAY) || grid.length() == 0) {
            throw new IllegalArgumentException("grid (" + grid + ") must hold days.");
        }
        for (Load load : loads) {
            requireGrid(grid, load.percent(), load.resource());
        }
        cost.ifPresent(base -> requireGrid(grid, base.perDay(), "cost"));
    }

    private static void requireGrid(TimeGrid grid, PathBlock paths, String what) {
        if (!paths.grid().equals(grid)) {
            throw new IllegalArgumentException(
                    "The paths of " + what + " (" + paths.grid() + ") must lie on the grid (" + grid + ").");
        }
    }

    public int days() {
        return grid.length();
    }

    /// The daily p95 of one resource of one server.
    ///
    /// @param percent in percent of the capacity that the server has when the futures begin
    public record Load(String resource, ResourceKind kind, PathBlock percent) {
        public Load {
            Objects.requireNonNull(resource, "resource");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(percent, "percent");
        }
    }
}
