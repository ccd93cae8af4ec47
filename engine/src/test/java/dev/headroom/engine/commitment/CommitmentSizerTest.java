package dev.headroom.engine.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.numeric.NormalDistribution;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitmentSizerTest {
    /// The best size is the quantile of the usage at the level of the discount: P(usage > size) = 1 − d.
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.28, 0.5, 0.66})
    void theBestSizeIsTheQuantileOfTheUsageAtTheDiscount(double discount) {
        CommitmentSizer sizer = new CommitmentSizer(Usage.of(Usage.normal(400, 365, 100, 15)), 365);
        CommitmentSizer.Sized best = sizer.best(discount);
        // 146,000 draws: the standard error of a probability is at most 0.0014; the steps of the sizes add as much.
        assertThat(best.profile().unusedProbability(0)).isCloseTo(discount, within(0.008));
        assertThat(best.level()).isCloseTo(100 + 15 * NormalDistribution.quantile(discount), within(0.4));
    }

    @Test
    void noSizeSavesMoreThanTheBest() {
        CommitmentSizer sizer = new CommitmentSizer(Usage.of(Usage.normal(100, 365, 100, 30)), 365);
        CommitmentSizer.Sized best = sizer.best(0.28);
        for (double other = 1; other < 200; other += 1) {
            assertThat(sizer.at(other, 0.28).expected()).isLessThanOrEqualTo(best.expected() * (1 + 1e-4));
        }
    }

    @Test
    void whatIsUnusedInOneHourServesNoOther() {
        double[] sums = new double[168];
        for (int hour = 0; hour < 168; hour++) {
            sums[hour] = hour % 24 < 12 ? 2 : 0;
        }
        UsagePaths level = Usage.of(Usage.level(365, 1));
        UsagePaths half = UsagePaths.of(Usage.level(365, 1), Usage.START, new double[365], HourShape.of(sums, 60));
        // Level days carry a commitment of 1 an hour; twice as much in every other hour carries half of it.
        assertThat(new CommitmentSizer(level, 365).at(1, 0.3).expected()).isCloseTo(0.3 * 365 * 24, within(1e-6));
        assertThat(new CommitmentSizer(half, 365).at(1, 0.3).expected())
                .isCloseTo((0.5 - 0.7) * 365 * 24, within(1e-6));
        assertThat(new CommitmentSizer(half, 365).best(0.3).level()).isZero();
        assertThat(new CommitmentSizer(half, 365).best(0.6).level()).isCloseTo(2, within(1e-9));
    }

    @Test
    void theCarefulSizeDoesNotLoseInTheBadCase() {
        double[] futures = new double[100];
        Arrays.fill(futures, 0, 10, 20);
        Arrays.fill(futures, 10, 100, 100);
        CommitmentSizer sizer = new CommitmentSizer(Usage.of(Usage.level(365, futures)), 365);
        CommitmentSizer.Sized best = sizer.best(0.3);
        CommitmentSizer.Sized careful = sizer.careful(0.3);
        assertThat(best.level()).isCloseTo(100, within(1e-6));
        assertThat(best.badCase()).isNegative();
        assertThat(best.lossProbability()).isCloseTo(0.1, within(1e-9));
        // A future of 20 carries at most 20 / 0.7 without a loss.
        assertThat(careful.level()).isCloseTo(20 / 0.7, within(0.01));
        assertThat(careful.badCase()).isNotNegative();
        assertThat(careful.lossProbability()).isZero();
    }

    @Test
    void aCommitmentThatEndsLeavesItsUsage() {
        double[] held = new double[365];
        Arrays.fill(held, 0, 100, 60);
        UsagePaths usage = UsagePaths.of(Usage.level(365, 100), Usage.START, held, HourShape.level());
        CoverageProfile profile = usage.profile(365, new double[] {100});
        assertThat(profile.paid(0)[0]).isCloseTo(24 * (100 * 40 + 265 * 100), within(1e-6));
        assertThat(profile.unusedProbability(0)).isCloseTo(100.0 / 365, within(1e-9));
        assertThat(profile.unusedShare(0)).isCloseTo(100 * 60.0 / 36_500, within(1e-9));
    }

    @Test
    void negativeUsageCountsAsNone() {
        assertThat(new CommitmentSizer(Usage.of(Usage.level(365, -5)), 365)
                        .best(0.5)
                        .level())
                .isZero();
    }

    @Test
    void aThousandPathsOfAYearOfHoursTakeSeconds() {
        double[] sums = new double[168];
        for (int hour = 0; hour < 168; hour++) {
            sums[hour] = 1 + hour % 24;
        }
        UsagePaths usage =
                UsagePaths.of(Usage.normal(1_000, 365, 100, 15), Usage.START, new double[365], HourShape.of(sums, 60));
        Instant begin = Instant.now();
        CommitmentSizer.Sized best = new CommitmentSizer(usage, 365).best(0.28);
        assertThat(best.profile().unusedProbability(0)).isCloseTo(0.28, within(0.01));
        // About one second; the bound leaves room for a busy machine.
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }
}
