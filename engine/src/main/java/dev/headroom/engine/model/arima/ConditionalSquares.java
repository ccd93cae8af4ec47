package dev.headroom.engine.model.arima;

import java.util.Arrays;

/// The conditional sum of squares of an ARMA model: the recursion for the errors from zeros, counted after the longest
/// autoregressive lag.
///
/// Input: differenced values without gaps. Output: the logarithm of the mean square with the best constant,
/// the quick stand-in for the likelihood. Errors: infinite where no error is left. Source: G. E. P. Box and
/// G. M. Jenkins (1976), Time series analysis, section 7.1; in the form of R's `arima(method = "CSS")`.
/// Departures: the constant is solved for and not searched for.
final class ConditionalSquares {
    private final ArmaPolynomials arma;
    private final double[] values;
    private final double[] errors;
    private final double[] unit;
    private final double floor;
    private double constant;

    ConditionalSquares(ArimaOrder order, double[] values) {
        this.arma = new ArmaPolynomials(order);
        this.values = values;
        this.errors = new double[values.length];
        this.unit = new double[order.hasConstant() ? values.length : 0];
        this.floor = ExactLikelihood.floor(values);
    }

    double constant() {
        return constant;
    }

    /// The logarithm of the mean square; the same up to a factor as minus the likelihood by value.
    double at(double[] free) {
        arma.set(free);
        int from = arma.order().arReach();
        int counted = values.length - from;
        if (counted < 1) {
            return Double.POSITIVE_INFINITY;
        }
        double squares = filter(from);
        if (unit.length > 0) {
            squares -= withoutConstant(from);
        }
        return Math.log(Math.max(squares, floor) / counted);
    }

    private double filter(int from) {
        double[] ar = arma.ar();
        double[] ma = arma.ma();
        int[] arLags = arma.arLags();
        int[] maLags = arma.maLags();
        double squares = 0;
        Arrays.fill(errors, 0, from, 0);
        for (int t = from; t < values.length; t++) {
            double error = values[t];
            for (int lag : arLags) {
                error -= ar[lag] * values[t - lag];
            }
            for (int lag : maLags) {
                if (lag > t - from) {
                    break;
                }
                error -= ma[lag] * errors[t - lag];
            }
            errors[t] = error;
            squares += error * error;
        }
        return squares;
    }

    /// What the best constant takes off the sum of squares.
    private double withoutConstant(int from) {
        double[] ma = arma.ma();
        double level = 1;
        for (int lag : arma.arLags()) {
            level -= arma.ar()[lag];
        }
        int[] maLags = arma.maLags();
        double cross = 0;
        double squares = 0;
        for (int t = from; t < values.length; t++) {
            double response = level;
            for (int lag : maLags) {
                if (lag > t - from) {
                    break;
                }
                response -= ma[lag] * unit[t - lag];
            }
            unit[t] = response;
            cross += response * errors[t];
            squares += response * response;
        }
        constant = squares > 0 ? cross / squares : 0;
        return constant * cross;
    }
}
