package dev.headroom.engine.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.numeric.SeededStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeasonalProfileTest {
    private static final double[] DAY = {-3, 1, 2, 0};

    @Test
    void anExactPatternIsRecoveredWhole() {
        double[] values = new double[40];
        Arrays.setAll(values, t -> 10 + DAY[t % 4]);

        SeasonalProfile profile = SeasonalProfile.of(values, 4, 4);

        assertThat(profile.shortPart()).containsExactly(DAY, within(1e-12));
        assertThat(profile.longPart()).containsExactly(0);
        assertThat(profile.at(41)).isCloseTo(1, within(1e-12));
    }

    @Test
    void aWeekOnTopOfADayIsSplitIntoBoth() {
        double[] week = {0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0};
        double[] values = new double[120];
        Arrays.setAll(values, t -> 10 + DAY[t % 4] + week[t % 12]);

        SeasonalProfile profile = SeasonalProfile.of(values, 4, 12);

        double mean = 4.0 / 12;
        for (int t = 0; t < 12; t++) {
            assertThat(profile.at(t)).isCloseTo(DAY[t % 4] + week[t] - mean, within(1e-9));
        }
        assertThat(Arrays.stream(profile.longPart()).sum()).isCloseTo(0, within(1e-9));
    }

    @Test
    void aPatternOfNoiseIsShrunkTowardsZero() {
        SeededStream stream = new SeededStream(9, 0);
        double[] noise = new double[96];
        Arrays.setAll(noise, t -> stream.nextGaussian());
        double[] wave = new double[96];
        Arrays.setAll(wave, t -> noise[t] + 5 * Math.sin(Math.PI * t / 6));

        double noisePower = power(SeasonalProfile.of(noise, 12, 12));
        double wavePower = power(SeasonalProfile.of(wave, 12, 12));

        // Unshrunk, the means of 8 unit normals have power 1/8.
        assertThat(noisePower).isLessThan(0.06);
        assertThat(wavePower).isCloseTo(12.5, within(2.0));
    }

    private static double power(SeasonalProfile profile) {
        return Arrays.stream(profile.shortPart())
                .map(value -> value * value)
                .average()
                .orElseThrow();
    }

    @Test
    void missingValuesArePassedOver() {
        double[] values = new double[40];
        Arrays.setAll(values, t -> 10 + DAY[t % 4]);
        values[17] = Double.NaN;

        double[] found = SeasonalProfile.of(values, 4, 4).shortPart();

        // The averages around the gap lean, so the pattern is recovered nearly, not exactly.
        assertThat(found).containsExactly(DAY, within(0.2));
    }

    @Test
    void lessThanOneSeasonGivesZerosAndAWrongMultipleIsRefused() {
        assertThat(SeasonalProfile.of(new double[] {1, 2, 3}, 12, 12).shortPart())
                .containsOnly(0);
        assertThatThrownBy(() -> SeasonalProfile.of(new double[50], 7, 24)).hasMessageContaining("shortLength (7)");
    }
}
