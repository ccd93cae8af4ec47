package dev.headroom.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeriesCacheTest {
    private static final SeriesKey CPU = new SeriesKey("web-1", "cpu", Statistic.MEAN);
    private static final Instant START = Instant.parse("2025-12-30T05:00:00Z");
    private static final double GAP = Double.NaN;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Cache cache;

    @BeforeEach
    void open() throws IOException {
        cache = Cache.open(folder);
    }

    @AfterEach
    void close() {
        cache.close();
    }

    private void write(Instant start, Step step, double... values) {
        TimeGrid grid = TimeGrid.utc(start, step, values.length);
        cache.series().write(new TimeSeries(CPU, grid, values), MeasureUnit.PERCENT);
    }

    private TimeSeries read(Step step) {
        return cache.series().read(CPU, step).orElseThrow();
    }

    @Test
    void aSeriesOverSeveralMonthsComesBackWithItsGaps() {
        double[] values = new Random(4).doubles(3_000).toArray();
        for (int i = 100; i < 900; i++) {
            values[i] = GAP;
        }
        write(START, Step.HOUR, values);
        assertThat(read(Step.HOUR).values()).isEqualTo(values);
        assertThat(read(Step.HOUR).grid()).isEqualTo(TimeGrid.utc(START, Step.HOUR, 3_000));
    }

    @Test
    void aSeriesSurvivesClosingTheCache() throws IOException {
        write(START, Step.HOUR, 1, 2.5, GAP, 4);
        cache.close();
        cache = Cache.open(folder);
        assertThat(read(Step.HOUR).values()).containsExactly(1, 2.5, GAP, 4);
    }

    @Test
    void newObservationsReplaceKeptOnesAndMissingOnesDoNot() {
        write(START, Step.HOUR, 1, 2, 3, GAP);
        write(START.plus(Duration.ofHours(1)), Step.HOUR, 20, GAP, 40, 50);
        assertThat(read(Step.HOUR).values()).containsExactly(1, 20, 3, 40, 50);
    }

    @Test
    void earlierObservationsExtendTheSeriesToTheFront() {
        write(START, Step.HOUR, 1, 2);
        write(START.minus(Duration.ofDays(60)), Step.HOUR, 7);
        TimeSeries series = read(Step.HOUR);
        assertThat(series.length()).isEqualTo(60 * 24 + 2);
        assertThat(series.value(0)).isEqualTo(7);
        assertThat(series.missing()).isEqualTo(60 * 24 - 1);
        assertThat(series.value(series.length() - 1)).isEqualTo(2);
    }

    @Test
    void missingEndsAreCutOff() {
        write(START, Step.HOUR, GAP, 5, GAP, 6, GAP);
        assertThat(read(Step.HOUR).values()).containsExactly(5, GAP, 6);
        assertThat(read(Step.HOUR).grid().start()).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    @Test
    void aSeriesWithNothingButGapsIsNotKept() {
        write(START, Step.HOUR, GAP, GAP);
        write(START, Step.HOUR);
        assertThat(cache.series().catalog()).isEmpty();
        assertThat(cache.series().read(CPU, Step.HOUR)).isEmpty();
    }

    @Test
    void aRangeIsHalfOpen() {
        write(START, Step.HOUR, 0, 1, 2, 3, 4, 5);
        TimeSeries part = cache.series()
                .read(CPU, Step.HOUR, START.plus(Duration.ofMinutes(90)), START.plus(Duration.ofHours(4)))
                .orElseThrow();
        assertThat(part.values()).containsExactly(2, 3);
        assertThat(part.grid().start()).isEqualTo(START.plus(Duration.ofHours(2)));
    }

    @Test
    void aRangeOutsideTheSeriesHasLengthZero() {
        write(START, Step.HOUR, 0, 1);
        Instant later = START.plus(Duration.ofDays(400));
        assertThat(cache.series().read(CPU, Step.HOUR, later, later.plusSeconds(7200)))
                .hasValueSatisfying(part -> assertThat(part.length()).isZero());
        assertThat(cache.series().read(CPU, Step.HOUR, Instant.EPOCH, START))
                .hasValueSatisfying(part -> assertThat(part.length()).isZero());
    }

    @Test
    void oneKeyHasASeriesForEachStep() {
        write(START, Step.HOUR, 1, 2);
        write(Instant.parse("2026-01-01T00:00:00Z"), Step.DAY, 10, 11, 12);
        write(START, new Step.Physical(Duration.ofMinutes(5)), 0.25);
        assertThat(read(Step.DAY).values()).containsExactly(10, 11, 12);
        assertThat(read(Step.HOUR).values()).containsExactly(1, 2);
        assertThat(cache.series().catalog())
                .extracting(SeriesInfo::step)
                .containsExactly(new Step.Physical(Duration.ofMinutes(5)), Step.HOUR, Step.DAY);
    }

    @Test
    void daysFollowTheWallClockThroughDaylightSaving() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant start = Instant.parse("2026-03-27T23:00:00Z");
        TimeGrid grid = new TimeGrid(start, Step.DAY, 4, berlin);
        TimeSeries series = new TimeSeries(CPU, grid, new double[] {1, 2, 3, 4});
        cache.series().write(series, MeasureUnit.PERCENT);
        TimeSeries next = new TimeSeries(CPU, grid.slice(2, 4), new double[] {30, 40});
        cache.series().write(next, MeasureUnit.PERCENT);
        assertThat(read(Step.DAY).values()).containsExactly(1, 2, 30, 40);
        assertThat(read(Step.DAY).grid()).isEqualTo(grid);
    }

    @Test
    void monthsAreKeptOnTheCalendar() {
        double[] values = new Random(5).doubles(40).toArray();
        write(Instant.parse("2023-01-01T00:00:00Z"), Step.MONTH, values);
        assertThat(read(Step.MONTH).values()).isEqualTo(values);
        assertThat(read(Step.MONTH).grid().at(26)).isEqualTo(Instant.parse("2025-03-01T00:00:00Z"));
        write(Instant.parse("2022-11-01T00:00:00Z"), new Step.Calendar(Period.ofMonths(1)), 8);
        assertThat(read(Step.MONTH).length()).isEqualTo(42);
    }

    @Test
    void observationsBetweenTheGridPointsAreRefusedWithACode() {
        write(START, Step.HOUR, 1, 2);
        assertThatThrownBy(() -> write(START.plusSeconds(60), Step.HOUR, 3))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("align them first")
                .extracting(failure -> ((CacheException) failure).code())
                .isEqualTo("HR-1008");
        assertThat(read(Step.HOUR).values()).containsExactly(1, 2);
    }

    @Test
    void theCatalogCountsWhatIsThere() {
        write(START, Step.HOUR, 1, GAP, 3);
        assertThat(cache.series().catalog())
                .containsExactly(
                        new SeriesInfo(CPU, Step.HOUR, MeasureUnit.PERCENT, START, START.plus(Duration.ofHours(2)), 2));
    }

    @Test
    void randomWritesGiveTheSameAsAPlainArray() {
        Random random = new Random(6);
        double[] expected = new double[4_000];
        Arrays.fill(expected, GAP);
        for (int round = 0; round < 60; round++) {
            int from = random.nextInt(3_900);
            double[] values = new double[1 + random.nextInt(100)];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(5) == 0 ? GAP : random.nextInt(10_000) / 100.0;
                expected[from + i] = Double.isNaN(values[i]) ? expected[from + i] : values[i];
            }
            write(START.plus(Duration.ofHours(from)), Step.HOUR, values);
        }
        TimeSeries series = read(Step.HOUR);
        int first =
                Math.toIntExact(Duration.between(START, series.grid().start()).toHours());
        assertThat(series.values()).isEqualTo(Arrays.copyOfRange(expected, first, first + series.length()));
    }
}
