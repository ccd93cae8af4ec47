package dev.headroom.engine.model.arima;

import java.util.Arrays;
import java.util.TreeSet;

/// The autoregressive and the moving-average polynomial of a seasonal model, multiplied out, from free parameters.
///
/// Input: one free parameter a coefficient, any real number, in the order ar, ma, seasonal ar, seasonal ma. The
/// hyperbolic tangent makes partial autocorrelations of them, and the Durbin-Levinson recursion makes coefficients of
/// a stationary and invertible model. Output: `x[t] = sum ar[j] x[t-j] + e[t] + sum ma[j] e[t-j]`, where most `ar[j]`
/// and `ma[j]` of a seasonal model are 0. One object serves many parameters and allocates nothing.
/// Source: R. H. Jones (1980), Maximum likelihood fitting of ARMA models to time series with missing observations,
/// doi:10.1080/00401706.1980.10486171. Departures: the moving average is transformed as well.
final class ArmaPolynomials {
    // No root may lie within one per cent of the unit circle: such a model cancels or copies a difference.
    private static final double CLEARANCE = 1.01;

    private final ArimaOrder order;
    private final double[][] factors;
    private final double[] spare;
    private final double[] ar;
    private final double[] ma;
    private final int[] arLags;
    private final int[] maLags;

    ArmaPolynomials(ArimaOrder order) {
        this.order = order;
        this.factors = new double[][] {
            new double[order.p()], new double[order.q()], new double[order.seasonalP()], new double[order.seasonalQ()]
        };
        this.spare =
                new double[Arrays.stream(factors).mapToInt(f -> f.length).max().orElse(0)];
        this.ar = new double[order.arReach() + 1];
        this.ma = new double[order.maReach() + 1];
        this.arLags = lags(order.p(), order.seasonalP(), order.seasonLength());
        this.maLags = lags(order.q(), order.seasonalQ(), order.seasonLength());
    }

    private static int[] lags(int plain, int seasonal, int seasonLength) {
        TreeSet<Integer> lags = new TreeSet<>();
        for (int s = 0; s <= seasonal; s++) {
            for (int j = 0; j <= plain; j++) {
                lags.add(s * seasonLength + j);
            }
        }
        lags.remove(0);
        return lags.stream().mapToInt(Integer::intValue).toArray();
    }

    ArimaOrder order() {
        return order;
    }

    /// Autoregressive coefficients by lag; index 0 is 0.
    double[] ar() {
        return ar;
    }

    /// Moving-average coefficients by lag; index 0 is 1.
    double[] ma() {
        return ma;
    }

    /// The lags with an autoregressive coefficient.
    int[] arLags() {
        return arLags;
    }

    int[] maLags() {
        return maLags;
    }

    /// The coefficients of one factor after [#set]: 0 ar, 1 ma, 2 seasonal ar, 3 seasonal ma.
    double[] factor(int index) {
        return factors[index].clone();
    }

    void set(double[] free) {
        int from = 0;
        for (int f = 0; f < factors.length; f++) {
            double[] factor = factors[f];
            stationary(free, from, factor);
            from += factor.length;
            if (f % 2 == 1) {
                for (int j = 0; j < factor.length; j++) {
                    factor[j] = -factor[j];
                }
            }
        }
        multiply(factors[0], factors[2], ar, -1);
        ar[0] = 0;
        multiply(factors[1], factors[3], ma, 1);
        ma[0] = 1;
    }

    private void stationary(double[] free, int from, double[] into) {
        for (int k = 0; k < into.length; k++) {
            double partial = Math.tanh(free[from + k]);
            System.arraycopy(into, 0, spare, 0, k);
            for (int j = 0; j < k; j++) {
                into[j] = spare[j] - partial * spare[k - 1 - j];
            }
            into[k] = partial;
        }
    }

    private void multiply(double[] plain, double[] seasonal, double[] into, double sign) {
        int m = order.seasonLength();
        Arrays.fill(into, 0);
        for (int j = 0; j < plain.length; j++) {
            into[j + 1] += plain[j];
        }
        for (int s = 0; s < seasonal.length; s++) {
            into[(s + 1) * m] += seasonal[s];
            for (int j = 0; j < plain.length; j++) {
                into[(s + 1) * m + j + 1] += sign * seasonal[s] * plain[j];
            }
        }
    }

    /// Whether the roots keep clear of the unit circle. A seasonal moving average may come as close as it likes: it
    /// then stands for a season that does not change, which the exact filter continues well.
    boolean isClear() {
        return clear(factors[0], 1) && clear(factors[1], -1) && clear(factors[2], 1);
    }

    /// A polynomial has no root within a circle when it is stationary after its argument is stretched to that circle.
    private static boolean clear(double[] factor, double sign) {
        double[] stretched = new double[factor.length];
        Arrays.setAll(stretched, j -> sign * factor[j] * Math.pow(CLEARANCE, j + 1.0));
        for (int k = stretched.length; k > 0; k--) {
            double partial = stretched[k - 1];
            if (!(Math.abs(partial) < 1)) {
                return false;
            }
            double[] shorter = new double[k - 1];
            for (int j = 0; j < k - 1; j++) {
                shorter[j] = (stretched[j] + partial * stretched[k - 2 - j]) / (1 - partial * partial);
            }
            stretched = shorter;
        }
        return true;
    }
}
