package dev.headroom.engine.model.tbats;

import dev.headroom.engine.numeric.Cholesky;
import dev.headroom.engine.numeric.NelderMead;
import java.util.Arrays;

/// One form with weights and first states of high likelihood.
///
/// Given the weights, the one-step errors are linear in the first states, which are solved for by least
/// squares; the weights are searched with the states held, in turns.
///
/// @param statistic minus twice the log-likelihood without its constant, in the scaled unit of the data
/// @param aic the statistic and twice the parameters
/// @param sigma standard deviation of the one-step errors on the transformed scale
record TbatsEstimate(TbatsForm form, double[] weights, double[] states, double statistic, double aic, double sigma) {
    private static final double RIDGE = 1e-9;
    private static final double TOLERANCE = 1e-7;

    /// The best first states for given weights; nothing is searched.
    static TbatsEstimate at(TbatsForm form, double[] weights, TbatsData data) {
        double[] values = data.transformed(form.lambda());
        double[] states = firstStates(form, weights, values);
        return describe(form, weights, states, data, values);
    }

    private static TbatsEstimate describe(
            TbatsForm form, double[] weights, double[] states, TbatsData data, double[] values) {
        double squares = squares(form, weights, states, values);
        int n = data.observed();
        double statistic =
                n * Math.log(squares) - (form.lambda() == 1 ? 0 : 2 * (form.lambda() - 1) * data.sumOfLogs());
        double sigma = Math.sqrt(squares / Math.max(1, n - form.parameterCount()));
        return new TbatsEstimate(form, weights, states, statistic, statistic + 2 * form.parameterCount(), sigma);
    }

    /// Searches the weights and solves for the states, `turns` times.
    ///
    /// @param evaluations the most by weight in each turn
    TbatsEstimate searched(TbatsData data, int turns, int evaluations) {
        double[] values = data.transformed(form.lambda());
        TbatsEstimate best = this;
        for (int turn = 0; turn < turns; turn++) {
            double[] held = best.states;
            double[] found = NelderMead.minimise(
                    point -> squares(form, point, held, values),
                    best.weights,
                    new NelderMead.Search(
                            form.lower(), form.upper(), form.edges(), evaluations * form.weights(), TOLERANCE));
            TbatsEstimate next = describe(form, found, held, data, values);
            TbatsEstimate solved = at(form, found, data);
            next = solved.statistic < next.statistic ? solved : next;
            double gain = best.statistic - next.statistic;
            best = gain > 0 ? next : best;
            if (!(gain > 0.05)) {
                break;
            }
        }
        return best;
    }

    /// The states after the first `length` values.
    TbatsState state(TbatsData data, int length) {
        double[] values = data.transformed(form.lambda());
        TbatsState state = new TbatsState(form, weights).startingAt(states);
        for (int t = 0; t < length; t++) {
            state.step(Double.isNaN(values[t]) ? 0 : values[t] - state.mean());
        }
        return state;
    }

    private static double squares(TbatsForm form, double[] weights, double[] states, double[] values) {
        if (!isCausal(form, weights)) {
            return Double.POSITIVE_INFINITY;
        }
        TbatsState state = new TbatsState(form, weights).startingAt(states);
        double sum = 0;
        for (double value : values) {
            double error = Double.isNaN(value) ? 0 : value - state.mean();
            sum += error * error;
            state.step(error);
        }
        return sum < Double.MAX_VALUE ? sum : Double.POSITIVE_INFINITY;
    }

    /// True when the autoregression fades and the moving average can be inverted; both have two lags at
    /// most.
    private static boolean isCausal(TbatsForm form, double[] weights) {
        int ar = form.weights() - form.ar() - form.ma();
        int ma = form.weights() - form.ma();
        return fades(weights, ar, form.ar(), 1) && fades(weights, ma, form.ma(), -1);
    }

    private static boolean fades(double[] weights, int from, int count, int sign) {
        double limit = 0.99;
        return switch (count) {
            case 0 -> true;
            case 1 -> Math.abs(weights[from]) < limit;
            default -> {
                double first = sign * weights[from];
                double second = sign * weights[from + 1];
                yield Math.abs(second) < limit && second + first < limit && second - first < limit;
            }
        };
    }

    /// Regression of the errors from zero states on the fading influence of each state.
    private static double[] firstStates(TbatsForm form, double[] weights, double[] values) {
        int k = form.states();
        TbatsState base = new TbatsState(form, weights);
        TbatsUnits units = new TbatsUnits(base, k);
        double[] matrix = new double[k * k];
        double[] right = new double[k];
        double[] row = new double[k];
        for (double value : values) {
            boolean missing = Double.isNaN(value);
            double error = missing ? 0 : value - base.mean();
            base.step(error);
            units.means(row);
            if (missing) {
                Arrays.fill(row, 0);
            }
            units.step(row);
            if (!missing) {
                add(row, error, matrix, right);
            }
        }
        double trace = 0;
        for (int i = 0; i < k; i++) {
            trace += matrix[i * k + i];
        }
        for (int i = 0; i < k; i++) {
            matrix[i * k + i] += RIDGE * (trace / k) + Double.MIN_NORMAL;
        }
        return Cholesky.solve(matrix, right, k) ? right : new double[k];
    }

    private static void add(double[] row, double error, double[] matrix, double[] right) {
        int k = row.length;
        for (int i = 0; i < k; i++) {
            double value = row[i];
            right[i] += value * error;
            int at = i * k;
            for (int j = 0; j <= i; j++) {
                matrix[at + j] += value * row[j];
            }
        }
    }
}
