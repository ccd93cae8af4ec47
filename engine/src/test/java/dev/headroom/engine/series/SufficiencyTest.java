package dev.headroom.engine.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.series.Sufficiency.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SufficiencyTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aLongAndCompleteHistoryIsEnough() {
        Sufficiency verdict = of(values(400), 90, 7, 0);
        assertThat(verdict.verdict()).isEqualTo(Verdict.ENOUGH);
        assertThat(verdict.sentence()).isEqualTo("Enough history: 400 observations for 90 steps ahead.");
        assertThat(verdict.needed()).isEqualTo(90);
    }

    @Test
    void fewerThanTwoSeasonsOrThanTheHorizonIsWeak() {
        assertThat(of(values(400), 90, 365, 0).sentence())
                .isEqualTo("Weak history: 400 observations are less than two seasons of 365 steps.");
        assertThat(of(values(730), 90, 365, 0).verdict()).isEqualTo(Verdict.ENOUGH);
        assertThat(of(values(60), 90, 7, 0).sentence()).isEqualTo("Weak history: 60 observations for 90 steps ahead.");
    }

    @Test
    void manyMissingPointsAndAnOldEndAreWeak() {
        double[] values = values(100);
        for (int i = 1; i < 99; i += 5) {
            values[i] = Double.NaN;
        }
        assertThat(of(values, 30, 7, 0).sentence()).isEqualTo("Weak history: 20.0 % of the points are missing.");
        assertThat(of(values(100), 30, 7, 7).verdict()).isEqualTo(Verdict.ENOUGH);
        assertThat(of(values(100), 30, 7, 8).sentence())
                .isEqualTo("Weak history: the last observation is 8 steps old.");
    }

    @Test
    void whatIsMissingAtTheEndIsAgeAndNoGap() {
        double[] values = values(100);
        Arrays.fill(values, 80, 100, Double.NaN);
        assertThat(of(values, 30, 7, 0).sentence()).isEqualTo("Weak history: the last observation is 20 steps old.");
    }

    @Test
    void aFortnightLessADayIsTooLittle() {
        assertThat(of(values(13), 7, 7, 0).sentence())
                .isEqualTo("Too little history: 13 observations, at least 14 are needed.");
        assertThat(of(values(14), 7, 7, 0).verdict()).isEqualTo(Verdict.ENOUGH);
        assertThat(of(new double[0], 7, 7, 0).verdict()).isEqualTo(Verdict.TOO_LITTLE);
    }

    @Test
    void moreObservationsAreNeverWorse() {
        Verdict before = Verdict.TOO_LITTLE;
        for (int length = 1; length < 900; length += 7) {
            Verdict now = of(values(length), 30, 365, 0).verdict();
            assertThat(now).isLessThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isEqualTo(Verdict.ENOUGH);
    }

    @Test
    void aHorizonOfNothingIsRefused() {
        assertThatThrownBy(() -> of(values(20), 0, 7, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Sufficiency of(double[] values, int horizon, int season, int daysLater) {
        TimeSeries series = new TimeSeries(
                new SeriesKey("vm-1", "cpu", Statistic.P95), TimeGrid.utc(START, Step.DAY, values.length), values);
        return Sufficiency.of(
                series, horizon, season, START.plus(Duration.ofDays(Math.max(0, values.length - 1) + daysLater)));
    }

    private static double[] values(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> 40 + i % 7);
        return values;
    }
}
