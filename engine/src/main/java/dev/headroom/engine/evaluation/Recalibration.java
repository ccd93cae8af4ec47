package dev.headroom.engine.evaluation;

import java.util.Arrays;

/// Corrects probabilities that proved too high or too low: `logit(p') = shift + slope × logit(p)`.
///
/// Fitted to predictions and what happened by maximum likelihood, drawn towards no correction as if by
/// [#PRIOR_WEIGHT] cases each, and *needed* only when it proves itself on cases that it was not fitted to: five
/// folds that keep the cases of one group (a server) together, and a gain in the logarithmic score of more than
/// two standard errors over the groups. Otherwise [#fit] returns [#NONE], and probabilities stay what was
/// counted.
///
/// Source: J. Platt (1999), Probabilistic outputs for support vector machines; D. R. Cox (1958), Two further
/// applications of a model for binary regression, doi:10.1093/biomet/45.3-4.562. Departures: probabilities
/// counted as 0 or 1 are taken as [#SMALLEST] and its complement.
///
/// @param shift positive when too little was predicted
/// @param slope below 1 when the predictions were too sure of themselves; positive
public record Recalibration(double shift, double slope) {
    /// Probabilities as they are.
    public static final Recalibration NONE = new Recalibration(0, 1);

    private static final double SMALLEST = 0.001;
    private static final double PRIOR_WEIGHT = 10;
    private static final int FOLDS = 5;
    private static final int LEAST_GROUPS = 10;
    private static final int ITERATIONS = 50;

    public Recalibration {
        if (!Double.isFinite(shift) || !(slope > 0) || Double.isInfinite(slope)) {
            throw new IllegalArgumentException(
                    "shift (" + shift + ") must be finite and slope (" + slope + ") positive and finite.");
        }
    }

    /// @param predicted probabilities, 0 to 1
    /// @param happened the outcome of each case
    /// @param groups which cases belong together, such as the number of the server; 0 and up
    public static Recalibration fit(double[] predicted, boolean[] happened, int[] groups) {
        if (predicted.length != happened.length || predicted.length != groups.length) {
            throw new IllegalArgumentException("predicted (" + predicted.length + "), happened (" + happened.length
                    + ") and groups (" + groups.length + ") must have the same length.");
        }
        int groupCount = Arrays.stream(groups).max().orElse(-1) + 1;
        if (groupCount < LEAST_GROUPS) {
            return NONE;
        }
        double[] gains = new double[groupCount];
        for (int fold = 0; fold < FOLDS; fold++) {
            Recalibration trained = fitWithout(fold, predicted, happened, groups);
            for (int i = 0; i < predicted.length; i++) {
                if (groups[i] % FOLDS == fold) {
                    gains[groups[i]] += logScore(trained.apply(predicted[i]), happened[i])
                            - logScore(NONE.apply(predicted[i]), happened[i]);
                }
            }
        }
        double mean = Arrays.stream(gains).average().orElse(0);
        double variance =
                Arrays.stream(gains).map(gain -> (gain - mean) * (gain - mean)).sum() / (groupCount - 1.0);
        boolean proven = mean > 2 * Math.sqrt(variance / groupCount);
        return proven ? fitWithout(-1, predicted, happened, groups) : NONE;
    }

    /// True when probabilities are changed.
    public boolean corrects() {
        return !equals(NONE);
    }

    /// The corrected probability, 0..1; the same as given when nothing is corrected.
    public double apply(double probability) {
        return corrects() ? 1 / (1 + Math.exp(-(shift + slope * logit(probability)))) : probability;
    }

    /// The probability that becomes `corrected`.
    public double inverse(double corrected) {
        return corrects() ? 1 / (1 + Math.exp(-(logit(corrected) - shift) / slope)) : corrected;
    }

    private static Recalibration fitWithout(int fold, double[] predicted, boolean[] happened, int[] groups) {
        double shift = 0;
        double slope = 1;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            // Newton's step on the penalised likelihood.
            double g0 = -PRIOR_WEIGHT * shift;
            double g1 = -PRIOR_WEIGHT * (slope - 1);
            double h00 = PRIOR_WEIGHT;
            double h01 = 0;
            double h11 = PRIOR_WEIGHT;
            for (int i = 0; i < predicted.length; i++) {
                if (groups[i] % FOLDS != fold) {
                    double x = logit(predicted[i]);
                    double p = 1 / (1 + Math.exp(-(shift + slope * x)));
                    double error = (happened[i] ? 1 : 0) - p;
                    double weight = p * (1 - p);
                    g0 += error;
                    g1 += error * x;
                    h00 += weight;
                    h01 += weight * x;
                    h11 += weight * x * x;
                }
            }
            double determinant = h00 * h11 - h01 * h01;
            double stepShift = (h11 * g0 - h01 * g1) / determinant;
            double stepSlope = (h00 * g1 - h01 * g0) / determinant;
            shift += Math.clamp(stepShift, -1, 1);
            slope = Math.max(0.1, slope + Math.clamp(stepSlope, -0.5, 0.5));
            if (Math.abs(stepShift) < 1e-10 && Math.abs(stepSlope) < 1e-10) {
                break;
            }
        }
        return new Recalibration(shift, slope);
    }

    private static double logScore(double probability, boolean happened) {
        double known = Math.clamp(probability, SMALLEST, 1 - SMALLEST);
        return Math.log(happened ? known : 1 - known);
    }

    private static double logit(double probability) {
        double known = Math.clamp(probability, SMALLEST, 1 - SMALLEST);
        return Math.log(known / (1 - known));
    }
}
