package dev.headroom.engine.reconcile;

import java.util.Arrays;

/// The errors that the models of all nodes made at the same earlier time points.
///
/// Input: actual minus forecast by node and time point, NaN where missing; time points of one origin hang
/// together. Output: variances (means of squares, errors are not centred), standardised errors with 0 for a
/// missing one and the rest enlarged to keep the variance, and the shrinkage of their correlations.
/// Errors: none. A node with fewer than two errors gets the variance that its number of leaves suggests.
/// Source: J. Schäfer and K. Strimmer (2005), A shrinkage approach to large-scale covariance matrix
/// estimation, doi:10.2202/1544-6115.1175, with the diagonal as target. Departures: the number of time points
/// in the variance of a correlation is the effective one, origins times the square root of the steps.
final class ErrorMatrix {
    private static final int FEWEST = 2;

    private final double[] variances;
    private final double[][] standardised;
    private final int times;
    private final double effective;

    /// @param errors `errors[node][time]`
    /// @param effective how many independent time points they are worth
    ErrorMatrix(Hierarchy hierarchy, double[][] errors, double effective) {
        this.times = errors[0].length;
        this.effective = Math.min(times, effective);
        this.variances = new double[errors.length];
        this.standardised = new double[errors.length][times];
        for (int i = 0; i < errors.length; i++) {
            double squares = 0;
            int known = 0;
            for (double error : errors[i]) {
                if (!Double.isNaN(error)) {
                    squares += error * error;
                    known++;
                }
            }
            variances[i] = known < FEWEST ? Double.NaN : squares / known;
            double size = Math.sqrt(squares / Math.max(1, times));
            for (int t = 0; t < times && size > 0 && known >= FEWEST; t++) {
                standardised[i][t] = Double.isNaN(errors[i][t]) ? 0 : errors[i][t] / size;
            }
        }
        fillUnknown(hierarchy);
    }

    private void fillUnknown(Hierarchy hierarchy) {
        double aLeaf = 0;
        int known = 0;
        for (int i = 0; i < variances.length; i++) {
            if (!Double.isNaN(variances[i])) {
                aLeaf += variances[i] / hierarchy.size(i);
                known++;
            }
        }
        for (int i = 0; i < variances.length; i++) {
            if (Double.isNaN(variances[i])) {
                variances[i] = hierarchy.size(i) * (known == 0 ? 1 : aLeaf / known);
            }
        }
    }

    double[] variances() {
        return variances.clone();
    }

    int times() {
        return times;
    }

    /// Standardised errors times the standard deviation: the square root of the sample covariance times the
    /// time points.
    double[][] scaled() {
        double[][] scaled = new double[standardised.length][];
        for (int i = 0; i < scaled.length; i++) {
            double size = Math.sqrt(variances[i]);
            scaled[i] =
                    Arrays.stream(standardised[i]).map(error -> size * error).toArray();
        }
        return scaled;
    }

    /// How far correlations are drawn to 0: 0 keeps them, 1 leaves none. The sums over all pairs of nodes
    /// come from sums over pairs of time points, so that many nodes cost little.
    double shrinkage() {
        if (times < FEWEST) {
            return 1;
        }
        double ownSquares = 0;
        for (double[] row : standardised) {
            double sum = 0;
            for (double value : row) {
                sum += value * value;
            }
            ownSquares += sum * sum;
        }
        double crossed = 0;
        double fourth = 0;
        for (int t = 0; t < times; t++) {
            for (int u = 0; u < times; u++) {
                double product = 0;
                for (double[] row : standardised) {
                    product += row[t] * row[u];
                }
                crossed += product * product;
                fourth += t == u ? product * product : 0;
            }
            for (double[] row : standardised) {
                fourth -= row[t] * row[t] * row[t] * row[t];
            }
        }
        double pairs = crossed - ownSquares;
        double n = times;
        double variance = (fourth - pairs / n) / (n * (n - 1)) * (n / effective);
        double squares = pairs / (n * n);
        return squares > 0 ? Math.clamp(variance / squares, 0, 1) : 1;
    }
}
