package dev.headroom.engine.capacity;

import java.time.Instant;
import java.util.Optional;

/// How likely a limit is passed within a horizon, and when, counted over sample paths.
///
/// @param horizonDays the days looked ahead
/// @param probability share of the paths that pass the limit at least once within the horizon, 0..1
/// @param p10 the date by which a tenth of all paths has passed the limit; empty when fewer ever do
/// @param p50 the same for half of the paths
/// @param p90 the same for nine tenths
public record BreachRisk(
        int horizonDays, double probability, Optional<Instant> p10, Optional<Instant> p50, Optional<Instant> p90) {
    public BreachRisk {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability (" + probability + ") must lie in [0, 1].");
        }
    }
}
