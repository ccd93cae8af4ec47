package dev.headroom.engine.model.arima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The Kalman filter of a stationary ARMA process, run over several columns at once with the same gains.
///
/// Input: columns of equal length without missing values (gaps are columns of their own, see [ExactLikelihood]).
/// Output: standardised innovations by column, the sum of the logarithms of their variances, and by column what the
/// past contributes to each coming value. Innovations of variance 1 are assumed. Errors: `false` when the process is
/// not stationary. Once the gain has settled, each step costs only the coefficients that are not 0.
/// Source: M. Morf, G. S. Sidhu and T. Kailath (1974), Some new algorithms for recursive estimation in constant
/// linear discrete-time systems, doi:10.1109/TAC.1974.1100576, for ARMA J. G. Pearlman (1980),
/// doi:10.1093/biomet/67.1.232: the state covariance changes by a matrix of rank one a step, so that a step costs the
/// length of the state and not its square. Departures: the gain counts as settled when its change is below
/// [#SETTLED] of the innovation variance.
final class ArmaFilter {
    private static final double SETTLED = 1e-10;
    private static final double NEARLY_SETTLED = 1e-6;
    private static final int LONGEST_UNSETTLED = 400;

    private final ArmaCovariance covariance;
    private final int states;
    private final int length;
    private final double[] autoregression;
    private final double[] gain;
    private final double[] change;
    private final double[][] ahead;
    private final double[][] innovations;
    private double variance;
    private double weight;
    private double largestChange;
    private double sumOfLogs;

    /// @param columns how many columns are filtered together
    ArmaFilter(ArimaOrder order, int length, int columns) {
        this.covariance = new ArmaCovariance(order);
        this.states = Math.max(order.arReach(), order.maReach() + 1);
        this.length = length;
        this.autoregression = new double[states];
        this.gain = new double[states];
        this.change = new double[states + 1];
        this.ahead = new double[columns][length + states + 1];
        this.innovations = new double[columns][length];
    }

    /// Innovations of a column over their standard deviation, up to a common scale.
    double[] innovations(int column) {
        return innovations[column];
    }

    double sumOfLogs() {
        return sumOfLogs;
    }

    /// What the values so far contribute to the value `k` steps after the last one (0 is the next), before coming
    /// values act on each other.
    double ahead(int column, int k) {
        return k < states ? ahead[column][length + k] : 0;
    }

    boolean run(ArmaPolynomials arma, double[][] columns) {
        if (!covariance.start(arma, gain)) {
            return false;
        }
        double[] ar = arma.ar();
        Arrays.fill(autoregression, 0);
        System.arraycopy(ar, 1, autoregression, 0, ar.length - 1);
        for (double[] row : ahead) {
            Arrays.fill(row, 0);
        }
        System.arraycopy(gain, 0, change, 0, states);
        change[states] = 0;
        variance = covariance.variance();
        weight = -1 / variance;
        double logs = 0;
        double product = 1;
        int t = 0;
        largestChange = Double.POSITIVE_INFINITY;
        while (t < length && largestChange > SETTLED * variance) {
            if (!(variance > 0.5)) {
                return false;
            }
            double root = 1 / Math.sqrt(variance);
            for (int c = 0; c < columns.length; c++) {
                double value = columns[c][t];
                double[] row = ahead[c];
                double error = value - row[t];
                innovations[c][t] = error * root;
                carry(row, t, row[t], error / variance);
            }
            product *= variance;
            if (product > 1e100) {
                logs += Math.log(product);
                product = 1;
            }
            step();
            t++;
        }
        logs += Math.log(product);
        if (t < length) {
            logs += (length - t) * Math.log(variance);
            for (int c = 0; c < columns.length; c++) {
                settled(arma, columns[c], c, t, 1 / Math.sqrt(variance));
            }
        }
        sumOfLogs = logs;
        return !Double.isNaN(logs);
    }

    private void carry(double[] row, int t, double predicted, double error) {
        if (predicted == 0 && error == 0) {
            return;
        }
        int base = t + 1;
        for (int i = 0; i < states; i++) {
            row[base + i] += autoregression[i] * predicted + gain[i] * error;
        }
    }

    /// Moves gain and change on by one step.
    private void step() {
        double first = change[0];
        double weighted = weight * first;
        double share = first / variance;
        double largest = 0;
        for (int i = 0; i < states; i++) {
            double moved = change[i + 1] + autoregression[i] * first;
            double next = moved - gain[i] * share;
            gain[i] += moved * weighted;
            change[i] = next;
            largest = Math.max(largest, Math.abs(next));
        }
        double nextVariance = variance + weighted * first;
        weight *= variance / nextVariance;
        variance = nextVariance;
        largestChange = -weight * largest * largest;
    }

    /// How the filter would go on after the last value.
    ///
    /// @param deviations of the innovations by step, on the scale of the innovations
    /// @param gains what a unit of the innovation of a step adds to the state that follows, for the steps
    ///     before the gain settles; later ones act through the coefficients alone
    record Coming(double[] deviations, double[][] gains) {}

    Coming coming(int steps) {
        double[] gainBefore = gain.clone();
        double[] changeBefore = change.clone();
        double varianceBefore = variance;
        double weightBefore = weight;
        double[] deviations = new double[steps];
        List<double[]> gains = new ArrayList<>();
        boolean going = true;
        for (int k = 0; k < steps; k++) {
            deviations[k] = Math.sqrt(variance);
            if (going) {
                double scale = 1 / variance;
                gains.add(Arrays.stream(gain).map(value -> value * scale).toArray());
                step();
                going = largestChange > NEARLY_SETTLED * variance && k < LONGEST_UNSETTLED;
            }
        }
        System.arraycopy(gainBefore, 0, gain, 0, states);
        System.arraycopy(changeBefore, 0, change, 0, states + 1);
        variance = varianceBefore;
        weight = weightBefore;
        return new Coming(deviations, gains.toArray(double[][]::new));
    }

    private void settled(ArmaPolynomials arma, double[] column, int c, int from, double root) {
        double[] ar = arma.ar();
        double[] ma = arma.ma();
        int[] arLags = arma.arLags();
        int[] maLags = arma.maLags();
        double[] row = ahead[c];
        for (int t = from; t < length; t++) {
            double value = column[t];
            double error = value - row[t];
            innovations[c][t] = error * root;
            for (int lag : arLags) {
                row[t + lag] += ar[lag] * value;
            }
            for (int lag : maLags) {
                row[t + lag] += ma[lag] * error;
            }
        }
    }
}
