package dev.headroom.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.numeric.NormalDistribution;
import dev.headroom.engine.numeric.SeededStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandCoverageTest {
    private static ErrorPromise promise(double coverage, double persistence) {
        return new ErrorPromise(new double[] {1}, 0, coverage, persistence, 10);
    }

    @Test
    void binomialTailsAreExact() {
        // The sums of the binomial terms in exact fractions.
        assertThat(BandCoverage.atMost(3, 10, 0.8)).isCloseTo(0.0008643584, within(1e-12));
        assertThat(BandCoverage.atMost(10, 20, 0.8)).isCloseTo(0.002594827400674, within(1e-11));
        assertThat(BandCoverage.atMost(10, 10, 0.8)).isCloseTo(1, within(1e-12));
    }

    @Test
    void alternatingValuesCountInFullAndFewerInsideIsLessLikely() {
        boolean[] half = new boolean[20];
        for (int i = 0; i < half.length; i += 2) {
            half[i] = true;
        }
        BandCoverage test = BandCoverage.of(half, promise(0.85, 0));
        assertThat(test.effective()).isEqualTo(20);
        assertThat(test.promised()).isEqualTo(0.8);
        assertThat(test.pValue()).isCloseTo(0.002594827400674, within(1e-11));
    }

    @Test
    void valuesThatHangTogetherCountLess() {
        boolean[] half = new boolean[20];
        Arrays.fill(half, 0, 10, true);
        BandCoverage test = BandCoverage.of(half, promise(0.8, 0));
        assertThat(test.effective()).isLessThan(3);
        assertThat(test.pValue()).isGreaterThan(0.05);
    }

    @Test
    void aBandThatIsTooWideIsNoAlarm() {
        boolean[] all = new boolean[30];
        Arrays.fill(all, true);
        assertThat(BandCoverage.of(all, promise(0.8, 0)).pValue()).isCloseTo(1, within(1e-12));
    }

    /// Indicators cut from an autoregression; the promise knows how they hang together.
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.8})
    void falseAlarmsAreNotMoreThanTheLevelSays(double persistence) {
        double border = NormalDistribution.quantile(0.9);
        double hitPersistence = hitPersistence(persistence, border);
        int alarms = 0;
        int runs = 2_000;
        for (int run = 0; run < runs; run++) {
            double[] errors = CusumTest.autoregression(new SeededStream(11, run), persistence, value -> value);
            boolean[] inside = new boolean[errors.length];
            for (int i = 0; i < inside.length; i++) {
                inside[i] = Math.abs(errors[i]) <= border;
            }
            alarms += BandCoverage.of(inside, promise(0.8, hitPersistence)).pValue() < 0.05 ? 1 : 0;
        }
        // Above the level only by what whole numbers and the rough number of independent days cost.
        assertThat(alarms / (double) runs).isLessThan(0.07);
    }

    private static double hitPersistence(double persistence, double border) {
        double product = 0;
        double square = 0;
        for (int run = 0; run < 2_000; run++) {
            double[] errors = CusumTest.autoregression(new SeededStream(12, run), persistence, value -> value);
            for (int t = 0; t < errors.length; t++) {
                double hit = (Math.abs(errors[t]) <= border ? 1 : 0) - 0.8;
                square += hit * hit;
                product += t > 0 ? hit * ((Math.abs(errors[t - 1]) <= border ? 1 : 0) - 0.8) : 0;
            }
        }
        return Math.max(0, product / square);
    }
}
