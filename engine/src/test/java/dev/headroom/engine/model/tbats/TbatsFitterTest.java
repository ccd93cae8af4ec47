package dev.headroom.engine.model.tbats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.tbats.TbatsForm.Season;
import dev.headroom.engine.model.tbats.TbatsForm.Trend;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TbatsFitterTest {
    private static final double NAN = Double.NaN;
    private static final Offset<Double> EXACT = within(1e-9);

    private static List<String[]> rows(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TbatsFitterTest.class.getResourceAsStream("/oracle/" + name)),
                StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static FitOutcome fit(ModelSpec spec, double... values) {
        TimeSeries series =
                new TimeSeries(new SeriesKey("a", "cpu", Statistic.MEAN), TimeGrid.ordinal(0, values.length), values);
        return new TbatsFitter().fit(series, spec, 1);
    }

    private static TbatsModel model(int season, double... values) {
        return (TbatsModel) ((FitOutcome.Fitted) fit(new ModelSpec.Tbats(SeasonLengths.of(season)), values)).model();
    }

    private static double truth(int t) {
        return 60 + 8 * Math.sin(2 * Math.PI * t / 12) + 3 * Math.cos(4 * Math.PI * t / 12);
    }

    private static double[] wavy(int length) {
        SeededStream noise = new SeededStream(5, 1);
        return IntStream.range(0, length)
                .mapToDouble(t -> truth(t) + noise.nextGaussian())
                .toArray();
    }

    /// R keeps the states of its first guess of the weights, so that its AIC is higher; forecasts are close, not equal.
    @ParameterizedTest
    @CsvSource({"deaths,0.04", "temperature,0.04", "passengers,0.09", "load,0.02"})
    void theAicIsNoHigherAndForecastsAreCloseToThoseOfR(String name, double farthest) throws IOException {
        double[] values = rows("tbats-series.csv").stream()
                .filter(row -> row[0].equals(name))
                .mapToDouble(row -> Double.parseDouble(row[1]))
                .toArray();
        String[] oracle = rows("tbats-fits.csv").stream()
                .filter(row -> row[0].equals(name))
                .findFirst()
                .orElseThrow();
        TbatsData data = TbatsData.of(values);
        TbatsEstimate own =
                TbatsChoice.best(data, Arrays.stream(numbers(oracle[1])).boxed().toList());
        double aic = own.aic() + 2 * values.length * Math.log(data.scale());
        assertThat(aic).isLessThan(Double.parseDouble(oracle[2]));
        double[] expected = numbers(oracle[4]);
        TbatsState state = own.state(data, values.length);
        for (double one : expected) {
            double point = data.inUnit(state.mean(), own.form().lambda());
            assertThat(point / one).isCloseTo(1, within(farthest));
            state.step(0);
        }
    }

    @Test
    void oneStepByHand() {
        TbatsForm form = new TbatsForm(1, Trend.DAMPED, List.of(new Season(4, List.of(1))), 1, 1);
        // alpha, beta, phi, two gammas, one lag of disturbances, one of errors.
        TbatsState state = new TbatsState(form, new double[] {0.5, 0.1, 0.9, 0.2, 0.3, 0.4, 0.25})
                .startingAt(new double[] {10, 2, 3, 1});
        assertThat(state.mean()).isCloseTo(10 + 1.8 + 3, EXACT);
        state.step(2);
        // Disturbance 2: level 11.8 + 1 = 12.8, slope 1.8 + .2 = 2; a quarter turn takes (3, 1) to (1, -3),
        // then + .2 2 and + .3 2; ahead .4 2 + .25 2 = 1.3.
        assertThat(state.mean()).isCloseTo(12.8 + 1.8 + 1.4 + 1.3, EXACT);
        state.step(0);
        // Disturbance 1.3: level 14.6 + .65, slope 1.8 + .13, wave -2.4 + .26; ahead .4 1.3.
        assertThat(state.mean()).isCloseTo(15.25 + 0.9 * 1.93 - 2.14 + 0.52, EXACT);
    }

    @Test
    void firstStatesLeaveNoErrorWhereTheSeriesIsExact() {
        double[] exact =
                IntStream.range(0, 48).mapToDouble(TbatsFitterTest::truth).toArray();
        TbatsForm form = new TbatsForm(1, Trend.NONE, List.of(new Season(12, List.of(1, 2))), 0, 0);
        TbatsData data = TbatsData.of(exact);
        TbatsEstimate estimate = TbatsEstimate.at(form, form.start(), data);
        assertThat(estimate.sigma()).isLessThan(1e-6);
        assertThat(estimate.states()[0] * data.scale()).isCloseTo(60, within(1e-4));
        assertThat(form.parameterCount()).isEqualTo(3 + 5);
    }

    @Test
    void seasonsOfAnyLengthGoOn() {
        double period = 365.25 / 7;
        SeededStream noise = new SeededStream(6, 1);
        double[] values = IntStream.range(0, 300)
                .mapToDouble(t -> 50 + 10 * Math.sin(2 * Math.PI * t / period) + noise.nextGaussian())
                .toArray();
        TbatsModel model = model(52, values);
        double[] point = model.forecast(new Horizon(52)).point();
        for (int k = 0; k < 52; k++) {
            assertThat(point[k]).isCloseTo(50 + 10 * Math.sin(2 * Math.PI * (300 + k) / period), within(2.5));
        }
        assertThat(model.explanation()).contains("TBATS(", "52.18 steps");
    }

    @Test
    void noiseGetsNoSeason() {
        SeededStream noise = new SeededStream(6, 2);
        double[] values = IntStream.range(0, 150)
                .mapToDouble(t -> 50 + noise.nextGaussian())
                .toArray();
        assertThat(model(12, values).form().waves()).isLessThanOrEqualTo(1);
    }

    @Test
    void pathsSpreadAsTheForecastSays() {
        TbatsModel model = model(12, wavy(96));
        SamplePaths paths = model.simulate(new Horizon(9), 3000, 11);
        QuantileForecast forecast = model.forecast(new Horizon(9), 0.1, 0.9);
        for (int k = 0; k < 9; k++) {
            int step = k;
            double low = forecast.quantile(0.1)[k];
            double high = forecast.quantile(0.9)[k];
            double inside = IntStream.range(0, 3000)
                    .filter(i -> paths.value(i, step) >= low && paths.value(i, step) <= high)
                    .count();
            // Four standard errors of a share among 3000.
            assertThat(inside / 3000).isCloseTo(0.8, within(0.03));
        }
        assertThat(model.simulate(new Horizon(9), 2, 11).path(1)).isEqualTo(paths.path(1));
        assertThat(model(12, wavy(96)).forecast(new Horizon(9)).point()).isEqualTo(forecast.point());
    }

    @Test
    void anEarlierOriginSeesOnlyWhatCameBefore() {
        TbatsModel model = model(12, wavy(120));
        assertThat(model.asOf(120).forecast(new Horizon(3)).point())
                .isEqualTo(model.forecast(new Horizon(3)).point());
        QuantileForecast early = model.asOf(90).forecast(new Horizon(3));
        assertThat(early.grid()).isEqualTo(TimeGrid.ordinal(90, 3));
        assertThat(early.point()[0]).isCloseTo(truth(90), within(4.0));
        assertThat(model.optimism()).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e12})
    void theUnitDoesNotMatter(double unit) {
        double[] values = wavy(96);
        double[] plain = model(12, values).forecast(new Horizon(8)).point();
        double[] other = model(
                        12, Arrays.stream(values).map(value -> unit * value).toArray())
                .forecast(new Horizon(8))
                .point();
        for (int k = 0; k < 8; k++) {
            assertThat(other[k]).isCloseTo(unit * plain[k], within(1e-2 * unit * plain[k]));
        }
    }

    @Test
    void gapsAndNegativeValuesAreTolerated() {
        double[] values = Arrays.stream(wavy(120)).map(value -> value - 65).toArray();
        Arrays.fill(values, 0, 3, NAN);
        Arrays.fill(values, 50, 60, NAN);
        Arrays.fill(values, 117, 120, NAN);
        TbatsModel model = model(12, values);
        assertThat(model.form().lambda()).isEqualTo(1);
        double[] point = model.forecast(new Horizon(12)).point();
        for (int k = 0; k < 12; k++) {
            assertThat(point[k]).isCloseTo(truth(120 + k) - 65, within(4.0));
        }
    }

    @Test
    void edgesAreOutcomesOrFlatForecasts() {
        ModelSpec spec = new ModelSpec.Tbats(SeasonLengths.of(4));
        assertThat(fit(spec)).isEqualTo(new FitOutcome.TooShort(0, 10));
        assertThat(fit(spec, 1)).isEqualTo(new FitOutcome.TooShort(1, 10));
        assertThat(fit(spec, 1, 2)).isEqualTo(new FitOutcome.TooShort(2, 10));
        double[] nothing = new double[30];
        Arrays.fill(nothing, NAN);
        assertThat(fit(spec, nothing)).isEqualTo(new FitOutcome.TooShort(0, 10));
        for (double value : new double[] {5, 0, -3}) {
            double[] constant = new double[40];
            Arrays.fill(constant, value);
            constant[7] = NAN;
            QuantileForecast flat = model(4, constant).forecast(new Horizon(60), 0.025, 0.975);
            assertThat(flat.point()[59]).isCloseTo(value, EXACT);
            assertThat(flat.quantile(0.975)[59]).isCloseTo(value, EXACT);
        }
        double[] late = new double[60];
        System.arraycopy(wavy(20), 0, late, 40, 20);
        assertThat(Arrays.stream(model(4, late).forecast(new Horizon(90)).point()))
                .allMatch(value -> value > -100 && value < 200);
        assertThat(Arrays.stream(model(4, 3, 1, 4, 1, 5, 9, 2, 6, 5, 3)
                        .forecast(new Horizon(40), 0.975)
                        .quantile(0.975)))
                .allMatch(Double::isFinite);
    }

    @Test
    void anotherSpecificationIsRefused() {
        assertThatThrownBy(() -> fit(new ModelSpec.Naive(), 1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("naive");
    }
}
