package dev.headroom.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    @Test
    void binsFollowFreedmanAndDiaconis() {
        double[] values = IntStream.rangeClosed(0, 63).mapToDouble(i -> i).toArray();
        Distribution known = Distribution.of(values);

        // The middle half spans 31.5, so a bin is 2 * 31.5 / 4 = 15.75 wide and the range of 63 has four.
        assertThat(known.bins()).hasSize(4);
        assertThat(known.bins()).allSatisfy(bin -> assertThat(bin.count()).isEqualTo(16));
        assertThat(known.bins().getFirst().from()).isZero();
        assertThat(known.bins().getLast().to()).isEqualTo(63);
        assertThat(known.quantile(0.5)).isEqualTo(31.5);
        assertThat(known.quantile(0.95)).isCloseTo(59.85, within(1e-9));
        assertThat(known.mean()).isEqualTo(31.5);
        assertThat(known.deviation()).isCloseTo(Math.sqrt(64 * 65 / 12.0), within(1e-9));
    }

    @Test
    void everyValueFallsIntoOneBin() {
        double[] values = new double[1000];
        Arrays.setAll(values, t -> t % 7 == 0 ? Double.NaN : Math.exp(Math.sin(t)));
        Distribution known = Distribution.of(values);

        assertThat(known.bins().stream().mapToInt(Distribution.Bin::count).sum())
                .isEqualTo(known.count());
        assertThat(known.count() + known.missing()).isEqualTo(1000);
        assertThat(known.missing()).isEqualTo(143);
    }

    @Test
    void aLonelyOutlierDoesNotMakeThousandsOfBins() {
        double[] values = IntStream.range(0, 500).mapToDouble(i -> i % 10).toArray();
        values[17] = 1e9;

        assertThat(Distribution.of(values).bins()).hasSize(Distribution.MOST_BINS);
    }

    @Test
    void withoutSpreadInTheMiddleTheNumberOfBinsIsThatOfSturges() {
        double[] values = new double[16];
        values[0] = 8;

        assertThat(Distribution.of(values).bins()).hasSize(5);
    }

    @Test
    void equalValuesHaveOneBinAroundThem() {
        Distribution known = Distribution.of(new double[] {3, 3, 3});

        assertThat(known.bins()).containsExactly(new Distribution.Bin(2.5, 3.5, 3));
        assertThat(known.deviation()).isZero();
    }

    @Test
    void nothingAndOneValueAreToldApart() {
        Distribution nothing = Distribution.of(new double[] {Double.NaN, Double.NaN});
        Distribution one = Distribution.of(new double[] {4});

        assertThat(nothing.count()).isZero();
        assertThat(nothing.mean()).isNaN();
        assertThat(nothing.quantile(0.95)).isNaN();
        assertThat(nothing.bins()).isEmpty();
        assertThat(one.quantile(0.95)).isEqualTo(4);
        assertThat(one.deviation()).isNaN();
        assertThat(one.bins()).hasSize(1);
    }
}
