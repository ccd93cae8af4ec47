package dev.headroom.app.usecase;

import java.util.List;
import java.util.Optional;

/// The log of the models: one row an event, the first event first.
public final class ModelLogTable extends Table {
    public ModelLogTable(List<ListModels.Event> log) {
        super(List.of("number", "at", "series", "event", "version", "replaced", "reason", "hash"));
        for (ListModels.Event event : log) {
            add(
                    event.number(),
                    event.at(),
                    event.series(),
                    event.event(),
                    event.version(),
                    event.replaced() == 0 ? Optional.empty() : event.replaced(),
                    event.reason(),
                    event.hash());
        }
    }
}
