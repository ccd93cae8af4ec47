package dev.headroom.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentDistributionTest {
    /// From R: `2 * pt(-t, degrees)`.
    @ParameterizedTest
    @CsvSource({
        "2.5, 1, 0.242237883181687",
        "2.5, 2, 0.129611720221511",
        "1.3, 3, 0.284467508727897",
        "2.776, 4, 0.0500227783199764",
        "0.7, 9, 0.501619039216145",
        "2.1, 30, 0.0442424712623235",
        "3.9, 299, 0.000118834615301196"
    })
    void agreesWithR(double t, int degrees, double expected) {
        assertThat(StudentDistribution.twoSided(t, degrees)).isCloseTo(expected, within(1e-12));
        assertThat(StudentDistribution.twoSided(-t, degrees)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void oneDegreeIsTheCauchyDistributionAndTwoHaveAClosedForm() {
        assertThat(StudentDistribution.twoSided(1, 1)).isCloseTo(0.5, within(1e-15));
        assertThat(StudentDistribution.twoSided(3, 2)).isCloseTo(1 - 3 / Math.sqrt(11), within(1e-15));
    }

    @Test
    void theEdges() {
        assertThat(StudentDistribution.twoSided(0, 7)).isEqualTo(1);
        assertThat(StudentDistribution.twoSided(Double.POSITIVE_INFINITY, 7)).isCloseTo(0, within(1e-15));
        assertThatThrownBy(() -> StudentDistribution.twoSided(1, 0)).hasMessageContaining("degrees (0)");
    }
}
