package dev.headroom.app.ui.scenarios;

import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.Viewport;
import dev.headroom.engine.scenario.Outcome;
import java.util.List;
import java.util.Optional;

/// What is shown of an outcome, made away from the window's thread.
///
/// @param resource the id of the server of the upper chart; empty without one
/// @param subject it and its metric, such as `web-us-08, CPU`; empty without one
/// @param load empty when nothing is measured
/// @param cost empty without bills
public record ScenarioFace(
        Outcome outcome,
        Viewport span,
        String resource,
        String subject,
        Optional<Plot> load,
        Optional<Plot> cost,
        List<DifferenceRow> loadRows,
        List<DifferenceRow> costRows,
        List<String> notes,
        String answer) {
    public ScenarioFace {
        loadRows = List.copyOf(loadRows);
        costRows = List.copyOf(costRows);
        notes = List.copyOf(notes);
    }
}
