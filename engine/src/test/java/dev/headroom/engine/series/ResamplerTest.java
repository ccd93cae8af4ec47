package dev.headroom.engine.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResamplerTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aDayOfHoursBecomesItsMeanMaxAndP95() {
        double[] hours = IntStream.rangeClosed(1, 24).asDoubleStream().toArray();
        TimeSeries source = hourly("2026-03-02T00:00:00Z", ZoneOffset.UTC, Statistic.MEAN, hours);
        assertThat(Resampler.daily(source, Statistic.MEAN).values()).containsExactly(12.5);
        assertThat(Resampler.daily(source, Statistic.MAX).values()).containsExactly(24);
        assertThat(Resampler.daily(source, Statistic.MIN).values()).containsExactly(1);
        // Position 0.95 × 23 = 21.85: between the 22nd and 23rd value.
        assertThat(Resampler.daily(source, Statistic.P95).value(0)).isCloseTo(22.85, within(1e-12));
        assertThat(Resampler.daily(source, Statistic.P95).key()).isEqualTo(new SeriesKey("vm-1", "cpu", Statistic.P95));
    }

    @Test
    void clockChangesGiveDaysOfTwentyThreeAndTwentyFiveHours() {
        // Berlin, 28 to 30 March 2026: the night to the 29th loses an hour.
        double[] spring = ones(24 + 23 + 24);
        TimeSeries daily =
                Resampler.daily(hourly("2026-03-27T23:00:00Z", BERLIN, Statistic.SUM, spring), Statistic.SUM);
        assertThat(daily.values()).containsExactly(24, 23, 24);
        // 24 to 26 October 2026: the night to the 25th gains one.
        double[] autumn = ones(24 + 25 + 24);
        TimeSeries fall = Resampler.daily(hourly("2026-10-23T22:00:00Z", BERLIN, Statistic.SUM, autumn), Statistic.SUM);
        assertThat(fall.values()).containsExactly(24, 25, 24);
        assertThat(fall.grid().at(2)).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
    }

    @Test
    void aDayWithTooFewReadingsBecomesMissing() {
        double[] hours = ones(48);
        Arrays.fill(hours, 0, 6, Double.NaN);
        Arrays.fill(hours, 24, 31, Double.NaN);
        TimeSeries source = hourly("2026-03-02T00:00:00Z", ZoneOffset.UTC, Statistic.MEAN, hours);
        assertThat(Resampler.daily(source, Statistic.MEAN).values())
                .as("18 of 24 is three quarters, 17 is less")
                .containsExactly(1, Double.NaN);
        assertThat(Resampler.daily(source, Statistic.MEAN, 0.5).values()).containsExactly(1, 1);
    }

    @Test
    void theSumOfAPartIsNotTheSum() {
        double[] hours = ones(24);
        hours[5] = Double.NaN;
        TimeSeries source = hourly("2026-03-02T00:00:00Z", ZoneOffset.UTC, Statistic.SUM, hours);
        assertThat(Resampler.daily(source, Statistic.SUM).values()).containsExactly(Double.NaN);
    }

    @Test
    void cutDaysAtTheEndsBecomeMissing() {
        TimeSeries source = hourly("2026-03-02T18:00:00Z", ZoneOffset.UTC, Statistic.MEAN, ones(6 + 24 + 3));
        TimeSeries daily = Resampler.daily(source, Statistic.MEAN);
        assertThat(daily.values()).containsExactly(Double.NaN, 1, Double.NaN);
        assertThat(daily.grid().start()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
    }

    @Test
    void allMissingReadingsGiveMissingDaysAndNoReadingsNoDays() {
        double[] hours = ones(48);
        Arrays.fill(hours, Double.NaN);
        TimeSeries source = hourly("2026-03-02T00:00:00Z", ZoneOffset.UTC, Statistic.MEAN, hours);
        assertThat(Resampler.daily(source, Statistic.MEAN).values()).containsExactly(Double.NaN, Double.NaN);
        assertThat(Resampler.daily(source.slice(0, 0), Statistic.MEAN).length()).isZero();
    }

    @Test
    void anHourOfFiveMinutesBecomesItsOwnStatisticsAndACutHourIsMissing() {
        double[] readings =
                IntStream.range(0, 12 + 12 + 3).mapToDouble(i -> i % 12 + 1).toArray();
        TimeGrid grid = TimeGrid.utc(
                Instant.parse("2026-03-02T07:00:00Z"), new Step.Physical(Duration.ofMinutes(5)), readings.length);
        TimeSeries source = new TimeSeries(new SeriesKey("vm-1", "cpu", Statistic.MEAN), grid, readings);
        TimeSeries mean = Resampler.hourly(source, Statistic.MEAN);
        assertThat(mean.grid().start()).isEqualTo(Instant.parse("2026-03-02T07:00:00Z"));
        assertThat(mean.grid().step()).isEqualTo(Step.HOUR);
        assertThat(mean.values()).containsExactly(6.5, 6.5, Double.NaN);
        assertThat(Resampler.hourly(source, Statistic.MAX).values()).containsExactly(12, 12, Double.NaN);
        // Position 0.95 x 11 = 10.45: between the 11th and 12th value.
        assertThat(Resampler.hourly(source, Statistic.P95).value(0)).isCloseTo(11.45, within(1e-12));
        assertThatThrownBy(() -> Resampler.hourly(mean, Statistic.MEAN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUpperStatisticNeverBecomesAMeanOrASum() {
        TimeSeries p95 = hourly("2026-03-02T00:00:00Z", ZoneOffset.UTC, Statistic.P95, ones(24));
        assertThat(Resampler.daily(p95, Statistic.MAX).values()).containsExactly(1);
        assertThatThrownBy(() -> Resampler.daily(p95, Statistic.MEAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p95")
                .hasMessageContaining("daily mean");
        assertThat(Resampler.supports(Statistic.MEAN, Statistic.SUM)).isFalse();
        assertThat(Resampler.supports(Statistic.LAST, Statistic.SUM)).isTrue();
    }

    @Test
    void aDailySeriesIsRefused() {
        TimeSeries daily = new TimeSeries(
                new SeriesKey("vm-1", "cpu", Statistic.MEAN),
                TimeGrid.utc(Instant.parse("2026-03-02T00:00:00Z"), Step.DAY, 1),
                new double[] {1});
        assertThatThrownBy(() -> Resampler.daily(daily, Statistic.MEAN)).hasMessageContaining("step (P1D)");
    }

    @Test
    void fiveMinuteReadingsWorkAlike() {
        TimeSeries source = new TimeSeries(
                new SeriesKey("vm-1", "cpu", Statistic.MEAN),
                new TimeGrid(
                        Instant.parse("2026-03-02T00:00:00Z"),
                        new Step.Physical(Duration.ofMinutes(5)),
                        288,
                        ZoneOffset.UTC),
                ones(288));
        assertThat(Resampler.daily(source, Statistic.MEAN).values()).containsExactly(1);
    }

    private static double[] ones(int count) {
        double[] values = new double[count];
        Arrays.fill(values, 1);
        return values;
    }

    private static TimeSeries hourly(String start, ZoneId zone, Statistic statistic, double[] values) {
        return new TimeSeries(
                new SeriesKey("vm-1", "cpu", statistic),
                new TimeGrid(Instant.parse(start), Step.HOUR, values.length, zone),
                values);
    }
}
