package dev.headroom.engine.numeric;

import java.util.Optional;

/// The Cholesky factor of a symmetric positive-definite matrix, for many right-hand sides.
///
/// Input: row-major matrix, of which only the lower triangle is read; it is not changed. Output: solutions in
/// place of the right-hand side. Errors: a matrix that is not positive definite gives no factor. Source: any
/// text on numerical linear algebra. Departures: none.
public final class CholeskyFactor {
    private final double[] lower;
    private final int size;

    private CholeskyFactor(double[] lower, int size) {
        this.lower = lower;
        this.size = size;
    }

    public static Optional<CholeskyFactor> of(double[] matrix, int size) {
        double[] lower = matrix.clone();
        for (int i = 0; i < size; i++) {
            int row = i * size;
            for (int j = 0; j <= i; j++) {
                int other = j * size;
                double sum = lower[row + j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[row + k] * lower[other + k];
                }
                if (i != j) {
                    lower[row + j] = sum / lower[other + j];
                } else if (sum > 0) {
                    lower[row + i] = Math.sqrt(sum);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new CholeskyFactor(lower, size));
    }

    /// @param right as many values as the matrix has rows; holds the solution afterwards
    public void solve(double[] right) {
        forward(right);
        for (int i = size - 1; i >= 0; i--) {
            int row = i * size;
            right[i] /= lower[row + i];
            for (int k = 0; k < i; k++) {
                right[k] -= lower[row + k] * right[i];
            }
        }
    }

    /// Solves with the lower factor alone: the squares of the result add up to `right' matrix⁻¹ right`.
    public void forward(double[] right) {
        for (int i = 0; i < size; i++) {
            int row = i * size;
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[row + k] * right[k];
            }
            right[i] = sum / lower[row + i];
        }
    }

    /// The logarithm of the determinant of the matrix.
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += 2 * Math.log(lower[i * size + i]);
        }
        return sum;
    }
}
