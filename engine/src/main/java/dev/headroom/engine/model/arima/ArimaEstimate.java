package dev.headroom.engine.model.arima;

import dev.headroom.engine.numeric.Bfgs;
import java.util.Arrays;

/// One order with its most likely parameters.
///
/// @param free the free parameters of [ArmaPolynomials]
/// @param constant mean of the differenced values, 0 without a constant
/// @param statistic minus twice the log-likelihood of the observed values
/// @param aicc infinite where the values are too few or a root comes too close to the unit circle
/// @param sigma standard deviation of the innovations, free of the degrees spent on coefficients
record ArimaEstimate(
        ArimaOrder order, double[] free, double constant, double statistic, double aicc, double sigma, int counted) {
    private static final int ITERATIONS = 100;
    private static final double ROUGH = 1e-7;
    private static final double TOLERANCE = 1e-8;
    // Steps of the filter over all columns: up to here gap values are estimated together with the parameters, beyond
    // that in turns with them.
    private static final long CHEAP = 250_000;
    /// Up to here gap values are estimated at all.
    static final int MOST_GAPS = 200;

    /// The parameters with the least conditional sum of squares and the likelihood that it stands for: quick, and
    /// comparable with other quick estimates only.
    static ArimaEstimate quick(ArimaOrder order, ArimaWindow window) {
        Centred data = Centred.of(order, window);
        ConditionalSquares squares = new ConditionalSquares(order, data.values());
        double[] free = Bfgs.minimise(squares::at, new double[order.terms()], ITERATIONS, ROUGH);
        int counted = window.observed() - order.lost();
        double statistic = counted * squares.at(free);
        ArmaPolynomials arma = new ArmaPolynomials(order);
        arma.set(free);
        double sigma = Math.exp(0.5 * statistic / Math.max(1, counted));
        double aicc = arma.isClear() ? aicc(order, statistic, counted) : Double.POSITIVE_INFINITY;
        return new ArimaEstimate(order, free, data.centre() + squares.constant(), statistic, aicc, sigma, counted);
    }

    /// The parameters with the largest exact likelihood, searched from the least conditional sum of squares.
    static ArimaEstimate exact(ArimaOrder order, ArimaWindow window) {
        double[] start = start(order, window);
        long states = Math.max(order.arReach(), order.maReach() + 1);
        if (window.gaps().length * states * window.filled().length <= CHEAP) {
            ArimaEstimate found = searched(order, window, start, window.gapColumns(Differences.of(order)));
            if (!Double.isInfinite(found.statistic())) {
                return found;
            }
        }
        double[] free = searched(order, window, start, new double[0][]).free();
        if (window.gaps().length > 0 && window.gaps().length <= MOST_GAPS) {
            ArimaWindow better = refilled(order, window, free);
            free = searched(order, better, free, new double[0][]).free();
            ArimaEstimate all = described(order, window, free, window.gapColumns(Differences.of(order)));
            if (!Double.isInfinite(all.statistic())) {
                return all;
            }
        }
        return described(order, window, free, new double[0][]);
    }

    private static double[] start(ArimaOrder order, ArimaWindow window) {
        double[] zeros = new double[order.terms()];
        ConditionalSquares squares =
                new ConditionalSquares(order, Centred.of(order, window).values());
        double[] free = Bfgs.minimise(squares::at, zeros, ITERATIONS, ROUGH);
        ArmaPolynomials arma = new ArmaPolynomials(order);
        arma.set(free);
        return arma.isClear() ? free : zeros;
    }

    private static ArimaWindow refilled(ArimaOrder order, ArimaWindow window, double[] free) {
        ExactLikelihood likelihood = new ExactLikelihood(
                order, Centred.of(order, window).values(), window.gapColumns(Differences.of(order)));
        if (Double.isInfinite(likelihood.at(free))) {
            return window;
        }
        double[] corrections = new double[window.gaps().length];
        Arrays.setAll(corrections, likelihood::correction);
        return window.corrected(corrections);
    }

    private static ArimaEstimate searched(ArimaOrder order, ArimaWindow window, double[] start, double[][] gapColumns) {
        ExactLikelihood likelihood =
                new ExactLikelihood(order, Centred.of(order, window).values(), gapColumns);
        double scale = 0.5 / Math.max(1, likelihood.counted());
        double[] free = Bfgs.minimise(point -> scale * likelihood.at(point), start, ITERATIONS, TOLERANCE);
        return described(order, window, free, gapColumns);
    }

    /// The likelihood and what belongs to it at given parameters.
    private static ArimaEstimate described(ArimaOrder order, ArimaWindow window, double[] free, double[][] gapColumns) {
        Centred data = Centred.of(order, window);
        ExactLikelihood likelihood = new ExactLikelihood(order, data.values(), gapColumns);
        double statistic = likelihood.at(free);
        int counted = window.observed() - order.lost();
        double aicc = likelihood.arma().isClear() ? aicc(order, statistic, counted) : Double.POSITIVE_INFINITY;
        double squares = likelihood.squares() > Double.MIN_NORMAL ? likelihood.squares() : 0;
        double sigma = Math.sqrt(squares / Math.max(1, counted - order.coefficients()));
        return new ArimaEstimate(order, free, data.centre() + likelihood.constant(), statistic, aicc, sigma, counted);
    }

    private static double aicc(ArimaOrder order, double statistic, int counted) {
        double k = order.coefficients() + 1.0;
        double room = counted - k - 1;
        return room > 0 && !Double.isNaN(statistic)
                ? statistic + 2 * k + 2 * k * (k + 1) / room
                : Double.POSITIVE_INFINITY;
    }

    /// Differenced values less their mean, where a constant will take it up again.
    private record Centred(double[] values, double centre) {
        static Centred of(ArimaOrder order, ArimaWindow window) {
            double[] differences = Differences.of(order).of(window.filled());
            if (!order.hasConstant()) {
                return new Centred(differences, 0);
            }
            double mean = Arrays.stream(differences).average().orElse(0);
            return new Centred(
                    Arrays.stream(differences).map(value -> value - mean).toArray(), mean);
        }
    }
}
