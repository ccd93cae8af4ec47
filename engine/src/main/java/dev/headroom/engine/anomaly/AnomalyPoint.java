package dev.headroom.engine.anomaly;

import java.util.Optional;

/// What a detector says of one row.
///
/// @param expected in the unit of the series; NaN while nothing can be expected
/// @param low the lower bound of the 98 % band of the expectation; NaN while there is none
/// @param high its upper bound
/// @param score 0..1; 0.9 is the bare rule of the standard sensitivity
/// @param alert true in the first row of an episode
/// @param episode the number of the episode that the row belongs to, from 1; 0 outside
/// @param severity of the episode up to this row; empty outside
public record AnomalyPoint(
        double expected,
        double low,
        double high,
        double score,
        boolean alert,
        int episode,
        Optional<Severity> severity) {
    static final AnomalyPoint NOTHING =
            new AnomalyPoint(Double.NaN, Double.NaN, Double.NaN, 0, false, 0, Optional.empty());

    /// So that a novelty of 1.5 is a score of 0.9.
    static double score(double novelty) {
        return 1 - Math.pow(10, -2 * novelty / 3);
    }

    /// The novelty of a score.
    static double novelty(double score) {
        return -1.5 * Math.log10(Math.max(Double.MIN_NORMAL, 1 - score));
    }
}
