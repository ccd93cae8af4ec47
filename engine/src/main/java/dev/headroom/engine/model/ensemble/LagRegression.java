package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.numeric.Cholesky;
import java.util.Arrays;

/// A ridge regression of the series on its own earlier values and its seasonal profile, run forward on its
/// forecasts.
///
/// Input: a window side. Output: forecasts on the scale of the side, within the range of the values extended
/// by half on each side. Errors: none; too few rows or a constant give a flat forecast. Source: A. E. Hoerl
/// and R. W. Kennard (1970), Ridge regression, doi:10.1080/00401706.1970.10488634. Departures: regressors are
/// standardised, the penalty is `0.1 sqrt(n)`.
final class LagRegression {
    private LagRegression() {}

    static void forecast(Window.Side side, SeasonPlan seasons, double[] out) {
        double[] y = side.values();
        int n = y.length;
        int[] lags = lags(n, seasons);
        int first = lags[lags.length - 1];
        int rows = n - first;
        int width = lags.length + 1;
        if (rows < 4) {
            Arrays.fill(out, y[n - 1]);
            return;
        }
        double[] series = Arrays.copyOf(y, n + out.length);
        double[][] regressors = regressors(side, lags, first);
        double[] means = new double[width];
        double[] coefficients = coefficients(y, regressors, means, first);
        double mean = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < n; t++) {
            mean += t < first ? 0 : y[t] / rows;
            low = Math.min(low, y[t]);
            high = Math.max(high, y[t]);
        }
        double margin = 0.5 * (high - low);
        for (int k = 0; k < out.length; k++) {
            double value = mean + coefficients[width - 1] * (side.profile().at(n + k) - means[width - 1]);
            for (int j = 0; j < lags.length; j++) {
                value += coefficients[j] * (series[n + k - lags[j]] - means[j]);
            }
            out[k] = Math.max(low - margin, Math.min(high + margin, value));
            series[n + k] = out[k];
        }
    }

    private static int[] lags(int n, SeasonPlan seasons) {
        int[] found = new int[11];
        int count = 0;
        int m = seasons.shortLength();
        int week = seasons.longLength();
        for (int lag = 1; lag <= 3; lag++) {
            found[count++] = lag;
        }
        if (m > 1 && n > 1.5 * m) {
            found[count++] = m;
            found[count++] = m + 1;
        }
        if (m > 1 && n > 2.5 * m) {
            found[count++] = 2 * m;
        }
        if (week > 0 && n > 2.5 * week) {
            found[count++] = week - 1;
            found[count++] = week;
            found[count++] = week + 1;
        }
        if (week > 0 && n > 3.5 * week) {
            found[count++] = 2 * week;
        }
        if (week > 0 && n > 5 * week) {
            found[count++] = 3 * week;
        }
        return Arrays.stream(found, 0, count).sorted().distinct().toArray();
    }

    /// One row of centred values a regressor; the last one is the seasonal profile.
    private static double[][] regressors(Window.Side side, int[] lags, int first) {
        double[] y = side.values();
        int rows = y.length - first;
        double[][] x = new double[lags.length + 1][rows];
        for (int j = 0; j < lags.length; j++) {
            System.arraycopy(y, first - lags[j], x[j], 0, rows);
        }
        for (int i = 0; i < rows; i++) {
            x[lags.length][i] = side.profile().at(first + i);
        }
        return x;
    }

    private static double[] coefficients(double[] y, double[][] x, double[] means, int first) {
        int width = x.length;
        int rows = x[0].length;
        double[] scales = new double[width];
        for (int j = 0; j < width; j++) {
            double[] column = x[j];
            double mean = 0;
            for (int i = 0; i < rows; i++) {
                mean += column[i] / rows;
            }
            double squares = 0;
            for (int i = 0; i < rows; i++) {
                double centred = column[i] - mean;
                column[i] = centred;
                squares += centred * centred;
            }
            means[j] = mean;
            scales[j] = squares > 1e-20 * rows ? Math.sqrt(squares / rows) : 0;
        }
        double[] matrix = new double[width * width];
        double[] right = new double[width];
        double penalty = 0.1 * Math.sqrt(rows);
        for (int j = 0; j < width; j++) {
            double inverse = scales[j] > 0 ? 1 / scales[j] : 0;
            products(x, j, matrix, j * width);
            for (int k = 0; k <= j; k++) {
                double other = scales[k] > 0 ? 1 / scales[k] : 0;
                matrix[j * width + k] *= inverse * other;
            }
            matrix[j * width + j] += penalty;
            right[j] = inverse * product(x[j], y, first);
        }
        if (!Cholesky.solve(matrix, right, width)) {
            return new double[width];
        }
        for (int j = 0; j < width; j++) {
            right[j] = scales[j] > 0 ? right[j] / scales[j] : 0;
        }
        return right;
    }

    /// The products of one column with itself and those before it, four at a time: a sum waits for its last addition,
    /// but not for other sums.
    private static void products(double[][] x, int j, double[] out, int at) {
        double[] column = x[j];
        int k = 0;
        for (; k + 3 <= j; k += 4) {
            double[] a = x[k];
            double[] b = x[k + 1];
            double[] c = x[k + 2];
            double[] d = x[k + 3];
            double sumA = 0;
            double sumB = 0;
            double sumC = 0;
            double sumD = 0;
            for (int i = 0; i < column.length; i++) {
                double value = column[i];
                sumA += value * a[i];
                sumB += value * b[i];
                sumC += value * c[i];
                sumD += value * d[i];
            }
            out[at + k] = sumA;
            out[at + k + 1] = sumB;
            out[at + k + 2] = sumC;
            out[at + k + 3] = sumD;
        }
        for (; k <= j; k++) {
            out[at + k] = product(column, x[k], 0);
        }
    }

    private static double product(double[] a, double[] b, int shift) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i + shift];
        }
        return sum;
    }
}
