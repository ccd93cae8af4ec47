package dev.headroom.app.usecase;

import dev.headroom.engine.explore.Decomposition;
import java.util.List;

/// Series in their parts: one row a series, part and day. Series that are too short for a season are left out.
public final class DecompositionTable extends Table {
    public DecompositionTable(List<SeriesHistory> histories) {
        super(List.of("resource", "metric", "part", "timestamp", "value"));
        for (SeriesHistory history : histories) {
            history.decomposition().ifPresent(parts -> {
                add(history, parts, "trend", parts.trend());
                parts.seasons().forEach(season -> add(history, parts, season.name(), season.part()));
                add(history, parts, "remainder", parts.remainder());
            });
        }
    }

    private void add(SeriesHistory history, Decomposition parts, String name, Decomposition.Part part) {
        double[] values = part.values();
        for (int t = 0; t < values.length; t++) {
            add(
                    history.request().resource(),
                    history.request().kind().metric(),
                    name,
                    parts.grid().at(t),
                    values[t]);
        }
    }
}
