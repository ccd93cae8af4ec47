package dev.headroom.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NelderMeadTest {
    private static NelderMead.Search box(double low, double high, double... edge) {
        double[] lower = new double[edge.length];
        double[] upper = new double[edge.length];
        java.util.Arrays.fill(lower, low);
        java.util.Arrays.fill(upper, high);
        return new NelderMead.Search(lower, upper, edge, 2000, 1e-14);
    }

    @Test
    void theValleyOfRosenbrockIsFollowedToItsEnd() {
        double[] best = NelderMead.minimise(
                p -> 100 * Math.pow(p[1] - p[0] * p[0], 2) + Math.pow(1 - p[0], 2),
                new double[] {-1.2, 1},
                box(-5, 5, 0.5, 0.5));

        assertThat(best).containsExactly(new double[] {1, 1}, within(1e-4));
    }

    @Test
    void aMinimumOutsideTheBoxIsFoundOnItsEdge() {
        double[] best = NelderMead.minimise(
                p -> Math.pow(p[0] - 2, 2) + Math.pow(p[1] - 0.5, 2), new double[] {0.2, 0.2}, box(0, 1, 0.1, 0.1));

        assertThat(best).containsExactly(new double[] {1, 0.5}, within(1e-3));
    }

    @Test
    void aVariableWithoutEdgeStaysWhereItIs() {
        double[] best = NelderMead.minimise(p -> p[0] * p[0] + p[1] * p[1], new double[] {3, 3}, box(-5, 5, 0.5, 0));

        assertThat(best[0]).isCloseTo(0, within(1e-3));
        assertThat(best[1]).isEqualTo(3);
    }

    @Test
    void valuesOfNanCountAsBad() {
        double[] best = NelderMead.minimise(
                p -> p[0] < 0 ? Double.NaN : Math.abs(p[0] - 0.1), new double[] {1}, box(-5, 5, -0.5));

        assertThat(best[0]).isCloseTo(0.1, within(1e-3));
    }
}
