package dev.headroom.engine.model.regression;

import java.util.List;

/// The weighted mean of several predictors.
///
/// @param weights one a member; they sum to 1
record WeightedMean(List<Predictor> members, double[] weights) implements Predictor {
    @Override
    public double predict(double[] row) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * members.get(i).predict(row);
        }
        return sum;
    }

    @Override
    public double explain(double[] row, double weight, double[] shares) {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += members.get(i).explain(row, weight * weights[i], shares);
        }
        return mean;
    }
}
