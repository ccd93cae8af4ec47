package dev.headroom.app.ui.forecast;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.ModelSummary;
import dev.headroom.app.usecase.RetrainReport;
import dev.headroom.app.usecase.SeriesDrift;
import dev.headroom.engine.drift.DriftVerdict;
import java.util.Optional;

/// The promoted version of a model in words.
///
/// @param title such as `Version 2, Combination`
/// @param trained when and on what; empty without a version
/// @param metrics what its backtest showed; empty without a version
/// @param verdict whether it drifted; empty without a version
/// @param reason why, in a sentence or a few
/// @param action what the button says
public record VersionWords(
        String title, String trained, String metrics, Optional<DriftVerdict> verdict, String reason, String action) {
    static VersionWords of(SeriesDrift drift, Formats formats) {
        if (drift.promoted().isEmpty()) {
            return new VersionWords(
                    "No version yet",
                    "",
                    "",
                    Optional.empty(),
                    "The automatic model is in use. Train a version to be told when its errors grow.",
                    "Train a version");
        }
        ModelSummary version = drift.promoted().get();
        ModelSummary.Metrics metrics = version.metrics();
        String figures = "MASE " + figure(formats, metrics.mase()) + ", RMSE " + figure(formats, metrics.rmse())
                + ", 80\u00a0% band " + formats.probability(metrics.coverage80()) + " over "
                + metrics.origins() + " origins";
        return new VersionWords(
                "Version " + version.version() + ", " + ModelNames.of(version.model()),
                "Trained " + formats.dayYear(version.trainedAt()) + " on data to " + formats.dayYear(version.last()),
                figures,
                drift.report().map(report -> report.verdict()),
                drift.reason(),
                "Train again");
    }

    private static String figure(Formats formats, double value) {
        return Double.isNaN(value) ? Formats.UNKNOWN : formats.number(value, 2);
    }

    Tone tone() {
        return switch (verdict.orElse(DriftVerdict.TOO_LITTLE_EVIDENCE)) {
            case STABLE -> Tone.GOOD;
            case WATCH -> Tone.WATCH;
            case DRIFTED -> Tone.BAD;
            case TOO_LITTLE_EVIDENCE -> Tone.NEUTRAL;
        };
    }

    String icon() {
        return switch (verdict.orElse(DriftVerdict.TOO_LITTLE_EVIDENCE)) {
            case STABLE -> "fth-check";
            case WATCH -> "fth-alert-triangle";
            case DRIFTED -> "fth-alert-octagon";
            case TOO_LITTLE_EVIDENCE -> "fth-clock";
        };
    }

    /// The verdict as it stands on a badge.
    static String badge(DriftVerdict verdict) {
        return switch (verdict) {
            case STABLE -> "Stable";
            case WATCH -> "Watch";
            case DRIFTED -> "Drifted";
            case TOO_LITTLE_EVIDENCE -> "Too early";
        };
    }

    /// What a training led to, in a sentence.
    static String outcome(RetrainReport.Row row) {
        return switch (row.outcome()) {
            case PROMOTED -> "Version " + row.trained().orElseThrow().version() + " is in use now. " + row.why();
            case CANDIDATE ->
                "Version " + row.trained().orElseThrow().version() + " stays a candidate; the model in use is kept. "
                        + row.why();
            case KEPT, WOULD_TRAIN, FAILED -> row.why();
        };
    }
}
