package dev.headroom.charts.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MinMaxPyramidTest {
    @Test
    void smallSequencesAreAnsweredByHand() {
        MinMaxPyramid pyramid = MinMaxPyramid.of(new double[] {3, -1, Double.NaN, 7, 2});

        assertThat(pyramid.min(0, 5)).isEqualTo(-1);
        assertThat(pyramid.max(0, 5)).isEqualTo(7);
        assertThat(pyramid.max(0, 3)).isEqualTo(3);
        assertThat(pyramid.min(2, 3)).isNaN();
        assertThat(pyramid.max(4, 4)).isNaN();
    }

    @Test
    void everyRangeAgreesWithReadingAllOfIt() {
        Random random = new Random(11);
        for (int length : new int[] {1, 7, 8, 9, 63, 64, 65, 511, 513, 5_000}) {
            double[] values = new double[length];
            for (int i = 0; i < length; i++) {
                values[i] = random.nextInt(5) == 0 ? Double.NaN : random.nextGaussian();
            }
            MinMaxPyramid pyramid = MinMaxPyramid.of(values);
            for (int trial = 0; trial < 400; trial++) {
                int a = random.nextInt(length + 1);
                int b = random.nextInt(length + 1);
                int from = Math.min(a, b);
                int to = Math.max(a, b);
                double min = Double.NaN;
                double max = Double.NaN;
                for (int i = from; i < to; i++) {
                    if (!Double.isNaN(values[i])) {
                        min = Double.isNaN(min) ? values[i] : Math.min(min, values[i]);
                        max = Double.isNaN(max) ? values[i] : Math.max(max, values[i]);
                    }
                }
                assertThat(pyramid.min(from, to)).isEqualTo((Double) min);
                assertThat(pyramid.max(from, to)).isEqualTo((Double) max);
            }
        }
    }

    @Test
    void theArrayIsCopied() {
        double[] values = {1, 2, 3};
        MinMaxPyramid pyramid = MinMaxPyramid.of(values);
        values[1] = 99;

        assertThat(pyramid.max(0, 3)).isEqualTo(3);
    }

    @Test
    void rangesOutsideAreRefused() {
        MinMaxPyramid pyramid = MinMaxPyramid.of(new double[4]);

        assertThatThrownBy(() -> pyramid.min(0, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> pyramid.max(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
