package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.numeric.NormalDistribution;
import dev.headroom.engine.numeric.SeededStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// The combination computed for one series and one horizon: point forecast, error distribution and
/// dependence.
///
/// Input: a series without gaps, 1 value or more. Output: quantiles and sample paths in units of the series.
/// Errors: none. Source: the components' classes name theirs. Departures: the same.
final class CombinationForecast {
    private static final double MOST_SCORE = 4;

    private final Combination combination;
    private final double[] point;
    private final int length;
    private final boolean nonNegative;
    private final ErrorBands bands;
    private final ErrorDependence dependence;
    private final ComponentRunner runner;

    private CombinationForecast(
            Combination combination,
            double[] point,
            double[] series,
            ErrorBands bands,
            ErrorDependence dependence,
            ComponentRunner runner) {
        this.combination = combination;
        this.point = point;
        this.length = series.length;
        this.nonNegative = Arrays.stream(series).allMatch(value -> value >= 0);
        this.bands = bands;
        this.dependence = dependence;
        this.runner = runner;
    }

    static CombinationForecast of(double[] series, long position, Members members, int horizon) {
        FrequencyClass frequency = members.frequency();
        SeasonPlan plan = members.plan();
        List<Component> pool = members.components(horizon);
        ComponentRunner runner = new ComponentRunner(pool, members.pool(), position);
        Window whole = new Window(series, series.length, plan);
        double[][] forecasts = runner.forecast(whole, horizon);
        InnerOrigins origins = InnerOrigins.of(frequency, plan, series.length, horizon);
        double[][][] trials = new double[origins.count()][][];
        for (int j = 0; j < trials.length; j++) {
            trials[j] = runner.forecast(new Window(series, origins.origins()[j], plan), origins.steps());
        }
        ComponentTrial trial = new ComponentTrial(series, origins, trials);
        double[] weights = trial.weights(frequency, pool, members.trust());
        double[] point = ComponentTrial.combine(frequency, forecasts, weights);
        double[][] residuals = trial.residuals(frequency, weights);
        ErrorBands bands = ErrorBands.of(frequency, series, plan.shortLength(), origins, residuals);
        return new CombinationForecast(
                describe(frequency, whole, trial, pool, weights),
                point,
                series,
                bands,
                ErrorDependence.of(frequency, scores(residuals, origins, bands)),
                runner);
    }

    private static double[][] scores(double[][] residuals, InnerOrigins origins, ErrorBands bands) {
        double[][] scores = new double[residuals.length][origins.steps()];
        for (int j = 0; j < scores.length; j++) {
            for (int k = 0; k < scores[j].length; k++) {
                double scale = bands.scale(k + 1, origins.origins()[j] + k);
                double score = scale > 0 ? bands.curve().score(residuals[j][k] / scale) : 0;
                scores[j][k] = Math.clamp(score, -MOST_SCORE, MOST_SCORE);
            }
        }
        return scores;
    }

    private static Combination describe(
            FrequencyClass frequency, Window whole, ComponentTrial trial, List<Component> pool, double[] weights) {
        int origins = trial.origins().count();
        double[] errors = trial.absoluteErrors(pool.size());
        double naive =
                trial.seasonalNaiveError(whole.seasonal() ? whole.seasons().shortLength() : 1);
        List<ComponentShare> shares = new ArrayList<>();
        for (int c = 0; c < weights.length; c++) {
            OptionalDouble error = origins > 0 ? OptionalDouble.of(errors[c]) : OptionalDouble.empty();
            OptionalDouble relative =
                    origins > 0 && naive > 0 ? OptionalDouble.of(errors[c] / naive) : OptionalDouble.empty();
            shares.add(new ComponentShare(pool.get(c), weights[c], error, relative));
        }
        shares.sort(Comparator.comparingDouble(ComponentShare::weight).reversed());
        return new Combination(
                frequency,
                whole.seasons().shortLength(),
                whole.seasons().longLength(),
                whole.seasonal(),
                origins,
                trial.origins().steps(),
                shares);
    }

    Combination combination() {
        return combination;
    }

    ComponentRunner runner() {
        return runner;
    }

    ErrorBands bands() {
        return bands;
    }

    double[] point() {
        return point.clone();
    }

    /// The quantile of one level by step.
    double[] quantile(double level) {
        double score = NormalDistribution.quantile(level);
        double[] values = new double[point.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = valueAt(k, score);
        }
        return values;
    }

    /// Sample paths `result[path][step]`; the quantiles of many paths at a step are those of [#quantile].
    double[][] simulate(int paths, long seed) {
        double[][] drawn = new double[paths][point.length];
        double[] scales = new double[point.length];
        Arrays.setAll(scales, k -> bands.scale(k + 1, length + k));
        QuantileCurve.Sides sides = bands.curve().sides();
        for (int i = 0; i < paths; i++) {
            dependence.draw(new SeededStream(seed, i), drawn[i]);
            for (int k = 0; k < point.length; k++) {
                double value = point[k] + scales[k] * sides.at(drawn[i][k]);
                drawn[i][k] = nonNegative ? Math.max(0, value) : value;
            }
        }
        return drawn;
    }

    private double valueAt(int k, double score) {
        double value = point[k] + bands.scale(k + 1, length + k) * bands.curve().at(score);
        return nonNegative ? Math.max(0, value) : value;
    }
}
