package dev.headroom.engine.model.arima;

import java.util.Arrays;

/// The exact Gaussian likelihood of an ARMA model for differenced values, with the constant, the values in gaps and the
/// variance of the innovations at their best.
///
/// Input: differenced values with guesses in the gaps, and for each gap value what a unit of it adds to the
/// differences. Output: minus twice the log-likelihood of what was observed. Errors: infinite for models on
/// the edge. Source: A. C. Harvey and G. D. A. Phillips (1979), Maximum likelihood estimation of regression
/// models with autoregressive-moving average disturbances, doi:10.1093/biomet/66.1.49; gaps as regressors,
/// which gives the same likelihood as skipping them in the filter, after V. Gomez, A. Maravall and D. Pena
/// (1999), Missing observations in ARIMA models, doi:10.1016/S0304-4076(98)00012-8. Departures: the series is
/// differenced first, which equals the diffuse start of the undifferenced filter; the determinant of the gaps
/// is taken, that of the constant is not.
final class ExactLikelihood {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final ArmaPolynomials arma;
    private final ArmaFilter filter;
    private final double[][] columns;
    private final int gaps;
    private final int regressors;
    private final int length;
    private final double[] factor;
    private final double[] solution;
    private final double floor;
    private double squares;

    /// @param gapColumns one column a gap value, as long as `values`
    ExactLikelihood(ArimaOrder order, double[] values, double[][] gapColumns) {
        this.arma = new ArmaPolynomials(order);
        this.gaps = gapColumns.length;
        this.regressors = gaps + (order.hasConstant() ? 1 : 0);
        this.length = values.length;
        this.columns = new double[regressors + 1][];
        columns[0] = values;
        System.arraycopy(gapColumns, 0, columns, 1, gaps);
        if (order.hasConstant()) {
            columns[regressors] = new double[length];
            Arrays.fill(columns[regressors], 1);
        }
        this.filter = new ArmaFilter(order, length, columns.length);
        this.factor = new double[regressors * regressors];
        this.solution = new double[regressors];
        this.floor = floor(values);
    }

    /// The least sum of squares that is told apart from 0.
    static double floor(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.max(1e-20 * sum, Double.MIN_NORMAL);
    }

    ArmaPolynomials arma() {
        return arma;
    }

    ArmaFilter filter() {
        return filter;
    }

    /// The sum of squared standardised innovations of the last call.
    double squares() {
        return squares;
    }

    /// How many differences were observed.
    int counted() {
        return length - gaps;
    }

    /// The best constant of the last call, 0 without one.
    double constant() {
        return regressors > gaps ? solution[gaps] : 0;
    }

    /// What has to be added to the guess of a gap value, after the last call.
    double correction(int gap) {
        return -solution[gap];
    }

    /// The Cholesky factor of the information about the gap values, by row; the unit is the innovation variance.
    double[][] gapFactor() {
        double[][] rows = new double[gaps][gaps];
        for (int i = 0; i < gaps; i++) {
            System.arraycopy(factor, i * regressors, rows[i], 0, i + 1);
        }
        return rows;
    }

    /// Minus twice the log-likelihood.
    double at(double[] free) {
        arma.set(free);
        if (counted() < 1 || !filter.run(arma, columns)) {
            return Double.POSITIVE_INFINITY;
        }
        double[] errors = filter.innovations(0);
        double sum = dot(errors, errors);
        double determinant = 0;
        if (regressors > 0) {
            if (!decompose()) {
                return Double.POSITIVE_INFINITY;
            }
            for (int i = 0; i < regressors; i++) {
                double right = dot(filter.innovations(i + 1), errors);
                for (int j = 0; j < i; j++) {
                    right -= factor[i * regressors + j] * solution[j];
                }
                solution[i] = right / factor[i * regressors + i];
                sum -= solution[i] * solution[i];
                determinant += i < gaps ? 2 * Math.log(factor[i * regressors + i]) : 0;
            }
            for (int i = regressors - 1; i >= 0; i--) {
                for (int j = i + 1; j < regressors; j++) {
                    solution[i] -= factor[j * regressors + i] * solution[j];
                }
                solution[i] /= factor[i * regressors + i];
            }
        }
        squares = Math.max(sum, floor);
        int n = counted();
        return n * (LOG_TWO_PI + 1 + Math.log(squares / n)) + filter.sumOfLogs() + determinant;
    }

    private boolean decompose() {
        for (int i = 0; i < regressors; i++) {
            double[] row = filter.innovations(i + 1);
            for (int j = 0; j <= i; j++) {
                double product = dot(row, filter.innovations(j + 1));
                double sum = product;
                for (int k = 0; k < j; k++) {
                    sum -= factor[i * regressors + k] * factor[j * regressors + k];
                }
                if (i == j) {
                    if (!(sum > 1e-10 * product)) {
                        return false;
                    }
                    factor[i * regressors + i] = Math.sqrt(sum);
                } else {
                    factor[i * regressors + j] = sum / factor[j * regressors + j];
                }
            }
        }
        return true;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }
}
