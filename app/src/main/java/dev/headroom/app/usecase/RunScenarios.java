package dev.headroom.app.usecase;

import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.scenario.EventEffect;
import dev.headroom.engine.scenario.Outcome;
import dev.headroom.engine.scenario.Scenario;
import dev.headroom.engine.scenario.ScenarioRun;
import java.util.List;
import java.util.Optional;

/// Recomputes utilization, breach dates and cost of one view for any number of scenarios, on the same
/// futures. A run takes no reading and no fitting, so it can follow every change of an event.
public final class RunScenarios {
    private final ScenarioGround ground;
    private final ScenarioRun runs;
    private final ShapeCatalog shapes;

    public RunScenarios(ScenarioGround ground, ShapeCatalog shapes) {
        this.ground = ground;
        this.shapes = shapes;
        this.runs = new ScenarioRun(ground.figures(), ground.members(), shapes);
    }

    public ScenarioGround ground() {
        return ground;
    }

    /// The outcome; its scenario carries the data that it was computed on.
    public Outcome run(Scenario scenario) {
        return runs.run(scenario.computedOn(ground.baseline().provenance()));
    }

    /// The next larger type of the family of a server, to begin a resize with; empty when its type is not
    /// known or the largest.
    public Optional<String> nextLarger(String server) {
        return ground.baseline().machines().stream()
                .filter(machine -> machine.resource().equals(server))
                .flatMap(machine -> machine.shape().stream())
                .flatMap(shape -> shapes.family(shape.family(), shape.region()).stream()
                        .filter(other -> other.vcpu() > shape.vcpu()))
                .map(InstanceShape::instanceType)
                .findFirst();
    }

    /// What each event does in its place among the others, and alone.
    public List<EventEffect> effects(Scenario scenario) {
        return runs.effects(scenario);
    }
}
