package dev.headroom.engine.model.ces;

import dev.headroom.engine.numeric.NelderMead;
import java.util.Arrays;

/// One form of complex smoothing with the weights of the smallest squared one-step errors.
///
/// The errors are linear in the first level, which is solved for at every weight.
///
/// @param level the first level, on the scale of the data
/// @param aicc of normal errors, up to a constant that depends on the data alone
/// @param sigma standard deviation of the one-step errors, on the scale of the data
record CesEstimate(CesForm form, CesWeights weights, double level, double aicc, double sigma) {
    private static final double MOST_GROWTH = 0.5;
    private static final double[] STARTS = {0.1, 0.5};
    private static final int EVALUATIONS_A_WEIGHT = 80;
    private static final double TOLERANCE = 1e-8;

    static CesEstimate of(CesForm form, CesData data) {
        int observed = data.observed();
        double reach = MOST_GROWTH / data.scaled().length;
        NelderMead.Objective objective =
                point -> solve(form, data, CesWeights.of(form, data.seasonLength(), point, reach))[1];
        double[] best = {};
        double least = Double.POSITIVE_INFINITY;
        for (double start : STARTS) {
            double[] from = new double[form.weights()];
            double[] edges = new double[from.length];
            Arrays.fill(edges, 0.2);
            for (int i = 0; i < from.length; i++) {
                boolean growth = i % 2 == 1;
                from[i] = growth ? 0 : start;
                edges[i] = growth ? 0.4 : 0.2;
            }
            double[] found = NelderMead.minimise(
                    objective,
                    from,
                    new NelderMead.Search(
                            CesWeights.lower(form),
                            CesWeights.upper(form),
                            edges,
                            EVALUATIONS_A_WEIGHT * from.length,
                            TOLERANCE));
            double value = objective.at(found);
            if (best.length == 0 || value < least) {
                least = value;
                best = found;
            }
        }
        CesWeights weights = CesWeights.of(form, data.seasonLength(), best, reach);
        double[] solved = solve(form, data, weights);
        int k = form.parameterCount(data.seasonLength());
        double aicc = observed - k - 1 > 0
                ? observed * Math.log(solved[1]) + 2.0 * k + 2.0 * k * (k + 1) / (observed - k - 1)
                : Double.POSITIVE_INFINITY;
        return new CesEstimate(form, weights, solved[0], aicc, Math.sqrt(solved[1] / Math.max(1, observed - k)));
    }

    /// A constant continued as such.
    static CesEstimate constant(double level) {
        CesWeights weights = CesWeights.of(CesForm.NONE, 1, new double[] {0.5, 0}, 0);
        return new CesEstimate(CesForm.NONE, weights, level, Double.NEGATIVE_INFINITY, 0);
    }

    /// The states after the first `length` values.
    CesState state(CesData data, int length) {
        CesState state = CesState.start(form, weights, level, form == CesForm.NONE ? new double[1] : data.profile());
        for (int t = 0; t < length; t++) {
            double value = data.scaled()[t];
            state.step(Double.isNaN(value) ? 0 : value - state.mean());
        }
        return state;
    }

    /// The best first level and the sum of squared errors with it.
    private static double[] solve(CesForm form, CesData data, CesWeights weights) {
        if (!weights.isStable()) {
            return new double[] {0, Double.POSITIVE_INFINITY};
        }
        double[] profile = form == CesForm.NONE ? new double[1] : data.profile();
        CesState base = CesState.start(form, weights, 0, profile);
        CesState unit = CesState.start(form, weights, 1, new double[profile.length]);
        double squares = 0;
        double cross = 0;
        double fading = 0;
        for (double value : data.scaled()) {
            boolean missing = Double.isNaN(value);
            double error = missing ? 0 : value - base.mean();
            double effect = missing ? 0 : -unit.mean();
            squares += error * error;
            cross += error * effect;
            fading += effect * effect;
            base.step(error);
            unit.step(effect);
        }
        double level = fading > 0 ? -cross / fading : 0;
        return new double[] {level, Math.max(0, squares + level * cross)};
    }
}
