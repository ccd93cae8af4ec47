package dev.headroom.engine.model.additive;

import dev.headroom.engine.numeric.Cholesky;
import java.util.Arrays;

/// The most probable coefficients of a regression with normal noise, normal priors and, for the changes of slope,
/// Laplace priors.
///
/// Input: rows of a design with their values, the missing ones left out. Output: coefficients and the variance of the
/// noise. Errors: none; a design that does not tell two columns apart splits the effect between them by the priors.
/// Source: the model of S. J. Taylor and B. Letham (2018), Forecasting at scale, doi:10.1080/00031305.2017.1380080; the
/// Laplace prior by repeated ridge fits after D. R. Hunter and R. Li (2005), Variable selection using MM algorithms,
/// doi:10.1214/009053605000000200. Departures: the noise variance is the mean square of the residuals, without a prior.
final class PenalisedFit {
    /// The usual prior scale of the changes of slope.
    static final double CHANGE_SCALE = 0.05;

    private static final double TREND_SCALE = 5;
    private static final int ROUNDS = 20;
    private static final double SMALLEST_CHANGE = 1e-6;
    private static final double SMALLEST_VARIANCE = 1e-12;

    private final int size;
    private final double changeScale;
    private final double[] gram;
    private final double[] cross;
    private double squares;
    private int rows;

    /// @param changeScale the prior scale of the changes of slope
    PenalisedFit(int size, double changeScale) {
        this.size = size;
        this.changeScale = changeScale;
        this.gram = new double[size * size];
        this.cross = new double[size];
    }

    /// Coefficients and noise variance.
    record Solution(double[] coefficients, double variance) {}

    void add(double[] row, double value) {
        for (int i = 0; i < size; i++) {
            double x = row[i];
            if (x != 0) {
                int start = i * size;
                for (int j = 0; j <= i; j++) {
                    gram[start + j] += x * row[j];
                }
                cross[i] += x * value;
            }
        }
        squares += value * value;
        rows++;
    }

    /// @param priors prior scales of the coefficients after the trend
    Solution solve(Trend trend, double[] priors) {
        double[] precision = new double[size];
        Arrays.fill(precision, 0, 2, 1 / (TREND_SCALE * TREND_SCALE));
        for (int i = trend.columns(); i < size; i++) {
            double prior = priors[i - trend.columns()];
            precision[i] = 1 / (prior * prior);
        }
        Arrays.fill(precision, 2, trend.columns(), 1 / (changeScale * changeScale));
        double variance = Math.max(SMALLEST_VARIANCE, squares / rows / 4);
        double[] beta = new double[size];
        double[] matrix = new double[size * size];
        for (int round = 0; round < ROUNDS; round++) {
            System.arraycopy(gram, 0, matrix, 0, gram.length);
            System.arraycopy(cross, 0, beta, 0, size);
            for (int i = 0; i < size; i++) {
                matrix[i * size + i] += variance * precision[i] + 1e-10 * rows;
            }
            if (!Cholesky.solve(matrix, beta, size)) {
                throw new IllegalStateException("The normal equations of size " + size + " have no solution.");
            }
            variance = Math.max(SMALLEST_VARIANCE, residualSquares(beta) / rows);
            for (int j = 2; j < trend.columns(); j++) {
                precision[j] = 1 / (changeScale * Math.max(SMALLEST_CHANGE, Math.abs(beta[j])));
            }
        }
        return new Solution(beta, variance);
    }

    private double residualSquares(double[] beta) {
        double sum = squares;
        for (int i = 0; i < size; i++) {
            sum -= 2 * beta[i] * cross[i];
            for (int j = 0; j < i; j++) {
                sum += 2 * beta[i] * beta[j] * gram[i * size + j];
            }
            sum += beta[i] * beta[i] * gram[i * size + i];
        }
        return Math.max(0, sum);
    }
}
