package dev.headroom.engine.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelSpreadTest {
    /// Doubles and halves in turn, every 91 days.
    private static TimeSeries history(int days, double other) {
        double[] values = IntStream.range(0, days)
                .mapToDouble(day -> day / 91 % 2 == 0 ? 100 : other)
                .toArray();
        return new TimeSeries(
                new SeriesKey("all", "usage", Statistic.SUM),
                TimeGrid.utc(Usage.START.minusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC), Step.DAY, days),
                values);
    }

    private static double deviation(SamplePaths paths, int day) {
        double[] logs = IntStream.range(0, paths.count())
                .mapToDouble(path -> Math.log(paths.value(path, day)))
                .toArray();
        double mean = Arrays.stream(logs).average().orElseThrow();
        return Math.sqrt(Arrays.stream(logs)
                .map(log -> (log - mean) * (log - mean))
                .average()
                .orElseThrow());
    }

    private static SamplePaths calm() {
        double[] perHour = new double[2_000];
        Arrays.fill(perHour, 4);
        return Usage.level(364, perHour);
    }

    @Test
    void calmPathsBecomeAsWideAsThePastChanged() {
        TimeSeries history = history(728, 110);
        double quarter = LevelSpread.changePerQuarter(history);
        assertThat(quarter).isCloseTo(Math.log(1.1), within(0.01));
        SamplePaths wide = LevelSpread.widened(calm(), history, 1);
        // 2,000 paths: the standard error of a standard deviation is 1.6 %.
        assertThat(deviation(wide, 90)).isCloseTo(quarter, within(0.06 * quarter));
        assertThat(deviation(wide, 363)).isCloseTo(2 * quarter, within(0.12 * quarter));
        double mean = IntStream.range(0, wide.count())
                .mapToDouble(path -> wide.value(path, 363))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(96, within(1.5));
    }

    @Test
    void theSameSeedGivesTheSamePaths() {
        TimeSeries history = history(728, 110);
        assertThat(LevelSpread.widened(calm(), history, 1).path(7))
                .containsExactly(LevelSpread.widened(calm(), history, 1).path(7));
    }

    @Test
    void pathsAsWideAsThePastStayAsTheyAre() {
        double[] perHour = IntStream.range(0, 200).mapToDouble(i -> 1 + i % 20).toArray();
        SamplePaths paths = Usage.level(100, perHour);
        assertThat(LevelSpread.widened(paths, history(728, 110), 1).path(3)).containsExactly(paths.path(3));
    }

    @Test
    void aShortOrSteadyHistoryTellsNothing() {
        assertThat(LevelSpread.widened(calm(), history(120, 110), 1).path(3)).containsExactly(calm().path(3));
        assertThat(LevelSpread.widened(calm(), history(728, 100), 1).path(3)).containsExactly(calm().path(3));
        assertThat(LevelSpread.changePerQuarter(history(5, 100))).isZero();
    }
}
