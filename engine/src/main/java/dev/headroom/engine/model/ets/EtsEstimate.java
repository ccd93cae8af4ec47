package dev.headroom.engine.model.ets;

import dev.headroom.engine.numeric.NelderMead;

/// One form with its most likely parameters.
///
/// @param statistic minus twice the log-likelihood without its constant, in the unit of the values
/// @param sigma standard deviation of the one-step errors, relative ones for multiplicative errors
record EtsEstimate(
        EtsForm form, int seasonLength, EtsParameters parameters, double statistic, double aicc, double sigma) {
    private static final double TOLERANCE = 1e-8;
    private static final double SMALLEST_GAIN = 1e-3;
    private static final double LEAST_EDGE = 1e-4;
    private static final double MOST_EDGE = 0.3;
    private static final int MOST_RESTARTS = 6;
    private static final int EVALUATIONS_A_DIMENSION = 120;

    /// Maximises the likelihood over smoothing parameters and initial states together.
    ///
    /// @param values scaled to a mean size near 1; NaN = missing
    static EtsEstimate of(EtsForm form, int seasonLength, double[] values) {
        return screened(form, seasonLength, values).searched(values).refined(values);
    }

    /// A cheap estimate: the initial states stay at their first guess.
    static EtsEstimate screened(EtsForm form, int seasonLength, double[] values) {
        EtsLayout layout = new EtsLayout(form, seasonLength);
        return describe(form, seasonLength, values, layout.parameters(smoothing(form, seasonLength, values, layout)));
    }

    /// One search over all parameters and states from this estimate.
    EtsEstimate searched(double[] values) {
        return better(values, 0.1, Math.clamp(sigma, LEAST_EDGE, MOST_EDGE));
    }

    /// Further searches from the best point, with smaller steps to either side, while they help.
    EtsEstimate refined(double[] values) {
        EtsEstimate best = this;
        for (int i = 1; i < MOST_RESTARTS; i++) {
            double edge = Math.clamp(best.sigma, LEAST_EDGE, MOST_EDGE);
            EtsEstimate next = best.better(values, 0.05, i % 2 == 0 ? edge : -edge);
            double gain = best.statistic - next.statistic;
            best = gain > 0 ? next : best;
            if (!(gain > SMALLEST_GAIN)) {
                break;
            }
        }
        return best;
    }

    private EtsEstimate better(double[] values, double smoothingEdge, double stateEdge) {
        EtsLayout layout = new EtsLayout(form, seasonLength);
        double[] found = NelderMead.minimise(
                objective(form, seasonLength, values, layout),
                layout.vector(parameters),
                new NelderMead.Search(
                        layout.lower(),
                        layout.upper(),
                        layout.edges(smoothingEdge, stateEdge),
                        EVALUATIONS_A_DIMENSION * layout.size(),
                        TOLERANCE));
        EtsEstimate next = describe(form, seasonLength, values, layout.parameters(found));
        return next.statistic < statistic ? next : this;
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

    private static NelderMead.Objective objective(EtsForm form, int seasonLength, double[] values, EtsLayout layout) {
        EtsRecursion recursion = new EtsRecursion(form, seasonLength, values);
        double[] none = {};
        double[] states = new double[layout.seasonalStates()];
        return vector -> recursion.run(layout.parameters(vector, states), values.length, none)
                ? recursion.statistic()
                : Double.POSITIVE_INFINITY;
    }
}
