package dev.headroom.engine.model.ets;

import dev.headroom.engine.numeric.NelderMead;
import java.util.Arrays;

/// One form with its most likely parameters.
///
/// @param statistic minus twice the log-likelihood without its constant, in the unit of the values
/// @param sigma standard deviation of the one-step errors, relative ones for multiplicative errors
record EtsEstimate(
        EtsForm form, int seasonLength, EtsParameters parameters, double statistic, double aicc, double sigma) {
    private static final double TOLERANCE = 1e-9;
    private static final double SMALLEST_GAIN = 1e-3;
    private static final int MOST_RESTARTS = 6;
    private static final int EVALUATIONS_A_DIMENSION = 120;

    /// Maximises the likelihood: first the smoothing parameters alone, then together with the initial states, restarted
    /// from the best point while that helps.
    ///
    /// @param values scaled to a mean size near 1; NaN = missing
    static EtsEstimate of(EtsForm form, int seasonLength, double[] values) {
        EtsLayout layout = new EtsLayout(form, seasonLength);
        double[] best = joint(form, seasonLength, values, layout, smoothing(form, seasonLength, values, layout));
        return describe(form, seasonLength, values, layout.parameters(best));
    }

    /// A cheap estimate with the initial states kept at their first guess.
    static EtsEstimate screened(EtsForm form, int seasonLength, double[] values) {
        EtsLayout layout = new EtsLayout(form, seasonLength);
        return describe(form, seasonLength, values, layout.parameters(smoothing(form, seasonLength, values, layout)));
    }

    static EtsEstimate describe(EtsForm form, int seasonLength, double[] values, EtsParameters parameters) {
        EtsRecursion recursion = new EtsRecursion(form, seasonLength, values);
        boolean fits = recursion.run(parameters, values.length, new double[0]);
        double statistic = fits ? recursion.statistic() : Double.POSITIVE_INFINITY;
        int n = recursion.observed();
        int k = form.parameterCount(seasonLength);
        double aicc = n - k - 1 > 0 ? statistic + 2.0 * k + 2.0 * k * (k + 1) / (n - k - 1) : Double.POSITIVE_INFINITY;
        double sigma = Math.sqrt(recursion.sumOfSquares() / Math.max(1, n - k));
        return new EtsEstimate(form, seasonLength, parameters, statistic, aicc, sigma);
    }

    private static double[] smoothing(EtsForm form, int seasonLength, double[] values, EtsLayout layout) {
        EtsStart start = EtsStart.of(form, seasonLength, values);
        NelderMead.Objective objective = objective(form, seasonLength, values, layout);
        double[] best = {};
        double bestValue = Double.POSITIVE_INFINITY;
        double[] edges = layout.edges(0.2, 0);
        for (double[] guess : new double[][] {{0.2, 0.1, 0.05, 0.95}, {0.8, 0.05, 0.3, 0.9}}) {
            double[] first = layout.vector(guess[0], guess[1], guess[2], guess[3], start);
            double[] found = NelderMead.minimise(
                    objective, first, new NelderMead.Search(layout.lower(), layout.upper(), edges, 300, TOLERANCE));
            double value = objective.at(found);
            if (best.length == 0 || value < bestValue) {
                best = found;
                bestValue = value;
            }
        }
        return best;
    }

    private static double[] joint(EtsForm form, int seasonLength, double[] values, EtsLayout layout, double[] first) {
        NelderMead.Objective objective = objective(form, seasonLength, values, layout);
        EtsEstimate rough = describe(form, seasonLength, values, layout.parameters(first));
        double scale = Math.clamp(rough.sigma, 1e-4, 0.3);
        double[] best = first.clone();
        double bestValue = objective.at(best);
        for (int i = 0; i < MOST_RESTARTS; i++) {
            double sign = i % 2 == 0 ? 1 : -1;
            double[] edges = layout.edges(i == 0 ? 0.1 : 0.05, sign * scale);
            double[] found = NelderMead.minimise(
                    objective,
                    best,
                    new NelderMead.Search(
                            layout.lower(), layout.upper(), edges, EVALUATIONS_A_DIMENSION * layout.size(), TOLERANCE));
            double value = objective.at(found);
            double gain = bestValue - value;
            if (gain > 0 || Double.isInfinite(bestValue)) {
                best = found;
                bestValue = value;
            }
            if (i > 0 && !(gain > SMALLEST_GAIN)) {
                break;
            }
        }
        return best;
    }

    private static NelderMead.Objective objective(EtsForm form, int seasonLength, double[] values, EtsLayout layout) {
        EtsRecursion recursion = new EtsRecursion(form, seasonLength, values);
        double[] none = {};
        return vector -> recursion.run(layout.parameters(vector), values.length, none)
                ? recursion.statistic()
                : Double.POSITIVE_INFINITY;
    }

    /// The one-step errors over the values, NaN where missing.
    double[] errors(double[] values) {
        double[] errors = new double[values.length];
        Arrays.fill(errors, Double.NaN);
        new EtsRecursion(form, seasonLength, values).run(parameters, values.length, errors);
        return errors;
    }
}
