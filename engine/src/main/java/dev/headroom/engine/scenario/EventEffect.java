package dev.headroom.engine.scenario;

import java.util.Objects;

/// What one event of a scenario does: in its place, after the events before it, and alone. Where the two differ, the
/// order counts: a growth also multiplies the load that a launch brought before, and a commitment finds less to pay for
/// when machines went before it. In their places the effects add up to the whole.
///
/// @param costInOrder by how much the mean total cost changes when it joins the events before it
/// @param costAlone the same without any other event
public record EventEffect(Event event, double costInOrder, double costAlone) {
    private static final double NOTABLE = 0.01;

    public EventEffect {
        Objects.requireNonNull(event, "event");
    }

    /// True when the two differ by more than a hundredth of the larger, and by more than 1.
    public boolean dependsOnOrder() {
        double difference = Math.abs(costInOrder - costAlone);
        return difference > 1 && difference > NOTABLE * Math.max(Math.abs(costInOrder), Math.abs(costAlone));
    }
}
