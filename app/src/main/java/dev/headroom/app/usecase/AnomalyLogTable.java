package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.AnomalyEvent;
import java.util.List;

/// What was said and sent about anomalies as rows, the first one first.
public final class AnomalyLogTable extends Table {
    public AnomalyLogTable(List<DecideAnomaly.Logged> log) {
        super(List.of(
                "number", "at", "id", "subject", "start", "action", "learnt", "from_day", "to_day", "reason", "hash"));
        for (DecideAnomaly.Logged entry : log) {
            AnomalyEvent event = entry.event();
            add(
                    entry.number(),
                    event.at(),
                    event.start().map(start -> FoundAnomaly.idOf(event.subject(), start)),
                    event.subject(),
                    event.start(),
                    event.feedback().word().word(),
                    event.feedback().learnt(),
                    event.feedback().firstDay(),
                    event.feedback().lastDay(),
                    event.feedback().reason(),
                    entry.hash());
        }
    }
}
