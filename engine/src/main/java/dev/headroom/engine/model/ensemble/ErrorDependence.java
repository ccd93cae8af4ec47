package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.numeric.SeededStream;

/// How the errors of one forecast hang together over the steps: a level error that stays, and an error that
/// fades from step to step. On normal scores the correlation of two steps is `level + (1 - level) *
/// fading^distance`.
///
/// Input: normal scores of the combination's residuals by inner origin and step. Output: the two parameters.
/// Errors: too few residuals leave the expected values. Source: own; a Gaussian copula after A. Sklar (1959).
/// Departures: the estimates are drawn towards expected values, because the origins overlap; the level of
/// sub-daily grids most.
///
/// @param level share of the variance that stays over the whole forecast, in `[0, 0.9]`
/// @param fading correlation of neighbouring steps of the rest, in `[0, 0.98]`
public record ErrorDependence(double level, double fading) {
    private static final double EXPECTED_LEVEL = 0.2;
    private static final double EXPECTED_FADING = 0.6;
    private static final double WEIGHT = 4;
    // Sub-daily trials reach two days, forecasts weeks: what stays over weeks cannot be seen in them.
    private static final double SUB_DAILY_LEVEL = 0.5;
    private static final double SUB_DAILY_WEIGHT = 16;

    /// @param scores normal scores of errors by origin and step
    public static ErrorDependence of(double[][] scores) {
        return of(scores, EXPECTED_LEVEL, WEIGHT);
    }

    static ErrorDependence of(FrequencyClass frequency, double[][] scores) {
        return frequency == FrequencyClass.SUB_DAILY ? of(scores, SUB_DAILY_LEVEL, SUB_DAILY_WEIGHT) : of(scores);
    }

    private static ErrorDependence of(double[][] scores, double expected, double weight) {
        int origins = scores.length;
        int steps = origins == 0 ? 0 : scores[0].length;
        double variance = 0;
        double neighbours = 0;
        double far = 0;
        int neighbourCount = 0;
        int farCount = 0;
        int distance = Math.max(2, steps / 2);
        for (double[] row : scores) {
            for (int k = 0; k < steps; k++) {
                variance += row[k] * row[k] / ((double) origins * steps);
                if (k > 0) {
                    neighbours += row[k] * row[k - 1];
                    neighbourCount++;
                }
                for (int l = k + distance; l < steps; l++) {
                    far += row[k] * row[l];
                    farCount++;
                }
            }
        }
        if (farCount == 0 || !(variance > 0)) {
            return new ErrorDependence(expected, EXPECTED_FADING);
        }
        double ownLevel = Math.clamp(far / farCount / variance, 0, 0.9);
        double level = (origins * ownLevel + weight * expected) / (origins + weight);
        double near = neighbours / neighbourCount / variance;
        double ownFading = Math.clamp((near - level) / (1 - level), 0, 0.98);
        double fading = (origins * ownFading + WEIGHT * EXPECTED_FADING) / (origins + WEIGHT);
        return new ErrorDependence(level, fading);
    }

    /// Fills `scores` with one draw: normal scores that hang together over the steps.
    public void draw(SeededStream stream, double[] scores) {
        double levelPart = Math.sqrt(level);
        double fadingPart = Math.sqrt(1 - level);
        double fresh = Math.sqrt(1 - fading * fading);
        double stays = stream.nextGaussian();
        double state = stream.nextGaussian();
        for (int k = 0; k < scores.length; k++) {
            state = k == 0 ? state : fading * state + fresh * stream.nextGaussian();
            scores[k] = levelPart * stays + fadingPart * state;
        }
    }
}
