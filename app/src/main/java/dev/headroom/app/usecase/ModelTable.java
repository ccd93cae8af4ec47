package dev.headroom.app.usecase;

import java.util.List;

/// Versions of models as a table: one row a version.
public final class ModelTable extends Table {
    public ModelTable(List<ModelSummary> models) {
        super(List.of(
                "series",
                "version",
                "state",
                "model",
                "trained_at",
                "data_from",
                "data_to",
                "observations",
                "horizon",
                "origins",
                "mase",
                "smape",
                "rmse",
                "pinball",
                "coverage80",
                "coverage95",
                "spec",
                "seed",
                "data_hash",
                "engine",
                "jvm"));
        for (ModelSummary model : models) {
            ModelSummary.Metrics metrics = model.metrics();
            add(
                    model.series(),
                    model.version(),
                    model.state(),
                    model.model(),
                    model.trainedAt(),
                    model.first(),
                    model.last(),
                    model.observations(),
                    model.horizon(),
                    metrics.origins(),
                    metrics.mase(),
                    metrics.smape(),
                    metrics.rmse(),
                    metrics.pinball(),
                    metrics.coverage80(),
                    metrics.coverage95(),
                    model.spec(),
                    model.seed(),
                    model.dataHash(),
                    model.engine(),
                    model.jvm());
        }
    }
}
