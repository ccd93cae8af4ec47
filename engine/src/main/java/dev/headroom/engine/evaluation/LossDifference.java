package dev.headroom.engine.evaluation;

/// What a test says about the difference in loss of two models.
///
/// @param mean the mean difference; positive when the first model loses more
/// @param pValue the probability of a mean at least this far from 0 if the models were equally good, in (0, 1]
public record LossDifference(double mean, double pValue) {
    public LossDifference {
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("pValue (" + pValue + ") must lie between 0 and 1.");
        }
    }
}
