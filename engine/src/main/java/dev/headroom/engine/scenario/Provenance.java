package dev.headroom.engine.scenario;

import java.time.LocalDate;
import java.util.Objects;

/// What the futures of a scenario were made of when it was last computed.
///
/// @param asOf the last day of data that was used
/// @param model the models of the baseline, such as `auto`
/// @param baseline the hash over the series and the seed; another one means other data or another program
public record Provenance(LocalDate asOf, String model, long seed, String baseline) {
    public Provenance {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(baseline, "baseline");
    }
}
