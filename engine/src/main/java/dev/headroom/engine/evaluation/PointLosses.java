package dev.headroom.engine.evaluation;

import java.util.function.DoubleBinaryOperator;

/// Means of a loss of actual value and point forecast.
final class PointLosses {
    private PointLosses() {}

    /// The mean over the steps with an actual value where the loss is not NaN; NaN when there is none.
    static double mean(ScoredForecast scored, DoubleBinaryOperator loss) {
        double[] actual = scored.actual();
        double[] point = scored.forecast().point();
        double sum = 0;
        int count = 0;
        for (int k = 0; k < actual.length; k++) {
            double value = Double.isNaN(actual[k]) ? Double.NaN : loss.applyAsDouble(actual[k], point[k]);
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
