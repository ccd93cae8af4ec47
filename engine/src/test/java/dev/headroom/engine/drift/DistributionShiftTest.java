package dev.headroom.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.numeric.SeededStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DistributionShiftTest {
    private static double[] growing(long run, double shift) {
        SeededStream random = new SeededStream(9, run);
        double[] values = new double[240];
        for (int t = 0; t < values.length; t++) {
            values[t] = 40 + 0.1 * t + 5 * (t % 7 == 0 ? 1 : 0) + random.nextGaussian() + (t >= 210 ? shift : 0);
        }
        return values;
    }

    @Test
    void windowsThatDoNotOverlapAreTheWholeDistanceApart() {
        DistributionShift shift = DistributionShift.of(growing(0, 50), 210, 7).orElseThrow();
        assertThat(shift.distance()).isCloseTo(1, within(1e-12));
        assertThat(shift.pValue()).isLessThan(1e-6);
        assertThat(shift.recent()).isEqualTo(30);
        assertThat(shift.reference()).isEqualTo(180);
    }

    @Test
    void growthAndSeasonAreNoShift() {
        int alarms = 0;
        for (int run = 0; run < 500; run++) {
            alarms +=
                    DistributionShift.of(growing(run, 0), 210, 7).orElseThrow().pValue() < 0.05 ? 1 : 0;
        }
        // A little above 5 %, because the line is continued with its error.
        assertThat(alarms / 500.0).isLessThan(0.09);
    }

    @Test
    void aShiftOfTwoDeviationsIsSeen() {
        for (int run = 0; run < 50; run++) {
            assertThat(DistributionShift.of(growing(run, 2), 210, 7)
                            .orElseThrow()
                            .pValue())
                    .isLessThan(0.001);
        }
    }

    @Test
    void tooFewValuesGiveNothingAndMissingOnesDoNotCount() {
        double[] values = growing(1, 0);
        assertThat(DistributionShift.of(values, 227, 7)).isEmpty();
        Arrays.fill(values, 212, 240, Double.NaN);
        assertThat(DistributionShift.of(values, 210, 7)).isEmpty();
        assertThat(DistributionShift.of(values, 10, 7)).isEmpty();
        values = growing(1, 0);
        values[220] = Double.NaN;
        assertThat(DistributionShift.of(values, 210, 7).orElseThrow().recent()).isEqualTo(29);
    }
}
