package dev.headroom.engine.asset;

import dev.headroom.engine.rightsizing.MigrationEffort;
import java.util.List;
import java.util.Objects;

/// What stands behind advice.
///
/// @param effortWords what has to be done, such as `changed while in use`
/// @param confidence how far the evidence carries, 0..1: grows with length and completeness of the readings
/// @param rejected the cheaper alternatives, and what speaks against each
public record Evidence(
        AssetRisk risk, double confidence, MigrationEffort effort, String effortWords, List<Refusal> rejected) {
    public Evidence {
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(effort, "effort");
        rejected = List.copyOf(rejected);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence (" + confidence + ") must lie in [0, 1].");
        }
    }

    /// An alternative that was not chosen.
    ///
    /// @param words one sentence with numbers
    public record Refusal(String alternative, String words) {}
}
