package dev.headroom.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RidgeLassoTest {
    /// Of one column, `½ 2 x² − 5 x + 1 |x|` is least at `(5 − 1) / 2`, and a penalty above 5 holds it at zero.
    @Test
    void oneColumnByHand() {
        double[] x = new double[1];
        assertThat(RidgeLasso.solve(new double[] {2}, new double[] {5}, 1, 0, 1, 1, x))
                .isTrue();
        assertThat(x[0]).isCloseTo(2, within(1e-12));
        assertThat(RidgeLasso.solve(new double[] {2}, new double[] {5}, 1, 0, 1, 6, x))
                .isTrue();
        assertThat(x[0]).isZero();
        assertThat(RidgeLasso.solve(new double[] {2}, new double[] {-5}, 1, 0, 1, 1, x))
                .isTrue();
        assertThat(x[0]).isCloseTo(-2, within(1e-12));
    }

    @Test
    void theConditionsOfTheMinimumHold() {
        for (int seed = 0; seed < 200; seed++) {
            SeededStream stream = new SeededStream(seed, 0);
            int size = 1 + seed % 14;
            int from = size / 4;
            int to = Math.max(from, size - size / 5);
            double[] matrix = new double[size * size];
            double[] right = new double[size];
            for (int row = 0; row < size + 3; row++) {
                double[] x = stream(stream, size);
                double value = stream.nextGaussian();
                for (int i = 0; i < size; i++) {
                    right[i] += x[i] * value;
                    for (int j = 0; j < size; j++) {
                        matrix[i * size + j] += x[i] * x[j];
                    }
                }
            }
            for (int i = 0; i < size; i++) {
                matrix[i * size + i] += 1e-3;
            }
            double[] solution = new double[size];
            for (double penalty : new double[] {0, 3, 0.3, 100}) {
                assertThat(RidgeLasso.solve(matrix, right, size, from, to, penalty, solution))
                        .isTrue();
                check(matrix, right, from, to, penalty, solution);
            }
            double[] fresh = new double[size];
            assertThat(RidgeLasso.solve(matrix, right, size, from, to, 100, fresh))
                    .isTrue();
            assertThat(fresh).containsExactly(solution, within(1e-9));
        }
    }

    private static double[] stream(SeededStream stream, int size) {
        double[] x = new double[size];
        double shared = stream.nextGaussian();
        Arrays.setAll(x, i -> stream.nextGaussian() + 2 * shared);
        return x;
    }

    private static void check(double[] matrix, double[] right, int from, int to, double penalty, double[] solution) {
        int size = solution.length;
        for (int i = 0; i < size; i++) {
            double slope = -right[i];
            for (int j = 0; j < size; j++) {
                slope += matrix[i * size + j] * solution[j];
            }
            if (i < from || i >= to) {
                assertThat(slope).isCloseTo(0, within(1e-6));
            } else if (solution[i] == 0) {
                assertThat(Math.abs(slope)).isLessThanOrEqualTo(penalty + 1e-6);
            } else {
                assertThat(slope).isCloseTo(-penalty * Math.signum(solution[i]), within(1e-6));
            }
        }
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefused() {
        assertThat(RidgeLasso.solve(new double[] {1, 0, 2, 1}, new double[] {1, 1}, 2, 2, 2, 1, new double[2]))
                .isFalse();
        assertThat(RidgeLasso.solve(new double[] {Double.NaN}, new double[] {1}, 1, 1, 1, 1, new double[1]))
                .isFalse();
    }
}
