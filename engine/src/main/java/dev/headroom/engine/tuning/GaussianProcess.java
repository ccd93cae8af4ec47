package dev.headroom.engine.tuning;

import dev.headroom.engine.numeric.CholeskyFactor;
import dev.headroom.engine.numeric.NormalDistribution;
import java.util.Arrays;

/// A smooth random function through noisy values, which says at every point what to expect and how sure that
/// is.
///
/// Input: points of the unit cube and values of mean 0 and variance about 1. Output: mean and standard
/// deviation at any point. Errors: none. Source: C. E. Rasmussen and C. K. I. Williams (2006), Gaussian
/// processes for machine learning, ISBN 026218253X, with the Matérn kernel of order 5/2. Departures: length
/// scales (one a parameter) and the noise are those of a grid with the greatest marginal likelihood, found
/// one after the other, with a mild prior on long scales.
final class GaussianProcess {
    private static final double[] SCALES = {0.1, 0.2, 0.4, 0.8, 1.6, 4};
    private static final double[] NOISES = {1e-4, 1e-3, 1e-2, 0.1, 0.4};
    private static final int ROUNDS = 2;
    private static final double USUAL_SCALE = 0.6;
    private static final double PRIOR = 0.5;

    private final double[][] points;
    private final int[] owners;
    private final double[] scales;
    private final double noise;
    private final CholeskyFactor factor;
    private final double[] weights;

    private GaussianProcess(double[][] points, double[] values, int[] owners, double[] scales, double noise) {
        this.points = points;
        this.owners = owners;
        this.scales = scales.clone();
        this.noise = noise;
        int n = points.length;
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i * n + j] = kernel(points[i], points[j]) + (i == j ? noise : 0);
            }
        }
        factor = CholeskyFactor.of(matrix, n)
                .orElseThrow(() -> new IllegalStateException("A kernel with noise is positive definite."));
        weights = values.clone();
        factor.solve(weights);
    }

    /// @param owners by coordinate, the parameter whose length scale it shares
    static GaussianProcess fit(double[][] points, double[] values, int[] owners) {
        int parameters = Arrays.stream(owners).max().orElse(0) + 1;
        double[] scales = new double[parameters];
        Arrays.fill(scales, USUAL_SCALE);
        GaussianProcess best = new GaussianProcess(points, values, owners, scales, NOISES[2]);
        double bestScore = best.score(values);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = -1; i < parameters; i++) {
                for (double candidate : i < 0 ? NOISES : SCALES) {
                    double[] tried = best.scales.clone();
                    if (i >= 0) {
                        tried[i] = candidate;
                    }
                    GaussianProcess next =
                            new GaussianProcess(points, values, owners, tried, i < 0 ? candidate : best.noise);
                    double score = next.score(values);
                    if (score > bestScore + 1e-9) {
                        best = next;
                        bestScore = score;
                    }
                }
            }
        }
        return best;
    }

    /// The logarithm of the marginal likelihood and of the prior, up to a constant.
    private double score(double[] values) {
        double fit = 0;
        for (int i = 0; i < values.length; i++) {
            fit += values[i] * weights[i];
        }
        double prior = 0;
        for (double scale : scales) {
            double distance = Math.log(scale / USUAL_SCALE);
            prior += PRIOR * distance * distance;
        }
        return -0.5 * (fit + factor.logDeterminant() + prior);
    }

    private double kernel(double[] a, double[] b) {
        double square = 0;
        for (int d = 0; d < a.length; d++) {
            double distance = (a[d] - b[d]) / scales[owners[d]];
            square += distance * distance;
        }
        double r = Math.sqrt(5 * square);
        return (1 + r + r * r / 3) * Math.exp(-r);
    }

    /// How much smaller than `best` the value at a point may be expected to be, where only smaller values
    /// count.
    double expectedImprovement(double[] point, double best) {
        double[] row = row(point);
        double mean = 0;
        for (int i = 0; i < row.length; i++) {
            mean += row[i] * weights[i];
        }
        factor.forward(row);
        double variance = 1;
        for (double part : row) {
            variance -= part * part;
        }
        double deviation = Math.sqrt(Math.max(variance, 1e-12));
        double z = (best - mean) / deviation;
        double density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
        return deviation * (z * NormalDistribution.cdf(z) + density);
    }

    double mean(double[] point) {
        double[] row = row(point);
        double mean = 0;
        for (int i = 0; i < row.length; i++) {
            mean += row[i] * weights[i];
        }
        return mean;
    }

    private double[] row(double[] point) {
        double[] row = new double[points.length];
        Arrays.setAll(row, i -> kernel(point, points[i]));
        return row;
    }
}
