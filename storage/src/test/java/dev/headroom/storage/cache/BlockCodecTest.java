package dev.headroom.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BlockCodecTest {
    @Test
    void decimalsOfAnyScaleComeBackBitForBit() {
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            int decimals = random.nextInt(11);
            double[] values = new double[random.nextInt(800)];
            for (int i = 0; i < values.length; i++) {
                double raw = (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(8));
                values[i] = random.nextInt(10) == 0
                        ? Double.NaN
                        : BigDecimal.valueOf(raw)
                                .setScale(decimals, RoundingMode.HALF_EVEN)
                                .doubleValue();
            }
            assertThat(BlockCodec.decode(BlockCodec.encode(values))).isEqualTo(values);
        }
    }

    @Test
    void valuesOfFullPrecisionComeBackBitForBit() {
        Random random = new Random(2);
        double[] values = random.doubles(744, -1e300, 1e300).toArray();
        values[7] = Double.MIN_VALUE;
        values[8] = -0.0;
        values[9] = Double.MAX_VALUE;
        values[10] = Double.NaN;
        assertThat(BlockCodec.decode(BlockCodec.encode(values))).isEqualTo(values);
    }

    @Test
    void aValueThatNeedsMoreDecimalsThanAnEarlierLargeOneAllowsIsStillExact() {
        double[] values = {1e15, 0.000000001, 3.25};
        assertThat(BlockCodec.decode(BlockCodec.encode(values))).isEqualTo(values);
    }

    @Test
    void anEmptyBlockAndABlockOfNothingButGapsComeBack() {
        double[] gaps = new double[31];
        Arrays.fill(gaps, Double.NaN);
        assertThat(BlockCodec.decode(BlockCodec.encode(new double[0]))).isEmpty();
        assertThat(BlockCodec.decode(BlockCodec.encode(gaps))).isEqualTo(gaps);
    }

    @Test
    void twoDecimalsTakeAboutTwoBytesAValue() {
        double[] values = new Random(3)
                .doubles(720, 0, 0.9)
                .map(noise -> Math.round((40 + noise) * 100) / 100.0)
                .toArray();
        assertThat(BlockCodec.encode(values).length).isLessThan(2 * values.length);
    }

    @Test
    void aFlippedBitIsFoundWhereverItIs() {
        byte[] block = BlockCodec.encode(new double[] {1.5, 2.25, Double.NaN, 4});
        for (int bit = 0; bit < block.length * 8; bit++) {
            byte[] damaged = block.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> BlockCodec.decode(damaged))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void aTruncatedBlockIsRefused() {
        byte[] block = BlockCodec.encode(new double[] {1, 2, 3});
        for (int length = 0; length < block.length; length++) {
            byte[] part = Arrays.copyOf(block, length);
            assertThatThrownBy(() -> BlockCodec.decode(part)).isInstanceOf(CacheException.class);
        }
    }
}
