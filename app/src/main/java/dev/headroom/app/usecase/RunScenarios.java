package dev.headroom.app.usecase;

import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.scenario.EventEffect;
import dev.headroom.engine.scenario.Outcome;
import dev.headroom.engine.scenario.Scenario;
import dev.headroom.engine.scenario.ScenarioRun;
import java.util.List;

/// Recomputes utilization, breach dates and cost of one view for any number of scenarios, on the same futures. A run
/// takes no reading and no fitting, so it can follow every change of an event.
public final class RunScenarios {
    private final ScenarioGround ground;
    private final ScenarioRun runs;

    public RunScenarios(ScenarioGround ground, ShapeCatalog shapes) {
        this.ground = ground;
        this.runs = new ScenarioRun(ground.figures(), ground.members(), shapes);
    }

    public ScenarioGround ground() {
        return ground;
    }

    /// The outcome; its scenario carries the data that it was computed on.
    public Outcome run(Scenario scenario) {
        return runs.run(scenario.computedOn(ground.baseline().provenance()));
    }

    /// What each event does in its place among the others, and alone.
    public List<EventEffect> effects(Scenario scenario) {
        return runs.effects(scenario);
    }
}
