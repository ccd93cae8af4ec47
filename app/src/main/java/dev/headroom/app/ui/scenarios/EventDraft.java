package dev.headroom.app.ui.scenarios;

import dev.headroom.app.scenario.ScenarioDrafts;
import dev.headroom.app.scenario.ScenarioFormatException;
import dev.headroom.engine.scenario.Change;
import dev.headroom.engine.scenario.Event;
import dev.headroom.engine.scenario.EventScope;
import dev.headroom.engine.scenario.LoadReach;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An event while it is typed: each field a text, as it stands in a scenario file.
public final class EventDraft {
    private final Event before;
    private final Map<String, String> fields;

    private EventDraft(Event before) {
        this.before = before;
        this.fields = new LinkedHashMap<>(ScenarioDrafts.fields(before));
    }

    static EventDraft of(Event event) {
        return new EventDraft(event);
    }

    public String kind() {
        return ScenarioDrafts.kind(before);
    }

    public EventScope scope() {
        return before.scope();
    }

    public boolean isMigration() {
        return before.change() instanceof Change.Migration;
    }

    /// Where the load of a migration goes; empty for away.
    public Optional<EventScope> to() {
        return before.change() instanceof Change.Migration migration ? migration.to() : Optional.empty();
    }

    /// The fields by name, in the order in which they are asked for.
    public Map<String, String> fields() {
        return new LinkedHashMap<>(fields);
    }

    /// What is not typed, such as the metrics of a growth, stays as it was.
    ///
    /// @param to where the load of a migration goes
    /// @throws ScenarioFormatException with the field that is wrong and what to do
    public Event event(Map<String, String> typed, EventScope about, Optional<EventScope> to)
            throws ScenarioFormatException {
        Event event = ScenarioDrafts.event(kind(), typed, about, before.standing());
        return switch (event.change()) {
            case Change.Growth now
            when before.change() instanceof Change.Growth old ->
                event.changed(new Change.Growth(
                        now.percent(),
                        now.pace(),
                        new LoadReach(old.reach().kinds(), now.reach().costPercent())));
            case Change.Launch now
            when before.change() instanceof Change.Launch old ->
                event.changed(new Change.Launch(now.step(), now.costPerDay(), old.reach()));
            case Change.Migration now
            when before.change() instanceof Change.Migration old ->
                event.changed(new Change.Migration(now.sharePercent(), to, old.reach()));
            default -> event;
        };
    }
}
