package dev.headroom.engine.model.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CombinationFitterTest {
    private static final double[] LEVELS = {0.001, 0.025, 0.1, 0.3, 0.5, 0.7, 0.9, 0.975, 0.999};
    private static final SeriesKey KEY = new SeriesKey("web-1", "cpu", Statistic.MEAN);

    private static QuantileForecast forecast(int season, int steps, double... values) {
        return Series.fit(season, values).forecast(new Horizon(steps), LEVELS);
    }

    @Test
    void aSeriesWithoutObservationsIsTooShort() {
        ModelSpec.Auto auto = new ModelSpec.Auto(SeasonLengths.of(24));
        CombinationFitter fitter = new CombinationFitter();
        TimeSeries none = new TimeSeries(KEY, TimeGrid.ordinal(1, 0), new double[0]);
        TimeSeries missing = new TimeSeries(KEY, TimeGrid.ordinal(1, 2), new double[] {Double.NaN, Double.NaN});

        assertThat(fitter.fit(none, auto, 1)).isEqualTo(new FitOutcome.TooShort(0, 1));
        assertThat(fitter.fit(missing, auto, 1)).isEqualTo(new FitOutcome.TooShort(0, 1));
    }

    @Test
    void anotherSpecificationIsRefused() {
        TimeSeries series = new TimeSeries(KEY, TimeGrid.ordinal(1, 1), new double[] {1});

        assertThatThrownBy(() -> new CombinationFitter().fit(series, new ModelSpec.Naive(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("naive");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 12, 24, 52, 168, 288})
    void oneTwoAndThreeValuesGiveAForecastWithinReach(int season) {
        assertThat(forecast(season, 5, 3).point()).containsOnly(new double[] {3}, within(1e-9));
        for (double[] values : new double[][] {{3, 4}, {3, 4, 3.5}}) {
            assertThat(Arrays.stream(forecast(season, 5, values).point()))
                    .allMatch(value -> value >= 2 && value <= 5.5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 12, 24, 52})
    void aConstantIsForecastAsItself(int season) {
        double[] values = new double[200];
        Arrays.fill(values, 42);
        QuantileForecast forecast = forecast(season, 30, values);

        assertThat(forecast.point()).containsOnly(new double[] {42}, within(1e-9));
        assertThat(forecast.quantile(0.975)).containsOnly(new double[] {42}, within(1e-9));
        assertThat(forecast(season, 30, new double[200]).quantile(0.9)).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 12, 24, 52, 144})
    void everyLengthUpToFortyAndEveryReachWork(int season) {
        double[] values = Series.seasonal(40, season, 3);
        for (int length = 1; length <= 40; length++) {
            QuantileForecast forecast = forecast(season, 60, Arrays.copyOf(values, length));

            assertThat(forecast.steps()).isEqualTo(60);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 12, 52})
    void scalingTheSeriesScalesTheForecast(int season) {
        double[] values = Series.seasonal(150, season, 5);
        QuantileForecast plain = forecast(season, 12, values);
        // A power of two changes no digit, so even the searches take the same way.
        QuantileForecast scaled = forecast(season, 12, Series.scaled(values, 1024, 0));

        assertThat(scaled.point()).containsExactly(Series.scaled(plain.point(), 1024, 0), within(1e-6));
        assertThat(scaled.quantile(0.9)).containsExactly(Series.scaled(plain.quantile(0.9), 1024, 0), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e12, 1e-9, 0.37})
    void hugeAndTinyUnitsGiveTheSameForecast(double unit) {
        double[] values = Series.hourly(600, 5);
        QuantileForecast plain = forecast(24, 48, values);
        QuantileForecast scaled = forecast(24, 48, Series.scaled(values, unit, 0));

        // Rounding may turn a simplex search, which stops at a relative tolerance.
        assertThat(Series.scaled(scaled.point(), 1 / unit, 0)).containsExactly(plain.point(), within(0.2));
    }

    @Test
    void aStrongDayIsForecastWithinItsNoise() {
        double[] values = Series.hourly(24 * 42, 1);
        QuantileForecast forecast = forecast(24, 48, Arrays.copyOf(values, 24 * 40));
        double error = 0;
        for (int k = 0; k < 48; k++) {
            error += Math.abs(forecast.point()[k] - values[24 * 40 + k]) / 48;
        }
        // The noise around the pattern has a deviation of 3.3, a mean size of 2.7.
        assertThat(error).isLessThan(4);
    }

    @Test
    void negativeSeriesHaveForecastsBelowZeroAndOthersDoNot() {
        double[] values = Series.seasonal(120, 12, 5);
        assertThat(forecast(12, 12, Series.scaled(values, 1, -500)).point()[0]).isLessThan(-300);

        double[] nearZero = new double[200];
        Arrays.setAll(nearZero, t -> t % 5 == 0 ? 3 : 0);
        QuantileForecast cut = forecast(24, 100, nearZero);
        assertThat(Arrays.stream(cut.quantile(0.001)).min().orElseThrow()).isZero();
        assertThat(Arrays.stream(cut.point()).min().orElseThrow()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void gapsAreBridgedAndLeadingOnesDropped() {
        double[] values = Series.hourly(600, 2);
        double[] gappy = new double[650];
        Arrays.fill(gappy, 0, 50, Double.NaN);
        System.arraycopy(values, 0, gappy, 50, 600);
        double[] trimmed = forecast(24, 24, gappy).point();
        assertThat(trimmed).containsExactly(forecast(24, 24, values).point(), within(1e-9));

        for (int t = 100; t < 600; t += 37) {
            gappy[t] = Double.NaN;
        }
        double[] bridged = forecast(24, 24, gappy).point();
        for (int k = 0; k < 24; k++) {
            assertThat(bridged[k]).isCloseTo(trimmed[k], within(4.0));
        }
    }

    @Test
    void theForecastContinuesTheGridOfTheSeries() {
        TimeGrid grid = TimeGrid.utc(Instant.parse("2026-01-31T00:00:00Z"), Step.MONTH, 30);
        TimeSeries series = new TimeSeries(KEY, grid, Series.seasonal(30, 12, 1));
        FitOutcome outcome =
                new CombinationFitter().fit(series, new ModelSpec.Auto(SeasonLengths.usual(Step.MONTH)), 1);
        CombinationModel model = (CombinationModel) ((FitOutcome.Fitted) outcome).model();

        assertThat(model.forecast(new Horizon(3)).grid()).isEqualTo(grid.next(3));
        assertThat(model.combination(new Horizon(3)).frequency()).isEqualTo(FrequencyClass.MONTHLY);
        assertThat(model.provenance().dataHash()).hasSize(64);
    }

    @Test
    void oneModelServesManyThreadsWithTheSameNumbers() {
        double[] values = Series.hourly(400, 6);
        CombinationModel model = Series.fit(24, values);
        double[][] alone = IntStream.rangeClosed(1, 12)
                .mapToObj(steps -> forecast(24, steps, values).quantile(0.9))
                .toArray(double[][]::new);

        double[][] together = IntStream.range(0, 120)
                .parallel()
                .mapToObj(i -> model.forecast(new Horizon(1 + i % 12), 0.9).quantile(0.9))
                .toArray(double[][]::new);

        for (int i = 0; i < 120; i++) {
            assertThat(together[i]).containsExactly(alone[i % 12]);
        }
    }

    @Test
    void theWeightsAreExplainedInWords() {
        CombinationModel model = Series.fit(24, Series.hourly(960, 4));
        Combination combination = model.combination(new Horizon(168));

        assertThat(combination.origins()).isEqualTo(16);
        assertThat(combination.trialSteps()).isEqualTo(48);
        assertThat(combination.shares()).hasSize(13);
        assertThat(combination.shares().stream()
                        .mapToDouble(ComponentShare::weight)
                        .sum())
                .isCloseTo(1, within(1e-9));
        ComponentShare first = combination.shares().getFirst();
        assertThat(first.weight()).isGreaterThan(1.0 / 15);
        assertThat(model.explanation())
                .startsWith("Seasons of 24 and 168 steps were found.")
                .contains(first.component().label())
                .contains("16 earlier stretches of 48 steps");
    }

    @Test
    void aShortSeriesSaysThatAllMethodsWeighTheSame() {
        CombinationModel model = Series.fit(12, 5, 6, 7, 6, 5);

        assertThat(model.explanation()).contains("too short").contains("same weight");
        assertThat(model.combination(new Horizon(2)).shares())
                .allMatch(share -> share.relativeError().isEmpty() && Math.abs(share.weight() - 1.0 / 13) < 1e-12);
    }

    @Test
    void aQuarterEndPeakComesBackInForecastPathsAndWords() {
        LocalDate first = LocalDate.of(2024, 1, 1);
        int length = 900;
        double[] values = Series.seasonal(length, 7, 5);
        for (int t = 0; t < length; t++) {
            LocalDate day = first.plusDays(t);
            boolean peak = day.getMonthValue() % 3 == 0 && day.lengthOfMonth() - day.getDayOfMonth() < 4;
            values[t] *= peak ? 1.6 : 1;
        }
        // The series ends on 2026-06-18; its peak starts in step 9 and ends in step 12.
        TimeGrid grid = TimeGrid.utc(first.atStartOfDay(ZoneOffset.UTC).toInstant(), Step.DAY, length);
        CombinationModel model = (CombinationModel) ((FitOutcome.Fitted) new CombinationFitter()
                        .fit(new TimeSeries(KEY, grid, values), new ModelSpec.Auto(SeasonLengths.of(7)), 1))
                .model();
        Horizon horizon = new Horizon(20);
        QuantileForecast forecast = model.forecast(horizon, 0.1, 0.9);

        assertThat(forecast.grid().at(11)).isEqualTo(Instant.parse("2026-06-30T00:00:00Z"));
        assertThat(forecast.point()[10] / forecast.point()[3]).isBetween(1.45, 1.75);
        assertThat(forecast.point()[17] / forecast.point()[3]).isBetween(0.9, 1.1);
        assertThat(forecast.quantile(0.1)[10]).isGreaterThan(forecast.quantile(0.1)[3]);
        SamplePaths paths = model.simulate(horizon, 500, 3);
        double mean = IntStream.range(0, 500)
                .mapToDouble(i -> paths.value(i, 10))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(forecast.point()[10], withinPercentage(5));
        assertThat(model.explanation()).contains("Quarter ends differ from other days by up to +");
    }
}
