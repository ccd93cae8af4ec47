package dev.headroom.app.usecase;

import java.util.List;

/// Recomputed forecasts and versions as a table: one row each.
public final class RecomputeTable extends Table {
    public RecomputeTable(List<RecomputeForecasts.Checked> checked) {
        super(List.of("series", "what", "as_of", "result", "explanation"));
        for (RecomputeForecasts.Checked one : checked) {
            add(one.series(), one.name(), one.asOf(), one.outcome().words(), one.explanation());
        }
    }
}
