package dev.headroom.charts.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void usualSpansGetTheTicksAPersonWouldChoose() {
        assertThat(Ticks.round(0, 100)).containsExactly(0, 20, 40, 60, 80, 100);
        assertThat(Ticks.round(58, 96)).containsExactly(50, 60, 70, 80, 90, 100);
        assertThat(Ticks.round(2_300, 3_950)).containsExactly(2_000, 2_500, 3_000, 3_500, 4_000);
        assertThat(Ticks.round(0, 0.9)).containsExactly(0, 0.2, 0.4, 0.6000000000000001, 0.8, 1);
    }

    @Test
    void anySpanGetsFourToSixTicksThatCoverIt() {
        Random random = new Random(3);
        for (int trial = 0; trial < 5_000; trial++) {
            double scale = Math.pow(10, random.nextInt(13) - 6);
            double a = random.nextGaussian() * scale;
            double b = a + (random.nextDouble() + 1e-3) * scale;
            double[] ticks = Ticks.round(a, b);

            assertThat(ticks.length).as("%s to %s", a, b).isBetween(4, 6);
            assertThat(ticks[0]).isLessThanOrEqualTo(a + 1e-6 * scale);
            assertThat(ticks[ticks.length - 1]).isGreaterThanOrEqualTo(b - 1e-6 * scale);
        }
    }

    @Test
    void aConstantGetsAnAxisAroundIt() {
        double[] ticks = Ticks.round(42, 42);

        assertThat(ticks[0]).isLessThan(42);
        assertThat(ticks[ticks.length - 1]).isGreaterThan(42);
    }

    @Test
    void aSpanOfNothingIsRefused() {
        assertThatThrownBy(() -> Ticks.roundStep(0, 5)).hasMessageContaining("span (0.0)");
    }
}
