package dev.headroom.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.numeric.StudentDistribution;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// The tests behind the words "as good as the best".
class SignificanceTest {
    /// Compares with R's `forecast::dm.test`; `engine/src/test/oracle/dm.R` made the file.
    @Test
    void dieboldMarianoAgreesWithR() throws IOException {
        SoftAssertions soft = new SoftAssertions();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SignificanceTest.class.getResourceAsStream("/oracle/dm-tests.csv")),
                StandardCharsets.UTF_8))) {
            reader.lines().skip(1).map(line -> line.split(",", -1)).forEach(row -> {
                double[] differences = Arrays.stream(row[4].split(";", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                LossDifference own = DieboldMariano.test(differences, Integer.parseInt(row[1]))
                        .orElseThrow();
                soft.assertThat(own.pValue()).as(row[0]).isCloseTo(Double.parseDouble(row[3]), within(1e-9));
            });
        }
        soft.assertAll();
    }

    /// Mean 2, variance (1 + 0 + 1 + 4 + 4) / 5 = 2, factor (5 + 1 - 2) / 5: t = 2 / √(2 / 5) · √0.8 = √8.
    @Test
    void dieboldMarianoByHand() {
        LossDifference own =
                DieboldMariano.test(new double[] {1, 2, 3, 4, 0}, 1).orElseThrow();
        assertThat(own.mean()).isEqualTo(2);
        assertThat(own.pValue()).isCloseTo(StudentDistribution.twoSided(Math.sqrt(8), 4), within(1e-14));
    }

    @Test
    void dieboldMarianoSaysNothingOnTooLittle() {
        assertThat(DieboldMariano.test(new double[] {1, 2}, 1)).isEmpty();
        assertThat(DieboldMariano.test(new double[] {1, 2, 4}, 3)).isEmpty();
        assertThat(DieboldMariano.test(new double[] {0.1, 0.1, 0.1, 0.1}, 1)).isEmpty();
        assertThat(DieboldMariano.test(new double[4], 2)).contains(new LossDifference(0, 1));
        assertThatThrownBy(() -> DieboldMariano.test(new double[4], 0)).hasMessageContaining("overlap (0)");
    }

    @Test
    void theBootstrapSeesALargeDifferenceAndNotAnyOther() {
        double[] noise = IntStream.range(0, 40)
                .mapToDouble(i -> new SeededStream(3, i).nextGaussian())
                .toArray();
        double centre = Arrays.stream(noise).average().orElseThrow();
        double[] same = Arrays.stream(noise).map(value -> value - centre).toArray();
        double[] apart = Arrays.stream(same).map(value -> value + 1).toArray();
        assertThat(PairedBootstrap.test(same, 1).orElseThrow().pValue()).isGreaterThan(0.9);
        assertThat(PairedBootstrap.test(apart, 1).orElseThrow().pValue()).isLessThan(0.001);
    }

    /// With many differences the share of larger means is that of a normal distribution.
    @Test
    void theBootstrapAgreesWithTheNormalLimit() {
        double[] differences = IntStream.range(0, 400)
                .mapToDouble(i -> (i % 2 == 0 ? 1 : -1) + 0.1)
                .toArray();
        // The mean is two standard errors of 1 / √400 from 0.
        assertThat(PairedBootstrap.test(differences, 5).orElseThrow().pValue()).isCloseTo(0.0455, within(0.01));
    }

    @Test
    void fewSeriesNeverSayMoreThanTheirSignsCan() {
        assertThat(PairedBootstrap.test(new double[] {5}, 1)).isEmpty();
        assertThat(PairedBootstrap.test(new double[] {5, 5.1}, 1).orElseThrow().pValue())
                .isBetween(0.5, 0.53);
        assertThat(PairedBootstrap.test(new double[] {5, 5.1, 5.2, 5, 5.1}, 1)
                        .orElseThrow()
                        .pValue())
                .isEqualTo(1.0 / 16);
    }

    @Test
    void theSameSeedGivesTheSameNumber() {
        double[] differences = {0.3, -0.1, 0.4, 0.2, -0.3, 0.5, 0.1, 0.2};
        assertThat(PairedBootstrap.test(differences, 7)).isEqualTo(PairedBootstrap.test(differences, 7));
    }

    /// From R: `p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")`.
    @Test
    void holmByHand() {
        double[] adjusted = HolmAdjustment.adjusted(0.01, 0.04, 0.03, 0.005);
        double[] expected = {0.03, 0.06, 0.06, 0.02};
        IntStream.range(0, 4).forEach(i -> assertThat(adjusted[i]).isCloseTo(expected[i], within(1e-15)));
        assertThat(HolmAdjustment.adjusted(0.7, 0.8)).containsExactly(1, 1);
        assertThat(HolmAdjustment.adjusted()).isEmpty();
    }
}
