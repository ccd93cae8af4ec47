package dev.headroom.engine.anomaly;

import java.util.List;
import java.util.OptionalDouble;

/// One anomaly from its alert to its end, put together from the judged rows of a series.
///
/// @param start of the row of the alert, in seconds since 1970
/// @param last row outside the band; for a change of the trend the row of the alert
/// @param peak the row farthest from what was expected
/// @param score the largest
/// @param impact the largest sum of value minus expected that was seen from the start to any row up to the
///     last one, signed, in the unit of the series times rows
/// @param expected the sum of what was expected from the start to the last row
/// @param steps when the alert was raised, and when the severity rose
public record Episode(
        long start,
        long last,
        JudgedRow peak,
        EpisodeKind kind,
        Direction direction,
        State state,
        Severity severity,
        double score,
        double impact,
        double expected,
        int rows,
        List<Step> steps) {
    public Episode {
        steps = List.copyOf(steps);
    }

    /// Whether it lasts.
    public enum State {
        /// The values are not yet back for long enough: 12 hours, or 3 days of daily rows.
        OPEN,
        RECOVERED
    }

    /// A change of what was said of the episode while it lasted.
    public record Step(long at, Severity severity) {}

    /// The impact as a part of what was expected; empty when nothing was.
    public OptionalDouble relative() {
        return expected > 0 ? OptionalDouble.of(impact / expected) : OptionalDouble.empty();
    }

    /// The largest novelty, as −log10 of a probability.
    public double surprise() {
        return AnomalyPoint.novelty(score);
    }

    /// The mean distance from what was expected, in the unit of the series; NaN where every value is missing.
    public double meanExcess() {
        return rows == 0 ? Double.NaN : impact / rows;
    }
}
