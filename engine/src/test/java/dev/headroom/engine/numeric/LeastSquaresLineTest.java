package dev.headroom.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeastSquaresLineTest {
    @Test
    void theLineThroughThreePointsIsAsByHand() {
        LeastSquaresLine line = LeastSquaresLine.through(new double[] {1, 2, 6, 99}, 3);

        // Mean 3 at t = 1; slope (6 - 1) / 2.
        assertThat(line.slope()).isCloseTo(2.5, within(1e-12));
        assertThat(line.intercept()).isCloseTo(0.5, within(1e-12));
        assertThat(line.at(3)).isCloseTo(8, within(1e-12));
    }

    @Test
    void onePointGivesAFlatLineAndNoneIsRefused() {
        assertThat(LeastSquaresLine.through(new double[] {4}, 1)).isEqualTo(new LeastSquaresLine(4, 0));
        assertThatThrownBy(() -> LeastSquaresLine.through(new double[0], 0)).hasMessageContaining("length (0)");
    }
}
