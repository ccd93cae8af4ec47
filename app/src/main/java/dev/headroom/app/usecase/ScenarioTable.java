package dev.headroom.app.usecase;

import dev.headroom.engine.scenario.Event;
import dev.headroom.engine.scenario.Provenance;
import java.util.List;

/// The saved scenarios, the last version of each.
public final class ScenarioTable extends Table {
    public ScenarioTable(List<KeepScenarios.Kept> kept) {
        super(List.of("scenario", "version", "events", "events_off", "view", "data_as_of", "saved_at", "person"));
        for (KeepScenarios.Kept one : kept) {
            List<Event> events = one.scenario().events();
            add(
                    one.scenario().name(),
                    one.scenario().version(),
                    events.size(),
                    events.stream().filter(event -> !event.isOn()).count(),
                    one.scenario().view().words(),
                    one.scenario().provenance().map(Provenance::asOf),
                    one.at(),
                    one.person());
        }
    }
}
