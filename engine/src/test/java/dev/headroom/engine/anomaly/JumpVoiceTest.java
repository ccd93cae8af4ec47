package dev.headroom.engine.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class JumpVoiceTest {
    /// Sizes whose exceedance probabilities are 1/2, 1/10 and 1/50 at 0, ln 5 and 2 ln 5 fall off exponentially.
    @Test
    void anExponentialTailIsContinued() {
        RankedWindow sizes = new RankedWindow(10_001);
        for (int i = 0; i <= 10_000; i++) {
            sizes.add(-Math.log(1 - (i + 0.5) / 10_001));
        }
        for (double probability : new double[] {1e-2, 1e-4, 1e-8}) {
            assertThat(PickandsTail.surprise(sizes, -Math.log(probability), 0))
                    .isCloseTo(-Math.log10(probability), within(0.05 * -Math.log10(probability)));
        }
    }

    /// With the tail index 1/2 the size of probability p is p^(−1/2).
    @Test
    void aHeavyTailIsContinuedAsHeavyAsItIs() {
        RankedWindow sizes = new RankedWindow(10_001);
        for (int i = 0; i <= 10_000; i++) {
            sizes.add(Math.pow(1 - (i + 0.5) / 10_001, -0.5));
        }
        assertThat(PickandsTail.surprise(sizes, Math.pow(1e-6, -0.5), 0)).isCloseTo(6, within(0.3));
    }

    @Test
    void aGlitchOfOneRowIsHeard() {
        List<Double> said = new ArrayList<>();
        hear(1, 2_000, (random, i) -> 100 + random.nextGaussian() + (i == 1_500 ? 60 : 0), said);
        assertThat(said.get(1_500)).isGreaterThan(10);
        assertThat(said.stream().skip(200).filter(one -> one > 4.3).count())
                .as("the glitch and the row after it")
                .isLessThanOrEqualTo(2);
    }

    @Test
    void valuesOfAHeavyTailAreNotGlitches() {
        List<Double> said = new ArrayList<>();
        hear(2, 5_000, (random, i) -> Math.exp(1.5 * random.nextGaussian()), said);
        assertThat(said.stream().filter(one -> one > 4.3).count()).isLessThanOrEqualTo(3);
    }

    @Test
    void aSeriesThatRepeatsItsValueIsNotJudged() {
        List<Double> said = new ArrayList<>();
        hear(3, 2_000, (random, i) -> i % 200 == 199 ? 20.0 : 0.5, said);
        assertThat(said.stream().skip(100)).allMatch(one -> one == 0);
    }

    @Test
    void aMissingValueIsNoJump() {
        RankedWindow sizes = new RankedWindow(1_000);
        JumpVoice voice = new JumpVoice(sizes, 1_000);
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            double residual = random.nextGaussian();
            voice.surprise(residual, 50 + residual);
            sizes.add(Math.abs(residual));
        }
        assertThat(voice.surprise(0, Double.NaN)).isZero();
        assertThat(voice.surprise(0.1, 50.1)).isLessThan(2);
    }

    private interface Values {
        double at(Random random, int row);
    }

    private static void hear(long seed, int rows, Values values, List<Double> said) {
        Random random = new Random(seed);
        RankedWindow sizes = new RankedWindow(5_000);
        JumpVoice voice = new JumpVoice(sizes, 5_000);
        double level = values.at(random, 0);
        for (int i = 0; i < rows; i++) {
            double value = values.at(random, i);
            said.add(voice.surprise(value - level, value));
            sizes.add(Math.abs(value - level));
            level += 0.03 * (value - level);
        }
    }
}
