package dev.headroom.engine.model.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.Contribution;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.Settings;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MstlFitterTest {
    private static final double NAN = Double.NaN;
    private static final Settings ROBUST = new Settings(new TreeMap<>(Map.of("robust", "yes")));

    private static FitOutcome fit(ModelSpec spec, Step step, double... values) {
        TimeGrid grid = TimeGrid.utc(Instant.parse("2024-01-01T00:00:00Z"), step, values.length);
        return new MstlFitter().fit(new TimeSeries(new SeriesKey("a", "cpu", Statistic.MEAN), grid, values), spec, 1);
    }

    private static DecompositionModel model(ModelSpec spec, Step step, double... values) {
        return (DecompositionModel) ((FitOutcome.Fitted) fit(spec, step, values)).model();
    }

    private static DecompositionModel hourly(double... values) {
        return model(new ModelSpec.Mstl(SeasonLengths.of(24)), Step.HOUR, values);
    }

    private static double truth(int t) {
        return 50 + 10 * Math.sin(2 * Math.PI * t / 24) - (t / 24 % 7 >= 5 ? 15 : 0);
    }

    private static double[] load(int length) {
        SeededStream noise = new SeededStream(5, 1);
        return IntStream.range(0, length)
                .mapToDouble(t -> truth(t) + noise.nextGaussian())
                .toArray();
    }

    @Test
    void dayAndWeekGoOn() {
        DecompositionModel model = hourly(load(24 * 7 * 5));
        double[] point = model.forecast(new Horizon(168)).point();
        for (int k = 0; k < 168; k++) {
            assertThat(point[k]).as("hour " + k).isCloseTo(truth(24 * 7 * 5 + k), within(4.0));
        }
        assertThat(model.explanation()).contains("seasons of 24 and 168 steps", "ETS(");
    }

    @Test
    void whichSeasonsThereAreFollowsFromTheStep() {
        SeasonLengths day = SeasonLengths.of(24);
        assertThat(day.nested(Step.HOUR, 100, 3)).containsExactly(24.0, 168.0);
        assertThat(day.nested(new Step.Ordinal(), 100, 3)).containsExactly(24.0, 168.0);
        assertThat(SeasonLengths.of(12).nested(Step.MONTH, 900, 3)).containsExactly(12.0);
        assertThat(SeasonLengths.of(12).nested(new Step.Ordinal(), 900, 3)).containsExactly(12.0);
        assertThat(SeasonLengths.of(52).nested(Step.WEEK, 900, 3)).containsExactly(365.25 / 7);
        assertThat(SeasonLengths.of(7).nested(Step.DAY, 1095, 3)).containsExactly(7.0);
        assertThat(SeasonLengths.of(7).nested(Step.DAY, 1096, 3)).containsExactly(7.0, 365.25);
        assertThat(SeasonLengths.of(7, 30).nested(Step.DAY, 1096, 3)).containsExactly(7.0, 30.0);
        assertThat(SeasonLengths.none().nested(Step.HOUR, 1096, 3)).isEmpty();
    }

    @Test
    void weekAndYearOfDaysGoOn() {
        SeededStream noise = new SeededStream(7, 1);
        double[] values = IntStream.range(0, 1461)
                .mapToDouble(t -> 80
                        + 20 * Math.sin(2 * Math.PI * t / 365.25)
                        + 5 * Math.sin(2 * Math.PI * t / 7)
                        + noise.nextGaussian())
                .toArray();
        double[] point = model(new ModelSpec.Mstl(SeasonLengths.of(7)), Step.DAY, values)
                .forecast(new Horizon(180))
                .point();
        double[] misses = IntStream.range(0, 180)
                .mapToDouble(k -> Math.abs(point[k]
                        - 80
                        - 20 * Math.sin(2 * Math.PI * (1461 + k) / 365.25)
                        - 5 * Math.sin(2 * Math.PI * (1461 + k) / 7)))
                .toArray();
        assertThat(Arrays.stream(misses).average().orElseThrow()).isLessThan(2.0);
    }

    @Test
    void robustWeightsKeepOutliersOutOfTheSeason() {
        double[] values = load(24 * 7 * 5);
        for (int t = 24 * 7 * 5 - 20; t > 0; t -= 24 * 9) {
            values[t] += 300;
        }
        double plain = 0;
        double robust = 0;
        ModelSpec spec = new ModelSpec.Mstl(SeasonLengths.of(24), ROBUST);
        double[] with =
                model(spec, Step.HOUR, values).forecast(new Horizon(168)).point();
        double[] without = hourly(values).forecast(new Horizon(168)).point();
        for (int k = 0; k < 168; k++) {
            plain += Math.abs(without[k] - truth(840 + k));
            robust += Math.abs(with[k] - truth(840 + k));
        }
        assertThat(robust).isLessThan(0.7 * plain);
    }

    @Test
    void partsAddUpToTheForecast() {
        DecompositionModel model = hourly(load(400));
        List<Contribution> parts = model.contributions(390, 430);
        assertThat(parts).extracting(Contribution::name).containsExactly("trend", "daily", "weekly");
        double[] point = model.forecast(new Horizon(30)).point();
        for (int k = 0; k < 30; k++) {
            int at = 10 + k;
            assertThat(parts.stream().mapToDouble(part -> part.values()[at]).sum())
                    .isCloseTo(point[k], within(1e-9));
        }
    }

    @Test
    void pathsSpreadAsTheForecastSays() {
        DecompositionModel model = hourly(load(400));
        SamplePaths paths = model.simulate(new Horizon(9), 3000, 11);
        QuantileForecast forecast = model.forecast(new Horizon(9), 0.1, 0.9);
        double low = forecast.quantile(0.1)[8];
        double high = forecast.quantile(0.9)[8];
        double inside = IntStream.range(0, 3000)
                .filter(i -> paths.value(i, 8) >= low && paths.value(i, 8) <= high)
                .count();
        // Four standard errors of a share among 3000.
        assertThat(inside / 3000).isCloseTo(0.8, within(0.03));
        assertThat(model.simulate(new Horizon(9), 2, 11).path(1)).isEqualTo(paths.path(1));
    }

    @Test
    void anEarlierOriginSeesOnlyWhatCameBefore() {
        double[] values = load(600);
        DecompositionModel model = hourly(values);
        assertThat(model.asOf(600).forecast(new Horizon(3)).point())
                .isEqualTo(model.forecast(new Horizon(3)).point());
        double[] other = values.clone();
        Arrays.fill(other, 500, 600, 40);
        double[] early = model.asOf(500).forecast(new Horizon(5)).point();
        for (int k = 0; k < 5; k++) {
            assertThat(early[k]).isCloseTo(truth(500 + k), within(5.0));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e12})
    void theUnitDoesNotMatter(double unit) {
        double[] values = load(200);
        double[] plain = hourly(values).forecast(new Horizon(8)).point();
        double[] other = hourly(Arrays.stream(values).map(value -> unit * value).toArray())
                .forecast(new Horizon(8))
                .point();
        for (int k = 0; k < 8; k++) {
            assertThat(other[k]).isCloseTo(unit * plain[k], within(1e-3 * unit * plain[k]));
        }
    }

    @Test
    void gapsAreBridgedBySeasonAndLine() {
        double[] values = load(600);
        double[] whole = hourly(values).forecast(new Horizon(24)).point();
        Arrays.fill(values, 0, 5, NAN);
        Arrays.fill(values, 200, 260, NAN);
        Arrays.fill(values, 595, 600, NAN);
        double[] gappy = hourly(values).forecast(new Horizon(24)).point();
        for (int k = 0; k < 24; k++) {
            assertThat(gappy[k]).isCloseTo(whole[k], within(4.0));
        }
    }

    @Test
    void edgesAreOutcomesOrFlatForecasts() {
        ModelSpec spec = new ModelSpec.Mstl(SeasonLengths.of(7));
        assertThat(fit(spec, Step.DAY)).isEqualTo(new FitOutcome.TooShort(0, 5));
        assertThat(fit(spec, Step.DAY, 1)).isEqualTo(new FitOutcome.TooShort(1, 5));
        assertThat(fit(spec, Step.DAY, 1, 2)).isEqualTo(new FitOutcome.TooShort(2, 5));
        assertThat(fit(spec, Step.DAY, NAN, NAN, NAN, NAN, NAN, NAN)).isEqualTo(new FitOutcome.TooShort(0, 5));
        assertThat(model(spec, Step.DAY, 1, 3, 2, 4, 3).explanation()).contains("No season");
        double[] constant = new double[60];
        Arrays.fill(constant, -3);
        constant[30] = NAN;
        QuantileForecast flat = model(spec, Step.DAY, constant).forecast(new Horizon(90), 0.025, 0.975);
        assertThat(flat.point()[89]).isCloseTo(-3, within(1e-9));
        assertThat(flat.quantile(0.975)[89]).isCloseTo(-3, within(1e-6));
        double[] late = new double[90];
        System.arraycopy(load(40), 0, late, 50, 40);
        assertThat(Arrays.stream(
                        model(spec, Step.DAY, late).forecast(new Horizon(120)).point()))
                .allMatch(Double::isFinite);
    }

    @Test
    void anotherSpecificationIsRefused() {
        assertThatThrownBy(() -> fit(new ModelSpec.Naive(), Step.DAY, 1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("naive");
    }
}
