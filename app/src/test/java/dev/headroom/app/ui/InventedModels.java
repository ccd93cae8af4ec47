package dev.headroom.app.ui;

import dev.headroom.app.usecase.ModelSummary;
import dev.headroom.app.usecase.RetrainReport;
import dev.headroom.app.usecase.SeriesDrift;
import dev.headroom.engine.drift.DriftReport;
import dev.headroom.engine.drift.DriftVerdict;
import dev.headroom.engine.series.SeriesKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Versions of models for tests of the window.
final class InventedModels {
    private InventedModels() {}

    private static ModelSummary version(SeriesKey series, int number) {
        return new ModelSummary(
                series.resource() + "/" + series.metric(),
                series,
                number,
                "promoted",
                "auto",
                "auto",
                42,
                30,
                "ab".repeat(32),
                Instant.parse("2024-11-20T00:00:00Z"),
                Instant.parse("2026-10-20T00:00:00Z"),
                700,
                new ModelSummary.Metrics(5, 0.74, 5.1, 2.31, 0.6, 0.79, 0.95),
                "test",
                "test",
                Instant.parse("2026-10-21T08:00:00Z"));
    }

    /// @param version the promoted version; 0 for none
    static SeriesDrift drift(SeriesKey series, int version) {
        String name = series.resource() + "/" + series.metric();
        if (version == 0) {
            return new SeriesDrift(name, Optional.empty(), Optional.empty());
        }
        DriftVerdict verdict = version == 1 ? DriftVerdict.DRIFTED : DriftVerdict.STABLE;
        String reason = version == 1
                ? "Since 2026-11-02 the forecasts are too low by 6.4 on average, 2.3 times the promised error (p ≤ 0.001)."
                : "The errors of 30 days are as the backtest promised; 80 % lay within the 80 % band.";
        return new SeriesDrift(
                name,
                Optional.of(version(series, version)),
                Optional.of(new DriftReport(
                        verdict, 30, Optional.empty(), Optional.empty(), Optional.empty(), List.of(reason))));
    }

    static RetrainReport.Row trained(SeriesKey series, int number) {
        return new RetrainReport.Row(
                drift(series, number - 1),
                RetrainReport.Outcome.PROMOTED,
                "The same model as in use, on newer data.",
                Optional.of(version(series, number)),
                0.74,
                0.74,
                OptionalDouble.empty());
    }
}
