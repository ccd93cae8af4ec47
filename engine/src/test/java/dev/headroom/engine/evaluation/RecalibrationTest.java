package dev.headroom.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RecalibrationTest {
    private static final int CASES = 2_000;

    @Test
    void probabilitiesThatHoldAreLeftAlone() {
        int corrected = 0;
        for (int seed = 0; seed < 20; seed++) {
            corrected += fit(seed, 0, 1).corrects() ? 1 : 0;
        }
        assertThat(corrected).as("of 20 invented fleets").isLessThanOrEqualTo(2);
        assertThat(Recalibration.NONE.apply(0.3)).isEqualTo(0.3);
        assertThat(Recalibration.NONE.apply(0)).isZero();
    }

    @Test
    void overconfidenceIsFoundAndUndone() {
        // Told probabilities are twice as extreme, in logits, as what happens.
        Recalibration found = fit(3, 0, 0.5);
        assertThat(found.slope()).isCloseTo(0.5, within(0.06));
        assertThat(found.shift()).isCloseTo(0, within(0.15));
        assertThat(found.apply(0.9)).isCloseTo(0.75, within(0.03));
    }

    @Test
    void aBiasIsFoundAndUndone() {
        Recalibration found = fit(4, 1, 1);
        assertThat(found.shift()).isCloseTo(1, within(0.15));
        assertThat(found.apply(0.5)).isCloseTo(1 / (1 + Math.exp(-1)), within(0.04));
        assertThat(found.inverse(found.apply(0.37))).isCloseTo(0.37, within(1e-12));
    }

    @Test
    void oneServerCannotCarryACorrection() {
        double[] told = new double[500];
        boolean[] happened = new boolean[500];
        int[] servers = new int[500];
        for (int i = 0; i < 500; i++) {
            told[i] = 0.5;
            happened[i] = i >= 475 || i % 2 == 0;
            servers[i] = i / 25;
        }
        assertThat(Recalibration.fit(told, happened, servers)).isEqualTo(Recalibration.NONE);
    }

    @Test
    void tooFewServersAreNotFitted() {
        assertThat(Recalibration.fit(new double[] {0.1, 0.1}, new boolean[] {true, true}, new int[] {0, 1}))
                .isEqualTo(Recalibration.NONE);
        assertThatThrownBy(() -> Recalibration.fit(new double[1], new boolean[2], new int[1]))
                .hasMessageContaining("happened (2)");
    }

    /// What happens has the probability `shift + slope × logit` of what was told.
    private static Recalibration fit(int seed, double shift, double slope) {
        Random random = new Random(seed);
        double[] told = new double[CASES];
        boolean[] happened = new boolean[CASES];
        int[] servers = new int[CASES];
        for (int i = 0; i < CASES; i++) {
            double logit = 2.5 * random.nextGaussian();
            told[i] = 1 / (1 + Math.exp(-logit));
            happened[i] = random.nextDouble() < 1 / (1 + Math.exp(-(shift + slope * logit)));
            servers[i] = i / 20;
        }
        return Recalibration.fit(told, happened, servers);
    }
}
