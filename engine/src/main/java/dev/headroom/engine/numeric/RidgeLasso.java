package dev.headroom.engine.numeric;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Minimises `½ xᵀAx − bᵀx + p Σ|xⱼ|`, the sum over a run of columns: the most probable coefficients under
/// Laplace priors for these columns and normal priors, already added to the diagonal of `A`, for all.
///
/// Input: a symmetric positive-definite matrix and a right-hand side. Output: the exact minimum; coefficients
/// that the penalty holds at zero are exactly 0. The other columns are eliminated first; the rest ends when
/// the conditions of Karush, Kuhn and Tucker hold to 1e-9 of the largest right-hand side, after finitely many
/// steps, because each lowers the target. Errors: a matrix that is not positive definite gives `false`.
/// Source: H. Lee, A. Battle, R. Raina and A. Y. Ng (2007), Efficient sparse coding algorithms, NIPS 19,
/// algorithm 1 (feature-sign search). Departures: starts from the signs of a given solution; it starts from
/// zero where these do not lead to one.
public final class RidgeLasso {
    private static final double TOLERANCE = 1e-9;

    private RidgeLasso() {}

    /// @param matrix `size * size` values, row by row; only the lower triangle is read; kept
    /// @param right `size` values; kept
    /// @param from the first column with an absolute penalty
    /// @param to the column after the last one
    /// @param penalty 0 or more
    /// @param solution `size` values that say where to begin, such as the minimum under another penalty; holds the
    ///     minimum afterwards
    public static boolean solve(
            double[] matrix, double[] right, int size, int from, int to, double penalty, double[] solution) {
        int[] order = new int[size];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i < from || i >= to) {
                order[kept++] = i;
            }
        }
        for (int i = from; i < to; i++) {
            order[kept + i - from] = i;
        }
        double[] factor = permuted(matrix, order);
        double[] rest = new double[size];
        for (int i = 0; i < size; i++) {
            rest[i] = right[order[i]];
        }
        if (!eliminate(factor, rest, size, kept)) {
            return false;
        }
        double[] sparse = Arrays.copyOfRange(solution, from, to);
        if (to > from && !new Search(factor, rest, size, kept, penalty).run(sparse)) {
            return false;
        }
        for (int i = kept; i < size; i++) {
            solution[order[i]] = sparse[i - kept];
        }
        for (int i = kept - 1; i >= 0; i--) {
            double sum = rest[i];
            for (int k = i + 1; k < size; k++) {
                sum -= factor[k * size + i] * solution[order[k]];
            }
            solution[order[i]] = sum / factor[i * size + i];
        }
        return true;
    }

    private static double[] permuted(double[] matrix, int[] order) {
        int size = order.length;
        double[] result = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                int row = Math.max(order[i], order[j]);
                int column = Math.min(order[i], order[j]);
                result[i * size + j] = matrix[row * size + column];
            }
        }
        return result;
    }

    /// Cholesky's first `kept` columns; what stands below and right of them becomes their Schur complement.
    private static boolean eliminate(double[] a, double[] b, int size, int kept) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i * size + j];
                for (int k = 0; k < Math.min(j, kept); k++) {
                    sum -= a[i * size + k] * a[j * size + k];
                }
                if (j >= kept) {
                    a[i * size + j] = sum;
                } else if (i == j) {
                    if (!(sum > 0)) {
                        return false;
                    }
                    a[i * size + i] = Math.sqrt(sum);
                } else {
                    a[i * size + j] = sum / a[j * size + j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < Math.min(i, kept); k++) {
                b[i] -= a[i * size + k] * b[k];
            }
            if (i < kept) {
                b[i] /= a[i * size + i];
            }
        }
        return true;
    }

    /// The search over the columns with an absolute penalty.
    private static final class Search {
        private final double[] a;
        private final double[] b;
        private final int count;
        private final double penalty;
        private final double slack;
        private final int[] sign;

        Search(double[] factor, double[] rest, int size, int kept, double penalty) {
            this.count = size - kept;
            this.penalty = penalty;
            this.a = new double[count * count];
            this.b = Arrays.copyOfRange(rest, kept, size);
            this.sign = new int[count];
            for (int i = 0; i < count; i++) {
                for (int j = 0; j <= i; j++) {
                    a[i * count + j] = factor[(kept + i) * size + kept + j];
                    a[j * count + i] = a[i * count + j];
                }
            }
            double largest = Arrays.stream(b).map(Math::abs).max().orElse(0);
            this.slack = TOLERANCE * Math.max(largest, penalty);
        }

        boolean run(double[] x) {
            if (!settledFrom(x)) {
                Arrays.fill(x, 0);
                Arrays.fill(sign, 0);
            }
            // Each outer step lowers the target by a different set of signs; the bound only guards against rounding.
            for (int step = 0; step < 20 * count + 20; step++) {
                int next = strongestIdle(x);
                if (next < 0) {
                    return true;
                }
                sign[next] = slope(x, next) < 0 ? 1 : -1;
                for (int inner = 0; inner < 20 * count + 20; inner++) {
                    double[] target = solved();
                    if (target.length == 0) {
                        return false;
                    }
                    if (moved(x, target)) {
                        break;
                    }
                }
            }
            return true;
        }

        /// Solves under the signs of the start; false when that fails, which then starts from zero.
        private boolean settledFrom(double[] x) {
            for (int j = 0; j < count; j++) {
                sign[j] = (int) Math.signum(x[j]);
            }
            for (int inner = 0; inner < 20 * count + 20; inner++) {
                double[] target = solved();
                if (target.length == 0) {
                    return false;
                }
                if (moved(x, target)) {
                    return true;
                }
            }
            return false;
        }

        /// The idle column whose slope is steepest beyond the penalty, or -1.
        private int strongestIdle(double[] x) {
            int best = -1;
            double most = penalty + slack;
            for (int j = 0; j < count; j++) {
                double steep = sign[j] == 0 ? Math.abs(slope(x, j)) : 0;
                if (steep > most) {
                    most = steep;
                    best = j;
                }
            }
            return best;
        }

        private double slope(double[] x, int j) {
            double slope = -b[j];
            for (int k = 0; k < count; k++) {
                slope += a[j * count + k] * x[k];
            }
            return slope;
        }

        /// The minimum under the present signs; empty when the columns cannot be told apart.
        private double[] solved() {
            int[] active = IntStream.range(0, count).filter(j -> sign[j] != 0).toArray();
            int size = active.length;
            double[] matrix = new double[size * size];
            double[] right = new double[size];
            for (int i = 0; i < size; i++) {
                right[i] = b[active[i]] - penalty * sign[active[i]];
                for (int j = 0; j <= i; j++) {
                    matrix[i * size + j] = a[active[i] * count + active[j]];
                }
            }
            if (!Cholesky.solve(matrix, right, size)) {
                return new double[0];
            }
            double[] target = new double[count];
            for (int i = 0; i < size; i++) {
                target[active[i]] = right[i];
            }
            return target;
        }

        /// Goes to the target, or to the best point on the way where a sign changes; true when the target was reached.
        private boolean moved(double[] x, double[] target) {
            double[] best = target;
            double least = value(target);
            int crossing = -1;
            for (int j = 0; j < count; j++) {
                boolean crosses = sign[j] != 0 && x[j] * target[j] < 0;
                boolean wrong = sign[j] != 0 && x[j] == 0 && target[j] * sign[j] < 0;
                if (wrong) {
                    sign[j] = 0;
                    return false;
                }
                if (crosses) {
                    double[] between = between(x, target, x[j] / (x[j] - target[j]), j);
                    double value = value(between);
                    if (value <= least) {
                        least = value;
                        best = between;
                        crossing = j;
                    }
                }
            }
            System.arraycopy(best, 0, x, 0, count);
            boolean consistent = true;
            for (int j = 0; j < count; j++) {
                int now = (int) Math.signum(x[j]);
                consistent &= now == sign[j];
                sign[j] = now;
            }
            return crossing < 0 && consistent;
        }

        private double[] between(double[] x, double[] target, double share, int zero) {
            double[] point = new double[count];
            for (int k = 0; k < count; k++) {
                point[k] = x[k] + share * (target[k] - x[k]);
            }
            point[zero] = 0;
            return point;
        }

        private double value(double[] x) {
            double value = 0;
            for (int j = 0; j < count; j++) {
                if (x[j] != 0) {
                    value += penalty * Math.abs(x[j]) - b[j] * x[j];
                    for (int k = 0; k < count; k++) {
                        value += 0.5 * x[j] * a[j * count + k] * x[k];
                    }
                }
            }
            return value;
        }
    }
}
