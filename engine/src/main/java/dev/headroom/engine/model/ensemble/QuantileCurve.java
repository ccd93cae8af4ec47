package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.numeric.NormalDistribution;
import dev.headroom.engine.numeric.PowerTable;

/// A distribution of standardised errors: zero at the median, on each side a power of the normal score that
/// goes through its 80 % and its 95 % quantile.
///
/// Input: four quantiles, the lower two not positive, the upper two not negative. Output: the error of a
/// normal score and back. Errors: quantiles out of order are moved apart, never refused. Source: own; a power
/// of about 2 makes the tails those of a Laplace distribution, 1 those of a normal one. Departures: none.
record QuantileCurve(double lower95, double lower80, double upper80, double upper95) {
    private static final double SCORE_80 = NormalDistribution.quantile(0.9);
    private static final double SCORE_95 = NormalDistribution.quantile(0.975);
    private static final double SCORE_RATIO = Math.log(SCORE_95 / SCORE_80);
    private static final double LEAST_POWER = 0.6;
    private static final double MOST_POWER = 3;

    static QuantileCurve symmetric(double q80, double q95) {
        return new QuantileCurve(-q95, -q80, q80, q95);
    }

    /// The standardised error at a normal score.
    double at(double score) {
        return score < 0 ? -side(-score, -lower80, -lower95) : side(score, upper80, upper95);
    }

    /// The same curve for many scores, within 1e-10 of the error.
    Sides sides() {
        return new Sides(
                Math.max(-lower80, 0),
                new PowerTable(power(-lower80, -lower95)),
                Math.max(upper80, 0),
                new PowerTable(power(upper80, upper95)));
    }

    record Sides(double lower, PowerTable lowerPower, double upper, PowerTable upperPower) {
        double at(double score) {
            return score < 0 ? -(lower * lowerPower.at(-score / SCORE_80)) : upper * upperPower.at(score / SCORE_80);
        }
    }

    /// The normal score of a standardised error.
    double score(double error) {
        return error < 0 ? -inverse(-error, -lower80, -lower95) : inverse(error, upper80, upper95);
    }

    private static double side(double score, double q80, double q95) {
        return Math.max(q80, 0) * Math.pow(score / SCORE_80, power(q80, q95));
    }

    private static double inverse(double error, double q80, double q95) {
        return q80 > 0 ? SCORE_80 * Math.pow(error / q80, 1 / power(q80, q95)) : 0;
    }

    private static double power(double q80, double q95) {
        return q80 > 0 ? Math.clamp(Math.log(q95 / q80) / SCORE_RATIO, LEAST_POWER, MOST_POWER) : 1;
    }
}
