package dev.headroom.engine.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.Recommendation.Keep;
import dev.headroom.engine.rightsizing.Recommendation.Resize;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForecastRiskTest {
    private static final SizingPolicy POLICY = SizingPolicy.standard();

    @Test
    void theMonthsOfAllPathsAreCounted() {
        double[][] paths = new double[4][90];
        paths[0][10] = 50;
        paths[0][70] = 50;
        paths[1][35] = 30;
        ForecastPeaks peaks = ForecastPeaks.of(new SamplePaths(TimeGrid.utc(Fixture.START, Step.DAY, 90), paths));
        assertThat(peaks.days()).isEqualTo(90);
        assertThat(peaks.shareAbove(1, 40)).as("two of twelve path months").isEqualTo(2.0 / 12);
        assertThat(peaks.shareAbove(2, 40))
                .as("twice the load passes it in three")
                .isEqualTo(3.0 / 12);
        assertThat(peaks.shareAbove(1, 50))
                .as("the ceiling itself is not passed")
                .isZero();
        assertThat(peaks.expectedBreaches(1, 40)).isCloseTo(2, within(1e-12));
    }

    @Test
    void aMoveThatTheForecastBreaksIsNotAdvised() {
        UsageProfile profile = UsageProfile.of(Fixture.server("m5.4xlarge"), Fixture.flat(10, 10), 365);
        assertThat(advice(profile, POLICY)).isInstanceOf(Resize.class);

        UsageProfile growing = profile.withForecast(Map.of(ResourceKind.CPU, peaks(45)));
        Recommendation kept = advice(growing, POLICY);
        assertThat(kept.to().map(InstanceShape::vcpu)).as("16 of 16 processors").contains(16.0);
        assertThat(kept.rejections())
                .filteredOn(rejection -> rejection.bottleneck() == Rejection.Bottleneck.RISK)
                .extracting(Rejection::words)
                .anyMatch(words -> words.startsWith("m5.2xlarge fits at high risk: 12.0 months of the next twelve"));
        assertThat(advice(growing, SizingPolicy.maximumSavings()).to().map(InstanceShape::vcpu))
                .as("who asks for every saving gets it, with its risk")
                .contains(4.0);
        assertThat(advice(growing, SizingPolicy.maximumSavings()).risk().map(SizingRisk::level))
                .contains(SizingRisk.Level.HIGH);
    }

    @Test
    void aShortHistoryKeepsLowRiskForWideMargins() {
        double[] weeks = new double[40];
        Arrays.fill(weeks, 24);
        Map<ResourceKind, dev.headroom.engine.series.TimeSeries> usage = Map.of(
                ResourceKind.CPU, Fixture.daily(ResourceKind.CPU, weeks),
                ResourceKind.MEMORY, Fixture.daily(ResourceKind.MEMORY, weeks));
        UsageProfile profile = UsageProfile.of(Fixture.server("m5.4xlarge"), usage, 365);
        assertThat(advice(profile, POLICY).risk().map(SizingRisk::level)).contains(SizingRisk.Level.MEDIUM);
        assertThat(advice(profile, SizingPolicy.maximumPerformance())).isInstanceOf(Keep.class);
    }

    @Test
    void theReasonSaysWhatTheRiskWasCountedOn() {
        UsageProfile profile = UsageProfile.of(Fixture.server("m5.4xlarge"), Fixture.flat(10, 10), 365)
                .withForecast(Map.of(ResourceKind.CPU, peaks(11)));
        assertThat(advice(profile, POLICY).reason())
                .contains("Risk low: fewer than 0.01 months of the next twelve are expected to pass a ceiling, by 12 "
                        + "months of history and a forecast of 90 days.");
    }

    @Test
    void theQuarterEndsThatWouldHaveFailedAreNamed() {
        double[] values = new double[365];
        Arrays.fill(values, 10);
        // The fixture starts on 2025-11-20: days 40 and 45 are 2025-12-30 and 2026-01-04, day 80 is 2026-02-08.
        values[40] = 60;
        values[45] = 60;
        values[80] = 60;
        Replay replay = Replay.of(ResourceKind.CPU, Fixture.daily(ResourceKind.CPU, values), 1, 2, 70);
        assertThat(replay.daysAbove()).isEqualTo(3);
        assertThat(replay.failedQuarterEnds()).containsExactly(LocalDate.of(2025, 12, 31));
        assertThat(replay.leastTimeAbove()).contains(Duration.ofMinutes(216));
    }

    private static Recommendation advice(UsageProfile profile, SizingPolicy policy) {
        return Rightsizer.recommend(
                Fixture.server("m5.4xlarge"), profile, Fixture.CATALOG, policy, CommitmentCover.unknown());
    }

    /// Paths that always rise to this percentage.
    private static ForecastPeaks peaks(double percent) {
        double[][] paths = new double[10][90];
        for (double[] path : paths) {
            Arrays.fill(path, percent);
        }
        return ForecastPeaks.of(new SamplePaths(TimeGrid.utc(Fixture.START, Step.DAY, 90), paths));
    }
}
