package dev.headroom.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTableTest {
    private static final Percentage ERROR = Percentage.withPercentage(1e-8);

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.777, 1, 1.5, 2, 2.31, 3})
    void powersAreThoseOfTheMathematicalFunction(double power) {
        PowerTable table = new PowerTable(power);
        SeededStream stream = new SeededStream(7, 0);
        for (int i = 0; i < 20_000; i++) {
            double x = 10 * stream.nextDouble();
            assertThat(table.at(x)).as("%s^%s", x, power).isCloseTo(Math.pow(x, power), ERROR);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1.9, 3})
    void theEndsOfACellMeetTheNextOne(double power) {
        PowerTable table = new PowerTable(power);
        for (double x : new double[] {0.25, 0.5, 1, 1 + 1 / 128.0, 1.5, 2, 3, 4}) {
            assertThat(table.at(x)).isCloseTo(Math.pow(x, power), within(1e-13 * Math.pow(x, power)));
            assertThat(table.at(Math.nextDown(x))).isCloseTo(Math.pow(x, power), ERROR);
        }
    }

    @Test
    void numbersFarFromOneAndNoNumberAreAnswered() {
        PowerTable table = new PowerTable(1.5);

        assertThat(table.at(0)).isZero();
        assertThat(table.at(Double.MIN_VALUE)).isEqualTo(Math.pow(Double.MIN_VALUE, 1.5));
        assertThat(table.at(1e200)).isEqualTo(Math.pow(1e200, 1.5));
        assertThat(table.at(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(table.at(Double.NaN)).isNaN();
    }
}
