package dev.headroom.engine.model.regression;

/// A learned function of a row of features. Immutable, without any native handle.
sealed interface Predictor permits TreeSum, RidgeLine, WeightedMean {
    double predict(double[] row);

    /// Adds what each column moves the prediction away from the mean prediction to `shares` and returns that mean; mean
    /// and shares add up to the prediction.
    ///
    /// @param weight by which all of it is multiplied
    double explain(double[] row, double weight, double[] shares);
}
