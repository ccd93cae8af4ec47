package dev.headroom.engine.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EmpiricalQuantileTest {
    @Test
    void quantilesLieBetweenNeighbouringReadings() {
        double[] ascending = {10, 20, 30, 40};
        assertThat(EmpiricalQuantile.of(ascending, 0)).isEqualTo(10);
        assertThat(EmpiricalQuantile.of(ascending, 0.5)).isEqualTo(25);
        // Position 0.95 × 3 = 2.85.
        assertThat(EmpiricalQuantile.of(ascending, 0.95)).isCloseTo(38.5, within(1e-12));
        assertThat(EmpiricalQuantile.of(ascending, 1)).isEqualTo(40);
    }

    @Test
    void missingReadingsAreLeftOutBeforeSorting() {
        assertThat(EmpiricalQuantile.sorted(new double[] {3, Double.NaN, 1, Double.NaN, 2}))
                .containsExactly(1, 2, 3);
        assertThat(EmpiricalQuantile.of(new double[0], 0.5)).isNaN();
        assertThat(EmpiricalQuantile.of(new double[] {7}, 0.95)).isEqualTo(7);
    }

    @Test
    void quantilesRiseWithTheLevelAndFollowShiftAndScale() {
        Random random = new Random(2);
        double[] ascending = EmpiricalQuantile.sorted(random.doubles(101, -5, 5).toArray());
        double[] moved = ascending.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = 3 * moved[i] + 7;
        }
        double previous = Double.NEGATIVE_INFINITY;
        for (double level = 0; level <= 1; level += 0.013) {
            double quantile = EmpiricalQuantile.of(ascending, level);
            assertThat(quantile).isGreaterThanOrEqualTo(previous);
            // Rounding of one multiplication and two additions.
            assertThat(EmpiricalQuantile.of(moved, level)).isCloseTo(3 * quantile + 7, within(1e-12));
            previous = quantile;
        }
    }

    @Test
    void aLevelOutsideZeroToOneIsRefused() {
        assertThatThrownBy(() -> EmpiricalQuantile.of(new double[] {1}, 95)).hasMessageContaining("level (95.0)");
    }
}
