package dev.headroom.app.usecase;

import dev.headroom.engine.drift.DriftReport;
import dev.headroom.engine.drift.DriftVerdict;
import java.util.Optional;

/// Whether the promoted model of a series drifted.
///
/// @param series its name, `server/metric`
/// @param promoted empty when no version is promoted
/// @param report empty when no version is promoted
public record SeriesDrift(String series, Optional<ModelSummary> promoted, Optional<DriftReport> report) {
    public boolean isDrifted() {
        return report.isPresent() && report.get().verdict() == DriftVerdict.DRIFTED;
    }

    /// The verdict in one or two words.
    public String verdict() {
        return report.map(known -> known.verdict().words()).orElse("no version");
    }

    /// Why, in a sentence or a few.
    public String reason() {
        return report.map(known -> String.join(" ", known.reasons()))
                .orElse("No version is promoted, so nothing was promised yet.");
    }

    /// What to do about it.
    public String advice() {
        return report.map(known -> known.verdict().advice()).orElse("Train a first version.");
    }
}
