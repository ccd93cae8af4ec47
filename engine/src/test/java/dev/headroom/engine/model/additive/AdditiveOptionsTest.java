package dev.headroom.engine.model.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.feature.Holidays;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.AdditiveOptions;
import dev.headroom.engine.model.Contribution;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Growth;
import dev.headroom.engine.model.KnownColumn;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdditiveOptionsTest {
    private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");
    private static final AdditiveOptions USUAL = AdditiveOptions.usual();

    private static TimeGrid days(int length) {
        return TimeGrid.utc(START, Step.DAY, length);
    }

    private static TimeSeries series(TimeGrid grid, IntToDoubleFunction shape, double noise) {
        SeededStream stream = new SeededStream(5, 0);
        double[] values = new double[grid.length()];
        Arrays.setAll(values, t -> shape.applyAsDouble(t) + noise * stream.nextGaussian());
        return new TimeSeries(new SeriesKey("a", "cpu", Statistic.MEAN), grid, values);
    }

    private static KnownColumn column(String name, int length, IntToDoubleFunction shape) {
        return new KnownColumn(name, series(days(length), shape, 0));
    }

    private static AdditiveModel model(TimeSeries series, String country, AdditiveOptions options) {
        ModelSpec spec = new ModelSpec.Additive(SeasonLengths.of(7), country).withOptions(options);
        return (AdditiveModel) ((FitOutcome.Fitted) new AdditiveFitter().fit(series, spec, 1)).model();
    }

    private static AdditiveOptions logistic(double floor, double capacity) {
        return USUAL.withGrowth(new Growth.Logistic(new Growth.Always(floor), new Growth.Always(capacity)));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Test
    void logisticGrowthEndsAtItsCapacity() {
        TimeSeries series = series(days(300), t -> 10 + 90 * sigmoid((t - 200) / 40.0), 1);
        AdditiveModel model = model(series, "", logistic(10, 100));
        double[] point = model.forecast(new Horizon(400), 0.5).point();
        for (int k = 0; k < 400; k += 20) {
            assertThat(point[k]).isCloseTo(10 + 90 * sigmoid((300 + k - 200) / 40.0), within(4.0));
        }
        assertThat(model.explanation()).startsWith("Logistic growth from 10.0000 to 100.000");
        double[] linear =
                model(series, "", USUAL).forecast(new Horizon(400), 0.5).point();
        assertThat(linear[399]).isGreaterThan(110);
    }

    @Test
    void aCapacityThatChangesIsFollowed() {
        IntToDoubleFunction capacity = t -> t < 350 ? 100 : 150;
        TimeSeries series = series(days(300), t -> 100 * sigmoid((t - 100) / 30.0), 1);
        AdditiveOptions options = USUAL.withGrowth(
                new Growth.Logistic(new Growth.Always(0), new Growth.ByStep(column("machines", 400, capacity))));
        double[] point =
                model(series, "", options).forecast(new Horizon(100), 0.5).point();
        assertThat(point[40]).isCloseTo(100, within(2.0));
        assertThat(point[99]).isCloseTo(150, within(3.0));
        assertThatThrownBy(() -> model(series, "", options).forecast(new Horizon(101), 0.5))
                .hasMessageContaining("capacity has no value at 2024-02-05T00:00:00Z, step 101 of the forecast.");
    }

    @Test
    void aCapacityMustBeAboveItsFloor() {
        TimeSeries series = series(days(60), t -> t, 1);
        assertThatThrownBy(() -> model(series, "", logistic(90, 80)))
                .hasMessage("capacity (80.0) must be above the floor (90.0) at 2023-01-01T00:00:00Z.");
    }

    @Test
    void flatGrowthHasNoSlope() {
        AdditiveModel model = model(series(days(200), t -> 0.1 * t, 1), "", USUAL.withGrowth(new Growth.Flat()));
        double[] trend = model.contributions(0, 230).getFirst().values();
        assertThat(trend[0]).isEqualTo(trend[229]);
        assertThat(model.bends()).isEmpty();
        assertThat(model.explanation()).startsWith("A level without trend");
    }

    @Test
    void swingsThatMultiplyGrowWithTheLevel() {
        IntToDoubleFunction shape = t -> (20 + 0.1 * t) * (t % 7 < 2 ? 0.6 : 1.16);
        TimeSeries series = series(days(400), shape, 0.5);
        AdditiveModel multiplied = model(series, "", USUAL.withSeasonality(AdditiveOptions.Seasonality.MULTIPLIES));
        double[] point = multiplied.forecast(new Horizon(28), 0.5).point();
        double worse = 0;
        double[] added = model(series, "", USUAL).forecast(new Horizon(28), 0.5).point();
        for (int k = 0; k < 28; k++) {
            assertThat(point[k]).isCloseTo(shape.applyAsDouble(400 + k), within(2.5));
            worse += Math.abs(added[k] - shape.applyAsDouble(400 + k))
                    - Math.abs(point[k] - shape.applyAsDouble(400 + k));
        }
        assertThat(worse).isPositive();
        double[] sum = new double[28];
        for (Contribution part : multiplied.contributions(400, 428)) {
            Arrays.setAll(sum, k -> sum[k] + part.values()[k]);
        }
        assertThat(sum).containsExactly(point, within(1e-9));
    }

    @Test
    void regressorsAreLearnedAndTheirFutureIsUsed() {
        KnownColumn traffic = column("traffic", 330, t -> 1000 + 300 * Math.sin(t / 11.0) * Math.cos(t / 3.0));
        KnownColumn campaign = column("campaign", 330, t -> t % 29 < 3 ? 1 : 0);
        IntToDoubleFunction shape = t ->
                20 + 0.02 * traffic.values().value(t) + 15 * campaign.values().value(t);
        TimeSeries series = series(days(300), shape, 0.5);
        AdditiveModel model = model(series, "", USUAL.withRegressors(List.of(traffic, campaign)));
        double[] point = model.forecast(new Horizon(30), 0.5).point();
        for (int k = 0; k < 30; k++) {
            assertThat(point[k]).isCloseTo(shape.applyAsDouble(300 + k), within(1.0));
        }
        assertThat(model.contributions(300, 301)).extracting(Contribution::name).contains("traffic", "campaign");
        assertThat(model.provenance().parameters()).containsKeys("traffic", "campaign");
        assertThat(model.provenance().parameters().get("campaign")).isCloseTo(15, within(0.5));
        assertThatThrownBy(() -> model.forecast(new Horizon(31), 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("regressor traffic has no value at 2023-11-27T00:00:00Z, step 31");
        assertThatThrownBy(() -> model.simulate(new Horizon(31), 3, 1)).hasMessageContaining("traffic");
    }

    @Test
    void daysWithoutARegressorAreNotLearned() {
        KnownColumn gappy = column("traffic", 330, t -> t < 50 ? Double.NaN : Math.sin(t));
        TimeSeries series = series(days(300), t -> t < 50 ? 1e6 : 20 + 5 * Math.sin(t), 0.1);
        double[] point = model(series, "", USUAL.withRegressors(List.of(gappy)))
                .forecast(new Horizon(30), 0.5)
                .point();
        for (int k = 0; k < 30; k++) {
            assertThat(point[k]).isCloseTo(20 + 5 * Math.sin(300 + k), within(300.0));
        }
        assertThat(new AdditiveFitter()
                        .fit(
                                series,
                                new ModelSpec.Additive(SeasonLengths.none(), "")
                                        .withOptions(USUAL.withRegressors(List.of(column("x", 5, t -> t)))),
                                1))
                .isEqualTo(new FitOutcome.TooShort(5, 8));
    }

    @Test
    void daysBeforeAndAfterAHolidayHaveTheirOwnEffect() {
        TimeGrid grid = days(1400);
        Set<LocalDate> off = Holidays.of("US").between(2022, 2027).keySet();
        IntToDoubleFunction shape = t -> {
            LocalDate day = LocalDate.of(2023, 1, 1).plusDays(t);
            return 50
                    - (off.contains(day) ? 15 : 0)
                    - (off.contains(day.plusDays(1)) ? 10 : 0)
                    + (off.contains(day.minusDays(1)) ? 6 : 0);
        };
        TimeSeries series = series(grid, shape, 1);
        double[] with = model(series, "US", USUAL.withHolidayWindow(1, 1))
                .forecast(new Horizon(300), 0.5)
                .point();
        double[] without =
                model(series, "US", USUAL).forecast(new Horizon(300), 0.5).point();
        double errorWith = 0;
        double errorWithout = 0;
        for (int k = 0; k < 300; k++) {
            LocalDate day = LocalDate.of(2023, 1, 1).plusDays(1400 + k);
            if (off.contains(day.plusDays(1)) || off.contains(day.minusDays(1))) {
                errorWith += Math.abs(with[k] - shape.applyAsDouble(1400 + k));
                errorWithout += Math.abs(without[k] - shape.applyAsDouble(1400 + k));
            }
        }
        assertThat(errorWith).isLessThan(0.5 * errorWithout);
        assertThatThrownBy(() -> USUAL.withHolidayWindow(-1, 0))
                .hasMessage("days around a holiday (-1) must lie between 0 and 30.");
    }

    @Test
    void bendsAreFoundWithTheirSlopes() {
        AdditiveModel model =
                model(series(days(400), t -> t < 160 ? 20 + 0.2 * t : 52 - 0.1 * (t - 160), 0.5), "", USUAL);
        assertThat(model.bends()).hasSize(1);
        TrendBend bend = model.bends().getFirst();
        assertThat(bend.index()).isBetween(150, 170);
        assertThat(bend.before()).isCloseTo(0.2, within(0.02));
        assertThat(bend.after()).isCloseTo(-0.1, within(0.02));
    }

    @Test
    void singlePeaksDoNotMoveTheCurve() {
        TimeSeries clean = series(days(200), t -> 30 + (t % 7), 0.5);
        double[] values = clean.values();
        for (int t = 11; t < 200; t += 20) {
            values[t] += 200;
        }
        double[] point = model(new TimeSeries(clean.key(), clean.grid(), values), "", USUAL)
                .forecast(new Horizon(14), 0.5)
                .point();
        for (int k = 0; k < 14; k++) {
            assertThat(point[k]).isCloseTo(30 + ((200 + k) % 7), within(4.0));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1, 1e12})
    void theUnitDoesNotMatter(double unit) {
        IntToDoubleFunction shape = t -> 100 * sigmoid((t - 150) / 40.0) + 3 * (t % 7);
        TimeSeries series = series(days(250), shape, 1);
        double[] scaled = Arrays.stream(series.values()).map(v -> v * unit).toArray();
        for (AdditiveOptions one :
                List.of(USUAL, logistic(0, 120), USUAL.withSeasonality(AdditiveOptions.Seasonality.MULTIPLIES))) {
            AdditiveOptions other = one.growth() instanceof Growth.Logistic ? logistic(0, 120 * unit) : one;
            QuantileForecast plain = model(series, "", one).forecast(new Horizon(300), 0.1, 0.9);
            QuantileForecast large = model(new TimeSeries(series.key(), series.grid(), scaled), "", other)
                    .forecast(new Horizon(300), 0.1, 0.9);
            for (int k = 0; k < 300; k += 13) {
                assertThat(large.point()[k] / unit).isCloseTo(plain.point()[k], within(1e-3));
                assertThat(large.quantile(0.1)[k] / unit).isCloseTo(plain.quantile(0.1)[k], within(1e-3));
            }
        }
    }

    @Test
    void constantsStayConstantUnderEveryOption() {
        TimeSeries zeros = series(days(40), t -> 0, 0);
        for (AdditiveOptions options : List.of(
                USUAL,
                USUAL.withGrowth(new Growth.Flat()),
                USUAL.withSeasonality(AdditiveOptions.Seasonality.MULTIPLIES))) {
            assertThat(model(zeros, "", options).forecast(new Horizon(60), 0.9).point())
                    .containsOnly(0.0);
        }
        double[] full = model(series(days(40), t -> 100, 0), "", logistic(0, 100))
                .forecast(new Horizon(60), 0.9)
                .point();
        assertThat(full[59]).isCloseTo(100, within(1.0));
    }

    @Test
    void pathsOfLogisticGrowthAgreeWithItsBand() {
        TimeSeries series = series(days(300), t -> 100 * sigmoid((t - 250) / 40.0), 2);
        AdditiveModel model = model(series, "", logistic(0, 100));
        QuantileForecast forecast = model.forecast(new Horizon(100), 0.1, 0.9);
        SamplePaths paths = model.simulate(new Horizon(100), 1000, 3);
        for (int step : new int[] {0, 50, 99}) {
            int at = step;
            double[] drawn = java.util.stream.IntStream.range(0, 1000)
                    .mapToDouble(i -> paths.value(i, at))
                    .sorted()
                    .toArray();
            double band = forecast.quantile(0.9)[step] - forecast.quantile(0.1)[step];
            assertThat(drawn[900] - drawn[100]).isBetween(0.75 * band, 1.25 * band);
        }
    }

    @Test
    void columnsAreReadByTheWallClockOfTheirGrid() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant before = Instant.parse("2024-03-29T23:00:00Z");
        TimeGrid grid = new TimeGrid(before, Step.DAY, 5, berlin);
        double[] values = {1, 2, 3, 4, 5};
        KnownColumn column =
                new KnownColumn("x", new TimeSeries(new SeriesKey("a", "b", Statistic.MEAN), grid, values));
        for (int t = 0; t < 5; t++) {
            assertThat(column.at(grid.at(t))).isEqualTo(values[t]);
        }
        assertThat(column.at(before.plusSeconds(1))).isNaN();
        assertThat(column.at(grid.at(5))).isNaN();
        TimeGrid months = new TimeGrid(Instant.parse("2000-01-31T00:00:00Z"), Step.MONTH, 300, ZoneOffset.UTC);
        double[] numbers = new double[300];
        Arrays.setAll(numbers, i -> i);
        KnownColumn monthly =
                new KnownColumn("m", new TimeSeries(new SeriesKey("a", "b", Statistic.MEAN), months, numbers));
        for (int t = 0; t < 300; t++) {
            assertThat(monthly.at(months.at(t))).isEqualTo(t);
        }
    }
}
