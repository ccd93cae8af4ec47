package dev.headroom.engine.numeric;

/// Solves a small symmetric positive-definite system by its Cholesky factor.
///
/// Input: row-major matrix and right-hand side, both overwritten. Output: the solution in place of the
/// right-hand side. Errors: a matrix that is not positive definite gives `false` and leaves the arrays
/// undefined. Source: any text on numerical linear algebra. Departures: none.
public final class Cholesky {
    private Cholesky() {}

    /// @param matrix `size * size` values, row by row; only the lower triangle is read
    /// @param right `size` values; holds the solution afterwards
    public static boolean solve(double[] matrix, double[] right, int size) {
        for (int j = 0; j < size; j++) {
            for (int i = j; i < size; i++) {
                double sum = matrix[i * size + j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i * size + k] * matrix[j * size + k];
                }
                if (i == j) {
                    if (!(sum > 0)) {
                        return false;
                    }
                    matrix[j * size + j] = Math.sqrt(sum);
                } else {
                    matrix[i * size + j] = sum / matrix[j * size + j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= matrix[i * size + k] * right[k];
            }
            right[i] = sum / matrix[i * size + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double sum = right[i];
            for (int k = i + 1; k < size; k++) {
                sum -= matrix[k * size + i] * right[k];
            }
            right[i] = sum / matrix[i * size + i];
        }
        return true;
    }
}
