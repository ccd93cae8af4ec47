package dev.headroom.engine.scenario;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a scenario does to the futures of a baseline.
///
/// @param loads one a resource of a server, in the order of the baseline
/// @param cost empty when there are no bills
/// @param notes what could not be done, or has to be known
public record Outcome(Scenario scenario, List<LoadOutcome> loads, Optional<CostOutcome> cost, List<Note> notes) {
    public Outcome {
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(cost, "cost");
        loads = List.copyOf(loads);
        notes = List.copyOf(notes);
    }
}
