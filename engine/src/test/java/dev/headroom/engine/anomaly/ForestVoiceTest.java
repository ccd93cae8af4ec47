package dev.headroom.engine.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ForestVoiceTest {
    @Test
    void aPointThatStandsAloneTakesFewCuts() {
        Random random = new Random(1);
        double[][] points = new double[500][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
        }
        IsolationTrees trees = new IsolationTrees(points, points.length, 7);
        assertThat(trees.score(new double[] {0, 0})).isLessThan(0.5);
        assertThat(trees.score(new double[] {6, 0})).isGreaterThan(0.6);
        assertThat(trees.score(new double[] {6, -6})).isGreaterThan(trees.score(new double[] {3, 0}));
    }

    @Test
    void equalPointsCannotBeCut() {
        double[][] points = new double[100][];
        java.util.Arrays.fill(points, new double[] {3, 4});
        IsolationTrees trees = new IsolationTrees(points, points.length, 7);
        assertThat(trees.score(new double[] {3, 4}))
                .isEqualTo(trees.score(new double[] {30, 40}))
                .isBetween(0.0, 1.0);
    }

    @Test
    void theSameRowsGiveTheSameSurpriseToTheLastBit() {
        ForestVoice one = new ForestVoice();
        ForestVoice other = new ForestVoice();
        Random random = new Random(2);
        for (int i = 0; i < 3_000; i++) {
            double residual = random.nextGaussian();
            assertThat(one.surprise(residual)).isEqualTo(other.surprise(residual));
        }
    }

    @Test
    void aRowThatIsLikeNoOtherIsASurprise() {
        ForestVoice voice = new ForestVoice();
        Random random = new Random(3);
        double highest = 0;
        for (int i = 0; i < 2_000; i++) {
            double surprise = voice.surprise(random.nextGaussian());
            assertThat(i >= 64 || surprise == 0)
                    .as("nothing is said of the first rows")
                    .isTrue();
            highest = i < 1_000 ? 0 : Math.max(highest, surprise);
        }
        assertThat(highest).as("one in a thousand ordinary rows").isLessThan(5);
        assertThat(voice.surprise(12)).isGreaterThan(2.5);
    }

    @Test
    void aConstantSeriesSaysNothing() {
        ForestVoice voice = new ForestVoice();
        for (int i = 0; i < 1_000; i++) {
            assertThat(voice.surprise(0)).isLessThan(1);
        }
    }
}
