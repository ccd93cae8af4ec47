package dev.headroom.app.usecase;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// A retraining as a table: one row a series.
public final class RetrainTable extends Table {
    public RetrainTable(RetrainReport report) {
        super(List.of(
                "series",
                "verdict",
                "reason",
                "outcome",
                "why",
                "old_version",
                "new_version",
                "model",
                "old_error",
                "new_error",
                "p_value",
                "mase",
                "smape",
                "rmse",
                "pinball",
                "coverage80",
                "coverage95",
                "data_to"));
        for (RetrainReport.Row row : report.rows()) {
            add(
                    row.drift().series(),
                    row.drift().verdict(),
                    row.drift().reason(),
                    row.outcome().words(),
                    row.why(),
                    row.drift().promoted().map(ModelSummary::version),
                    row.trained().map(ModelSummary::version),
                    row.trained().map(ModelSummary::model),
                    row.oldError(),
                    row.newError(),
                    row.pValue().orElse(Double.NaN),
                    metric(row, ModelSummary.Metrics::mase),
                    metric(row, ModelSummary.Metrics::smape),
                    metric(row, ModelSummary.Metrics::rmse),
                    metric(row, ModelSummary.Metrics::pinball),
                    metric(row, ModelSummary.Metrics::coverage80),
                    metric(row, ModelSummary.Metrics::coverage95),
                    row.trained().map(ModelSummary::last));
        }
    }

    private static double metric(RetrainReport.Row row, ToDoubleFunction<ModelSummary.Metrics> metric) {
        return row.trained()
                .map(version -> metric.applyAsDouble(version.metrics()))
                .orElse(Double.NaN);
    }
}
