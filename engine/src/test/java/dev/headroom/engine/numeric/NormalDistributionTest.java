package dev.headroom.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

class NormalDistributionTest {
    @Test
    void theDistributionFunctionIsThatOfHipparchus() {
        for (double z = -9; z <= 9; z += 0.125) {
            double expected = 0.5 * Erf.erfc(-z / Math.sqrt(2));
            assertThat(NormalDistribution.cdf(z)).isCloseTo(expected, within(1e-13 + 1e-7 * Math.min(expected, 1e-7)));
        }
        assertThat(NormalDistribution.cdf(-40)).isZero();
        assertThat(NormalDistribution.cdf(40)).isEqualTo(1);
    }

    @Test
    void theQuantileInvertsTheDistributionFunctionFarIntoTheTails() {
        for (double z = -8; z <= 5; z += 0.125) {
            double level = 0.5 * Erf.erfc(-z / Math.sqrt(2));
            assertThat(NormalDistribution.quantile(level)).isCloseTo(z, within(1e-9));
        }
        assertThat(NormalDistribution.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
    }

    @Test
    void levelsOutsideTheOpenIntervalAreRefused() {
        for (double level : new double[] {0, 1, -0.1, Double.NaN}) {
            assertThatThrownBy(() -> NormalDistribution.quantile(level)).hasMessageContaining("level (");
        }
    }
}
