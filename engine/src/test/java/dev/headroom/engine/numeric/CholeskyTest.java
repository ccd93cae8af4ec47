package dev.headroom.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {
    @Test
    void aSmallSystemIsSolvedAsByHand() {
        double[] right = {8, 7};

        // 4 x + 2 y = 8 and 2 x + 3 y = 7 meet at x = 1.25, y = 1.5.
        assertThat(Cholesky.solve(new double[] {4, 2, 2, 3}, right, 2)).isTrue();
        assertThat(right).containsExactly(new double[] {1.25, 1.5}, within(1e-12));
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsReported() {
        assertThat(Cholesky.solve(new double[] {1, 2, 2, 1}, new double[] {1, 1}, 2))
                .isFalse();
        assertThat(Cholesky.solve(new double[] {Double.NaN}, new double[] {1}, 1))
                .isFalse();
    }
}
