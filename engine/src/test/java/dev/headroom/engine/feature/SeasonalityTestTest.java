package dev.headroom.engine.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.numeric.SeededStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeasonalityTestTest {
    private static double[] wave(int length, int period) {
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            values[t] = 5 + Math.sin(2 * Math.PI * t / period);
        }
        return values;
    }

    private static double[] pulse(int length, int period) {
        double[] values = new double[length];
        for (int t = 0; t < length; t += period) {
            values[t] = 1;
        }
        return values;
    }

    @Test
    void aDailyPulseIsSeasonalFromThreePeriodsOn() {
        assertThat(SeasonalityTest.isSeasonal(pulse(72, 24), 24)).isTrue();
        assertThat(SeasonalityTest.isSeasonal(pulse(71, 24), 24)).isFalse();
        assertThat(SeasonalityTest.exceedsLimit(pulse(71, 24), 24)).isTrue();
    }

    @Test
    void aSmoothWaveNeedsMorePeriodsBecauseItsNeighbouringLagsCorrelateToo() {
        assertThat(SeasonalityTest.isSeasonal(wave(72, 24), 24)).isFalse();
        assertThat(SeasonalityTest.isSeasonal(wave(240, 24), 24)).isTrue();
    }

    @Test
    void aWaveHasNoSeasonOfAnotherLength() {
        // The autocorrelation a quarter of a period on is 0.
        assertThat(SeasonalityTest.isSeasonal(wave(240, 24), 6)).isFalse();
    }

    @Test
    void noiseIsFoundSeasonalAboutOnceInTen() {
        int found = 0;
        for (int run = 0; run < 400; run++) {
            SeededStream stream = new SeededStream(3, run);
            double[] values = new double[120];
            Arrays.setAll(values, t -> stream.nextGaussian());
            found += SeasonalityTest.isSeasonal(values, 12) ? 1 : 0;
        }
        // The limit leaves 10 %; the estimate at lag 12 of 120 is a little narrower, so fewer pass.
        assertThat(found).isBetween(12, 55);
    }

    @Test
    void constantsEmptySeriesAndTheLengthOneAreNotSeasonal() {
        assertThat(SeasonalityTest.isSeasonal(new double[50], 7)).isFalse();
        assertThat(SeasonalityTest.isSeasonal(new double[0], 7)).isFalse();
        assertThat(SeasonalityTest.isSeasonal(wave(50, 5), 1)).isFalse();
    }
}
