package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.numeric.OrderStatistics;
import java.util.Arrays;
import java.util.List;

/// The components' forecasts at the inner origins beside what came, and the weights that follow from their
/// errors.
///
/// Input: a series without gaps and its inner origins. Output: errors and weights by component. Errors: no
/// origin gives equal weights. Source: weights from past errors after J. M. Bates and C. W. J. Granger
/// (1969), The combination of forecasts, doi:10.1057/jors.1969.103. Departures: the error is the mean of the
/// absolute and the relative one, each against the median component; its power grows with the length of the
/// series, so that short series weigh evenly.
final class ComponentTrial {
    private static final double SOFTENING = 0.02;

    private final double[] series;
    private final InnerOrigins origins;
    private final double[][][] forecasts;

    /// @param forecasts `forecasts[j][c][k]` by origin, component and step
    ComponentTrial(double[] series, InnerOrigins origins, double[][][] forecasts) {
        this.series = series;
        this.origins = origins;
        this.forecasts = forecasts;
    }

    /// The mean absolute error by component; NaN without origins.
    double[] absoluteErrors(int components) {
        double[] errors = new double[components];
        for (int c = 0; c < components; c++) {
            double sum = 0;
            for (int j = 0; j < origins.count(); j++) {
                for (int k = 0; k < origins.steps(); k++) {
                    sum += Math.abs(forecasts[j][c][k] - actual(j, k));
                }
            }
            errors[c] = sum / ((double) origins.count() * origins.steps());
        }
        return errors;
    }

    private double[] relativeErrors(int components) {
        double[] errors = new double[components];
        for (int c = 0; c < components; c++) {
            double sum = 0;
            for (int j = 0; j < origins.count(); j++) {
                for (int k = 0; k < origins.steps(); k++) {
                    double size = Math.abs(forecasts[j][c][k]) + Math.abs(actual(j, k));
                    sum += size > 0 ? 2 * Math.abs(forecasts[j][c][k] - actual(j, k)) / size : 0;
                }
            }
            errors[c] = sum / ((double) origins.count() * origins.steps());
        }
        return errors;
    }

    /// Weights by component, with sum 1.
    ///
    /// @param trust by which the weight of [Component#POOLED] is multiplied
    double[] weights(FrequencyClass frequency, List<Component> pool, double trust) {
        int components = pool.size();
        double[] weights = new double[components];
        Arrays.fill(weights, 1.0 / components);
        if (origins.count() == 0) {
            return weights;
        }
        double[] absolute = againstMedian(absoluteErrors(components));
        double[] relative = againstMedian(relativeErrors(components));
        double n = series.length;
        double power = frequency == FrequencyClass.SUB_DAILY ? 4 * n / (n + 150) : 8 * n / (n + 300);
        double sum = 0;
        for (int c = 0; c < components; c++) {
            weights[c] = Math.pow(0.5 * (absolute[c] + relative[c]), -power);
            weights[c] *= pool.get(c) == Component.POOLED ? trust : 1;
            sum += weights[c];
        }
        for (int c = 0; c < components; c++) {
            weights[c] /= sum;
        }
        return weights;
    }

    private static double[] againstMedian(double[] errors) {
        double median = OrderStatistics.median(errors);
        double[] ratios = new double[errors.length];
        for (int c = 0; c < errors.length; c++) {
            ratios[c] = median > 0
                    ? (errors[c] + SOFTENING * median) / (median + SOFTENING * median)
                    : errors[c] > 0 ? 2 : 1;
        }
        return ratios;
    }

    /// The mean absolute error of the value one season ago at the inner origins; 0 without origins.
    double seasonalNaiveError(int season) {
        double sum = 0;
        for (int origin : origins.origins()) {
            for (int k = 0; k < origins.steps(); k++) {
                int back = Math.max(0, origin - season + k % season);
                sum += Math.abs(series[origin + k] - series[back]);
            }
        }
        return origins.count() == 0 ? 0 : sum / ((double) origins.count() * origins.steps());
    }

    double actual(int origin, int step) {
        return series[origins.origins()[origin] + step];
    }

    InnerOrigins origins() {
        return origins;
    }

    /// What came less the combined forecast, by origin and step.
    double[][] residuals(FrequencyClass frequency, double[] weights) {
        double[][] residuals = new double[origins.count()][];
        for (int j = 0; j < residuals.length; j++) {
            residuals[j] = combine(frequency, forecasts[j], weights);
            for (int k = 0; k < residuals[j].length; k++) {
                residuals[j][k] = actual(j, k) - residuals[j][k];
            }
        }
        return residuals;
    }

    /// The combined forecast: by step the weighted median for sub-daily grids, a weighted trimmed mean for
    /// the rest.
    static double[] combine(FrequencyClass frequency, double[][] forecasts, double[] weights) {
        double[] combined = new double[forecasts[0].length];
        double[] values = new double[weights.length];
        double[] shares = new double[weights.length];
        for (int k = 0; k < combined.length; k++) {
            for (int c = 0; c < values.length; c++) {
                values[c] = forecasts[c][k];
                shares[c] = weights[c];
            }
            OrderStatistics.sortTogether(values, shares);
            combined[k] = frequency == FrequencyClass.SUB_DAILY
                    ? OrderStatistics.weightedMedian(values, shares)
                    : OrderStatistics.weightedTrimmedMean(values, shares, 0.2);
        }
        return combined;
    }
}
