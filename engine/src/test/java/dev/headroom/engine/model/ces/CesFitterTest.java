package dev.headroom.engine.model.ces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.Settings;
import dev.headroom.engine.model.theta.SimpleSmoothing;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CesFitterTest {
    private static final double NAN = Double.NaN;
    private static final Offset<Double> EXACT = within(1e-9);

    private static FitOutcome fit(ModelSpec spec, double... values) {
        TimeSeries series =
                new TimeSeries(new SeriesKey("a", "cpu", Statistic.MEAN), TimeGrid.ordinal(0, values.length), values);
        return new CesFitter().fit(series, spec, 1);
    }

    private static CesModel model(SeasonLengths seasons, double... values) {
        return (CesModel) ((FitOutcome.Fitted) fit(new ModelSpec.Ces(seasons), values)).model();
    }

    private static CesModel model(CesForm form, int season, double... values) {
        Settings settings = new Settings(new TreeMap<>(Map.of("form", form.code())));
        return (CesModel)
                ((FitOutcome.Fitted) fit(new ModelSpec.Ces(SeasonLengths.of(season), settings), values)).model();
    }

    private static double[] noisy(int length, int season, double size) {
        SeededStream noise = new SeededStream(5, season);
        double[] level = {40};
        return IntStream.range(0, length)
                .mapToDouble(t -> {
                    level[0] += 0.3 * noise.nextGaussian();
                    return level[0] + size * Math.sin(2 * Math.PI * t / season) + noise.nextGaussian();
                })
                .toArray();
    }

    @Test
    void onePairByHand() {
        ComplexPair pair = new ComplexPair(10, 8);
        pair.step(1.4, 0.9, 2);
        // Level 10 - .1 8 + (1.4 - .9) 2 = 10.2; information 10 - .4 8 + (1.4 + .9) 2 = 11.4.
        assertThat(pair.level()).isCloseTo(10.2, EXACT);
        assertThat(pair.information()).isCloseTo(11.4, EXACT);
    }

    @Test
    void growthIsTheLargerRootOfTheTransition() {
        CesWeights weights = CesWeights.of(CesForm.NONE, 1, new double[] {0.4, 1}, 0.02);
        ComplexPair pair = new ComplexPair(3, 5);
        for (int t = 0; t < 300; t++) {
            pair.step(weights.real(), weights.imaginary(), 0);
        }
        double before = pair.level();
        pair.step(weights.real(), weights.imaginary(), 0);
        assertThat(pair.level() / before).isCloseTo(Math.exp(0.02), EXACT);
    }

    /// With an imaginary part of 1 the level moves by real part less 1 times the error: simple smoothing.
    @Test
    void withoutGrowthItIsSimpleSmoothing() {
        double[] values = noisy(80, 1, 0);
        CesData data = CesData.of(values, SeasonLengths.none());
        SimpleSmoothing simple = SimpleSmoothing.fit(data.scaled(), 80);
        CesWeights weights = CesWeights.of(CesForm.NONE, 1, new double[] {simple.alpha(), 0}, 0);
        CesState state = CesState.start(CesForm.NONE, weights, simple.firstLevel(), new double[1]);
        for (double value : data.scaled()) {
            state.step(value - state.mean());
        }
        assertThat(weights.imaginary()).isCloseTo(1, EXACT);
        assertThat(state.mean()).isCloseTo(simple.lastLevel(), EXACT);
        CesEstimate own = CesEstimate.of(CesForm.NONE, data);
        assertThat(own.sigma() * own.sigma() * (80 - 4)).isLessThanOrEqualTo(simple.squaredError() * (1 + 1e-6));
    }

    @ParameterizedTest
    @EnumSource(CesForm.class)
    void everyFormContinuesASeason(CesForm form) {
        double size = form == CesForm.NONE ? 0 : 10;
        CesModel model = model(form, 12, noisy(120, 12, size));
        double[] values = noisy(132, 12, size);
        double[] point = model.forecast(new Horizon(12)).point();
        for (int k = 0; k < 12; k++) {
            assertThat(point[k]).isCloseTo(values[120 + k], within(6.0));
        }
        assertThat(model.form()).isEqualTo(form);
        assertThat(model.explanation()).contains(form.words());
    }

    @Test
    void aiccFindsTheSeasonAndLeavesItOutWhereThereIsNone() {
        assertThat(model(SeasonLengths.of(12), noisy(120, 12, 10)).form()).isNotEqualTo(CesForm.NONE);
        assertThat(model(SeasonLengths.of(12), noisy(120, 12, 0)).form()).isEqualTo(CesForm.NONE);
        assertThat(CesForm.FULL.parameterCount(12)).isEqualTo(4 + 1 + 11 + 1);
        assertThat(CesForm.PARTIAL.parameterCount(12)).isEqualTo(3 + 1 + 11 + 1);
        assertThat(CesForm.SIMPLE.parameterCount(12)).isEqualTo(2 + 1 + 11 + 1);
        assertThat(CesForm.NONE.parameterCount(12)).isEqualTo(2 + 1 + 1);
    }

    @Test
    void aWeekOnTopOfADayIsTakenOutAsAPattern() {
        double[] values = noisy(24 * 7 * 5, 24, 10);
        for (int t = 0; t < values.length; t++) {
            values[t] -= t / 24 % 7 >= 5 ? 15 : 0;
        }
        double[] point = model(SeasonLengths.of(24, 168), values)
                .forecast(new Horizon(168))
                .point();
        double weekday = Arrays.stream(point, 0, 120).average().orElseThrow();
        double weekend = Arrays.stream(point, 120, 168).average().orElseThrow();
        assertThat(weekday - weekend).isCloseTo(15, within(3.0));
    }

    @ParameterizedTest
    @EnumSource(CesForm.class)
    void pathsSpreadAsTheForecastSays(CesForm form) {
        CesModel model = model(form, 4, noisy(80, 4, 5));
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
    }

    @Test
    void anEarlierOriginSeesOnlyWhatCameBefore() {
        double[] values = noisy(80, 4, 5);
        CesModel model = model(SeasonLengths.of(4), values);
        assertThat(model.asOf(80).forecast(new Horizon(3)).point())
                .isEqualTo(model.forecast(new Horizon(3)).point());
        QuantileForecast early = model.asOf(60).forecast(new Horizon(3));
        assertThat(early.grid()).isEqualTo(TimeGrid.ordinal(60, 3));
        assertThat(early.point()[0]).isCloseTo(values[60], within(5.0));
        assertThat(model.optimism()).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e12, -1})
    void theUnitDoesNotMatter(double unit) {
        double[] values = noisy(80, 4, 5);
        double[] plain =
                model(SeasonLengths.of(4), values).forecast(new Horizon(8)).point();
        double[] other = model(
                        SeasonLengths.of(4),
                        Arrays.stream(values).map(value -> unit * value).toArray())
                .forecast(new Horizon(8))
                .point();
        for (int k = 0; k < 8; k++) {
            assertThat(other[k]).isCloseTo(unit * plain[k], within(1e-3 * Math.abs(unit * plain[k])));
        }
    }

    @Test
    void gapsAreToleratedAnywhere() {
        double[] values = noisy(96, 12, 10);
        double[] whole =
                model(SeasonLengths.of(12), values).forecast(new Horizon(6)).point();
        for (int t : new int[] {0, 1, 17, 40, 41, 42, 43, 70, 94, 95}) {
            values[t] = NAN;
        }
        double[] gappy =
                model(SeasonLengths.of(12), values).forecast(new Horizon(6)).point();
        for (int k = 0; k < 6; k++) {
            assertThat(gappy[k]).isCloseTo(whole[k], within(3.0));
        }
    }

    @Test
    void edgesAreOutcomesOrFlatForecasts() {
        ModelSpec spec = new ModelSpec.Ces(SeasonLengths.of(4));
        assertThat(fit(spec)).isEqualTo(new FitOutcome.TooShort(0, 5));
        assertThat(fit(spec, 1)).isEqualTo(new FitOutcome.TooShort(1, 5));
        assertThat(fit(spec, 1, 2)).isEqualTo(new FitOutcome.TooShort(2, 5));
        assertThat(fit(spec, NAN, NAN, NAN, NAN, NAN, NAN)).isEqualTo(new FitOutcome.TooShort(0, 5));
        assertThat(fit(spec, 1, 3, 2, 4, 3)).isInstanceOf(FitOutcome.Fitted.class);
        for (double value : new double[] {5, 0, -3}) {
            QuantileForecast flat = model(SeasonLengths.of(4), value, value, NAN, value, value, value, value)
                    .forecast(new Horizon(60), 0.025, 0.975);
            assertThat(flat.point()[59]).isCloseTo(value, EXACT);
            assertThat(flat.quantile(0.975)[59]).isCloseTo(value, EXACT);
        }
        double[] late = new double[60];
        System.arraycopy(noisy(20, 4, 5), 0, late, 40, 20);
        assertThat(Arrays.stream(model(SeasonLengths.of(4), late)
                        .forecast(new Horizon(80))
                        .point()))
                .allMatch(value -> value > -50 && value < 100);
    }

    @Test
    void aFormThatNeedsASeasonSaysSo() {
        Settings full = new Settings(new TreeMap<>(Map.of("form", "full")));
        FitOutcome outcome = fit(new ModelSpec.Ces(SeasonLengths.none(), full), noisy(40, 4, 5));
        assertThat(((FitOutcome.NotConverged) outcome).reason()).contains("form=full", "needs a season");
    }

    @Test
    void anotherSpecificationIsRefused() {
        assertThatThrownBy(() -> fit(new ModelSpec.Naive(), 1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("naive");
    }
}
