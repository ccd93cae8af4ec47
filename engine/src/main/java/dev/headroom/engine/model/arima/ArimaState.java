package dev.headroom.engine.model.arima;

import java.util.Arrays;

/// Where a fitted model stands after the last known value, and what follows from there.
///
/// Input: an estimate and the values known so far, NaN = missing. Output: means, standard deviations and
/// error paths of the coming values. Deviations come from the psi weights, and before the gain of the filter
/// has settled from that gain; they are wider where values before the origin had to be estimated. Errors:
/// none; before the differences are filled, the first known value is taken for the earlier ones. Source: G.
/// E. P. Box and G. M. Jenkins (1976), Time series analysis, chapter 5. Departures: none; parameters are
/// taken as known.
final class ArimaState {
    private final ArimaEstimate estimate;
    private final Differences differences;
    private final ExactLikelihood likelihood;
    private final ArimaWindow window;
    private final double[] corrections;
    private final double[] last;

    private ArimaState(
            ArimaEstimate estimate, Differences differences, ArimaWindow window, ExactLikelihood likelihood, int gaps) {
        this.estimate = estimate;
        this.differences = differences;
        this.likelihood = likelihood;
        this.corrections = new double[gaps];
        Arrays.setAll(corrections, likelihood::correction);
        this.window = gaps > 0 ? window.corrected(corrections) : window;
        double[] filled = this.window.filled();
        this.last = Arrays.copyOfRange(filled, filled.length - differences.lost(), filled.length);
    }

    /// @param length how many of the values are known
    static ArimaState of(ArimaEstimate estimate, double[] values, int length) {
        ArimaOrder order = estimate.order();
        Differences differences = Differences.of(order);
        ArimaWindow window =
                padded(ArimaWindow.of(values, length, order.seasonLength()), values, differences.lost() + 1);
        if (window.gaps().length <= ArimaEstimate.MOST_GAPS) {
            ExactLikelihood likelihood = filtered(estimate, window, window.gapColumns(differences));
            if (!Double.isInfinite(likelihood.at(estimate.free()))) {
                return new ArimaState(estimate, differences, window, likelihood, window.gaps().length);
            }
        }
        ExactLikelihood likelihood = filtered(estimate, window, new double[0][]);
        likelihood.at(estimate.free());
        return new ArimaState(estimate, differences, window, likelihood, 0);
    }

    private static ArimaWindow padded(ArimaWindow window, double[] values, int needed) {
        double[] filled = window.filled();
        int missing = needed - filled.length;
        if (missing <= 0) {
            return window;
        }
        double first = filled.length > 0
                ? filled[0]
                : Arrays.stream(values)
                        .filter(value -> !Double.isNaN(value))
                        .findFirst()
                        .orElse(0);
        double[] longer = new double[needed];
        Arrays.fill(longer, first);
        System.arraycopy(filled, 0, longer, missing, filled.length);
        return new ArimaWindow(longer, new int[0], window.trailing());
    }

    private static ExactLikelihood filtered(ArimaEstimate estimate, ArimaWindow window, double[][] gapColumns) {
        ArimaOrder order = estimate.order();
        double[] rest = Differences.of(order).of(window.filled());
        for (int t = 0; t < rest.length; t++) {
            rest[t] -= estimate.constant();
        }
        ArimaOrder centred =
                order.with(order.p(), order.q(), order.seasonalP(), order.seasonalQ(), ArimaOrder.Constant.ABSENT);
        return new ExactLikelihood(centred, rest, gapColumns);
    }

    /// The expected values of the coming steps.
    double[] mean(int steps) {
        int all = steps + window.trailing();
        double[] coming = coming(0, all);
        for (int c = 0; c < corrections.length; c++) {
            if (corrections[c] != 0) {
                double[] effect = coming(c + 1, all);
                for (int k = 0; k < all; k++) {
                    coming[k] += corrections[c] * effect[k];
                }
            }
        }
        for (int k = 0; k < all; k++) {
            coming[k] += estimate.constant();
        }
        return tail(differences.undone(coming, last), steps);
    }

    /// The standard deviations of the errors of [#mean].
    double[] deviation(int steps) {
        int all = steps + window.trailing();
        ArmaFilter.Coming coming = likelihood.filter().coming(all);
        double[] variance = new double[all];
        double[] unit = new double[all];
        int unsettled = Math.min(all, coming.gains().length);
        for (int first = 0; first < unsettled; first++) {
            unit[first] = 1;
            double[] effect = errors(unit, coming);
            unit[first] = 0;
            for (int k = first; k < all; k++) {
                variance[k] += effect[k] * effect[k];
            }
        }
        if (unsettled < all) {
            unit[unsettled] = 1;
            double[] psi = errors(unit, coming);
            double sum = 0;
            for (int k = unsettled; k < all; k++) {
                sum += psi[k] * psi[k];
                variance[k] += sum;
            }
        }
        for (double[] effect : gapEffects(all)) {
            for (int k = 0; k < all; k++) {
                variance[k] += effect[k] * effect[k];
            }
        }
        return tail(
                Arrays.stream(variance)
                        .map(value -> estimate.sigma() * Math.sqrt(value))
                        .toArray(),
                steps);
    }

    /// How many independent normal numbers a path of errors takes.
    int shocks(int steps) {
        return steps + window.trailing() + corrections.length;
    }

    /// Paths of errors around the mean.
    ///
    /// @param shocks by path as many standard normal numbers as [#shocks] says
    double[][] paths(int steps, double[][] shocks) {
        int all = steps + window.trailing();
        ArmaFilter.Coming coming = likelihood.filter().coming(all);
        double[][] effects = gapEffects(all);
        double[][] paths = new double[shocks.length][];
        for (int i = 0; i < paths.length; i++) {
            double[] path = errors(Arrays.copyOf(shocks[i], all), coming);
            for (int c = 0; c < effects.length; c++) {
                double shock = shocks[i][all + c];
                for (int k = 0; k < all; k++) {
                    path[k] += shock * effects[c][k];
                }
            }
            paths[i] = Arrays.stream(tail(path, steps))
                    .map(value -> value * estimate.sigma())
                    .toArray();
        }
        return paths;
    }

    /// Independent effects of the uncertainty in the gaps on the coming values, per innovation standard deviation.
    private double[][] gapEffects(int all) {
        int gaps = corrections.length;
        double[][] effects = new double[gaps][];
        double[][] factor = likelihood.gapFactor();
        double[] filled = window.filled();
        for (int c = 0; c < gaps; c++) {
            double[] before = new double[differences.lost()];
            int at = window.gaps()[c] - (filled.length - before.length);
            if (at >= 0) {
                before[at] = 1;
            }
            double[] effect = differences.undone(coming(c + 1, all), before);
            for (int j = 0; j < c; j++) {
                for (int k = 0; k < all; k++) {
                    effect[k] -= factor[c][j] * effects[j][k];
                }
            }
            for (int k = 0; k < all; k++) {
                effect[k] /= factor[c][c];
            }
            effects[c] = effect;
        }
        return effects;
    }

    /// What the past of a column lets expect of the coming differences.
    private double[] coming(int column, int steps) {
        ArmaPolynomials arma = likelihood.arma();
        double[] ar = arma.ar();
        double[] coming = new double[steps];
        for (int k = 0; k < steps; k++) {
            double value = likelihood.filter().ahead(column, k);
            for (int lag : arma.arLags()) {
                value += lag > k ? 0 : ar[lag] * coming[k - lag];
            }
            coming[k] = value;
        }
        return coming;
    }

    /// What innovations from the origin on, on the scale of their deviations, add to the coming values.
    private double[] errors(double[] innovations, ArmaFilter.Coming filter) {
        ArmaPolynomials arma = likelihood.arma();
        double[] ar = arma.ar();
        double[] ma = arma.ma();
        int steps = innovations.length;
        double[] ahead = new double[steps];
        double[] sums = new double[steps];
        for (int k = 0; k < steps; k++) {
            double predicted = ahead[k];
            double innovation = filter.deviations()[k] * innovations[k];
            sums[k] = predicted + innovation;
            boolean settled = k >= filter.gains().length;
            for (int lag : arma.arLags()) {
                if (k + lag < steps) {
                    ahead[k + lag] += ar[lag] * (settled ? sums[k] : predicted);
                }
            }
            if (settled) {
                for (int lag : arma.maLags()) {
                    if (k + lag < steps) {
                        ahead[k + lag] += ma[lag] * innovation;
                    }
                }
            } else if (innovation != 0) {
                double[] gain = filter.gains()[k];
                for (int i = 0; i < gain.length && k + 1 + i < steps; i++) {
                    ahead[k + 1 + i] += gain[i] * innovation;
                }
            }
        }
        return differences.undone(sums, new double[differences.lost()]);
    }

    private static double[] tail(double[] values, int steps) {
        return Arrays.copyOfRange(values, values.length - steps, values.length);
    }
}
