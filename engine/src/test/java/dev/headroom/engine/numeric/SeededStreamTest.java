package dev.headroom.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeededStreamTest {
    @Test
    void aSeedGivesTheSameNumbersAndAnotherSeedOrStreamOthers() {
        assertThat(new SeededStream(1, 0).nextLong()).isEqualTo(new SeededStream(1, 0).nextLong());
        assertThat(new SeededStream(1, 0).nextLong()).isNotEqualTo(new SeededStream(1, 1).nextLong());
        assertThat(new SeededStream(1, 0).nextLong()).isNotEqualTo(new SeededStream(2, 0).nextLong());
    }

    @Test
    void normalNumbersHaveMeanZeroVarianceOneAndNoSerialCorrelation() {
        SeededStream stream = new SeededStream(42, 7);
        int n = 100_000;
        double sum = 0;
        double squares = 0;
        double cross = 0;
        double last = 0;
        for (int i = 0; i < n; i++) {
            double z = stream.nextGaussian();
            sum += z;
            squares += z * z;
            cross += z * last;
            last = z;
        }
        // Four standard errors: 4 / sqrt(n) for mean and correlation, 4 sqrt(2 / n) for the variance.
        assertThat(sum / n).isCloseTo(0, within(0.013));
        assertThat(squares / n).isCloseTo(1, within(0.018));
        assertThat(cross / n).isCloseTo(0, within(0.013));
    }

    @Test
    void firstNumbersOfNeighbouringStreamsAreIndependent() {
        int n = 20_000;
        double sum = 0;
        double cross = 0;
        double last = 0;
        for (int i = 0; i < n; i++) {
            double z = new SeededStream(1, i).nextGaussian();
            sum += z;
            cross += z * last;
            last = z;
        }
        assertThat(sum / n).isCloseTo(0, within(0.029));
        assertThat(cross / n).isCloseTo(0, within(0.029));
    }
}
