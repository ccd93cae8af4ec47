package dev.headroom.engine.model.arima;

import java.util.Arrays;

/// Autocovariances of a stationary ARMA process with innovations of variance 1, and from them the variance and the
/// gain with which its Kalman filter starts.
///
/// Input: [ArmaPolynomials]. Output: the variance of the process and the first gain, `T P Z'` in the state-space form
/// of Harvey. Errors: `false` for an autoregression on the edge of stationarity.
/// Source: the autocovariances of the autoregressive part by the Levinson-Durbin recursion run backwards and forwards
/// again (J. Durbin 1960, doi:10.2307/1401322); those of the whole by the filter that the moving average is; the state
/// after G. Gardner, A. C. Harvey and G. D. A. Phillips (1980), AS 154, doi:10.2307/2346910. Departures: AS 154
/// solves for the whole state covariance; only its first column is needed here.
final class ArmaCovariance {
    private final int p;
    private final int q;
    private final double[][] predictors;
    private final double[] autoregressive;
    private final double[] products;
    private final double[] whole;
    private final double[] psi;
    private final double[] column;

    ArmaCovariance(ArimaOrder order) {
        this.p = order.arReach();
        this.q = order.maReach();
        this.predictors = new double[p + 1][];
        for (int k = 0; k <= p; k++) {
            predictors[k] = new double[k];
        }
        this.autoregressive = new double[p + q + 1];
        this.products = new double[q + 1];
        this.whole = new double[p + 1];
        this.psi = new double[q + 1];
        this.column = new double[Math.max(p, q + 1) + 1];
    }

    /// The variance of the process after [#start].
    double variance() {
        return whole[0];
    }

    /// Writes the first gain.
    ///
    /// @param gain as long as the state, the longer of the autoregression and the moving average plus one
    boolean start(ArmaPolynomials arma, double[] gain) {
        double[] ar = arma.ar();
        double[] ma = arma.ma();
        if (!ofAutoregression(ar)) {
            return false;
        }
        ofWhole(ma, arma.maLags());
        responses(arma);
        int r = gain.length;
        Arrays.fill(column, 0);
        column[0] = whole[0];
        int[] arLags = arma.arLags();
        int[] maLags = arma.maLags();
        for (int lag : arLags) {
            for (int i = 1; i < lag; i++) {
                column[i] += ar[lag] * whole[lag - i];
            }
        }
        for (int lag : maLags) {
            for (int i = 1; i <= lag; i++) {
                column[i] += ma[lag] * psi[lag - i];
            }
        }
        for (int i = 0; i < r; i++) {
            gain[i] = (i < p ? ar[i + 1] * column[0] : 0) + column[i + 1];
        }
        return true;
    }

    private boolean ofAutoregression(double[] ar) {
        double variance = 1;
        System.arraycopy(ar, 1, predictors[p], 0, p);
        for (int k = p; k > 0; k--) {
            double[] longer = predictors[k];
            double partial = longer[k - 1];
            double room = 1 - partial * partial;
            if (!(room > 0)) {
                return false;
            }
            double[] shorter = predictors[k - 1];
            for (int j = 0; j < k - 1; j++) {
                shorter[j] = (longer[j] + partial * longer[k - 2 - j]) / room;
            }
            variance /= room;
        }
        autoregressive[0] = variance;
        for (int k = 1; k <= p; k++) {
            double[] shorter = predictors[k - 1];
            double partial = predictors[k][k - 1];
            double sum = partial * variance;
            for (int j = 0; j < k - 1; j++) {
                sum += shorter[j] * autoregressive[k - 1 - j];
            }
            autoregressive[k] = sum;
            variance *= 1 - partial * partial;
        }
        for (int k = p + 1; k <= p + q; k++) {
            double sum = 0;
            for (int j = 1; j <= p; j++) {
                sum += ar[j] * autoregressive[k - j];
            }
            autoregressive[k] = sum;
        }
        return Double.isFinite(autoregressive[0]);
    }

    private void ofWhole(double[] ma, int[] maLags) {
        Arrays.fill(products, 0);
        products[0] = 1;
        for (int a : maLags) {
            products[a] += ma[a];
            for (int b : maLags) {
                if (b <= a) {
                    products[a - b] += ma[a] * ma[b];
                }
            }
        }
        for (int k = 0; k <= p; k++) {
            whole[k] = products[0] * autoregressive[k];
        }
        for (int j = 1; j <= q; j++) {
            double product = products[j];
            if (product != 0) {
                for (int k = 0; k <= p; k++) {
                    whole[k] += product * (autoregressive[Math.abs(k - j)] + autoregressive[k + j]);
                }
            }
        }
    }

    private void responses(ArmaPolynomials arma) {
        double[] ar = arma.ar();
        double[] ma = arma.ma();
        for (int j = 0; j <= q; j++) {
            double sum = ma[j];
            for (int lag : arma.arLags()) {
                if (lag > j) {
                    break;
                }
                sum += ar[lag] * psi[j - lag];
            }
            psi[j] = sum;
        }
    }
}
