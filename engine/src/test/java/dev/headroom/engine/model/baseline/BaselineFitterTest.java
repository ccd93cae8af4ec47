package dev.headroom.engine.model.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BaselineFitterTest {
    private static final double NAN = Double.NaN;
    private static final ModelSpec NAIVE = new ModelSpec.Naive();
    private static final ModelSpec DRIFT = new ModelSpec.Drift();
    private static final ModelSpec SEASONAL = new ModelSpec.SeasonalNaive(SeasonLengths.of(3));

    private static TimeSeries series(double... values) {
        return new TimeSeries(new SeriesKey("a", "cpu", Statistic.MEAN), TimeGrid.ordinal(0, values.length), values);
    }

    private static FittedModel fit(ModelSpec spec, double... values) {
        FitOutcome outcome = new BaselineFitter().fit(series(values), spec, 1);
        assertThat(outcome).isInstanceOf(FitOutcome.Fitted.class);
        return ((FitOutcome.Fitted) outcome).model();
    }

    @Test
    void naiveRepeatsTheLastValueWithTheRootMeanSquareOfTheChanges() {
        QuantileForecast forecast = fit(NAIVE, 1, 4, 0).forecast(new Horizon(4), 0.5, 0.975);
        double sigma = Math.sqrt((9 + 16) / 2.0);
        assertThat(forecast.point()).containsExactly(0, 0, 0, 0);
        assertThat(forecast.quantile(0.975)[0]).isCloseTo(1.959964 * sigma, within(1e-5));
        assertThat(forecast.quantile(0.975)[3]).isCloseTo(1.959964 * sigma * 2, within(1e-5));
    }

    @Test
    void seasonalNaiveRepeatsTheLastSeason() {
        QuantileForecast forecast = fit(SEASONAL, 1, 2, 3, 2, 4, 6).forecast(new Horizon(5), 0.9);
        double sigma = Math.sqrt((1 + 4 + 9) / 3.0);
        assertThat(forecast.point()).containsExactly(2, 4, 6, 2, 4);
        assertThat(forecast.quantile(0.9)[4] - 4).isCloseTo(1.281552 * sigma * Math.sqrt(2), within(1e-5));
    }

    @Test
    void driftContinuesTheLineThroughTheEnds() {
        QuantileForecast forecast = fit(DRIFT, 1, 3, 3, 7).forecast(new Horizon(3), 0.9);
        double sigma = Math.sqrt((0 + 4 + 4) / 2.0);
        assertThat(forecast.point()).containsExactly(9, 11, 13);
        assertThat(forecast.quantile(0.9)[2] - 13)
                .isCloseTo(1.281552 * sigma * Math.sqrt(3 * (1 + 3 / 3.0)), within(1e-5));
    }

    @Test
    void gapsStretchTheDistanceToTheLastObservation() {
        QuantileForecast naive = fit(NAIVE, 1, NAN, 3, NAN).forecast(new Horizon(1), 0.975);
        assertThat(naive.point()).containsExactly(3);
        assertThat(naive.quantile(0.975)[0] - 3).isCloseTo(1.959964 * Math.sqrt(2) * Math.sqrt(2), within(1e-5));
        QuantileForecast drift = fit(DRIFT, NAN, 0, 1, NAN, 3, NAN).forecast(new Horizon(1), 0.975);
        assertThat(drift.point()[0]).isCloseTo(5, within(1e-12));
        QuantileForecast seasonal = fit(SEASONAL, 1, 2, 3, 2, NAN, 6).forecast(new Horizon(3), 0.9);
        assertThat(seasonal.point()).containsExactly(2, 2, 6);
    }

    @Test
    void tooFewObservationsAreAnOutcome() {
        BaselineFitter fitter = new BaselineFitter();
        assertThat(fitter.fit(series(), NAIVE, 1)).isEqualTo(new FitOutcome.TooShort(0, 2));
        assertThat(fitter.fit(series(5), NAIVE, 1)).isEqualTo(new FitOutcome.TooShort(1, 2));
        assertThat(fitter.fit(series(NAN, NAN, NAN), NAIVE, 1)).isEqualTo(new FitOutcome.TooShort(0, 2));
        assertThat(fitter.fit(series(5, 6), DRIFT, 1)).isEqualTo(new FitOutcome.TooShort(2, 3));
        assertThat(fitter.fit(series(5, 6, 7), SEASONAL, 1)).isEqualTo(new FitOutcome.TooShort(3, 4));
    }

    @Test
    void aConstantHasABandOfWidthZero() {
        QuantileForecast forecast = fit(NAIVE, 5, 5, 5).forecast(new Horizon(2), 0.025, 0.975);
        assertThat(forecast.quantile(0.025)).containsExactly(5, 5);
        assertThat(forecast.quantile(0.975)).containsExactly(5, 5);
    }

    @Test
    void shiftAndScaleCarryOver() {
        double[] values = {3, -1, 4, 1, -5, 9, 2, 6};
        double[] moved = Arrays.stream(values).map(value -> 10 - 2 * value).toArray();
        for (ModelSpec spec : new ModelSpec[] {NAIVE, DRIFT, SEASONAL}) {
            QuantileForecast one = fit(spec, values).forecast(new Horizon(4), 0.1);
            QuantileForecast two = fit(spec, moved).forecast(new Horizon(4), 0.9);
            for (int k = 0; k < 4; k++) {
                assertThat(two.quantile(0.9)[k]).isCloseTo(10 - 2 * one.quantile(0.1)[k], within(1e-9));
            }
        }
    }

    @Test
    void pathsSpreadAsTheForecastSays() {
        double[] values = {3, -1, 4, 1, -5, 9, 2, 6};
        for (ModelSpec spec : new ModelSpec[] {NAIVE, DRIFT, SEASONAL}) {
            FittedModel model = fit(spec, values);
            SamplePaths paths = model.simulate(new Horizon(5), 4000, 7);
            QuantileForecast forecast = model.forecast(new Horizon(5), 0.9);
            for (int k = 0; k < 5; k++) {
                int step = k;
                double limit = forecast.quantile(0.9)[k];
                double below = java.util.stream.IntStream.range(0, 4000)
                        .filter(i -> paths.value(i, step) <= limit)
                        .count();
                // Standard error of a share of .9 among 4000 is .0047: four of them.
                assertThat(below / 4000).isCloseTo(0.9, within(0.019));
            }
            assertThat(model.simulate(new Horizon(5), 3, 7).path(2)).isEqualTo(paths.path(2));
        }
    }

    @Test
    void withoutASeasonTheSeasonalNaiveIsTheNaive() {
        ModelSpec spec = new ModelSpec.SeasonalNaive(SeasonLengths.none());
        assertThat(fit(spec, 1, 4, 0).forecast(new Horizon(2), 0.9).quantile(0.9))
                .isEqualTo(fit(NAIVE, 1, 4, 0).forecast(new Horizon(2), 0.9).quantile(0.9));
    }

    @Test
    void anotherFamilyIsRefused() {
        assertThatThrownBy(() -> new BaselineFitter().fit(series(1, 2), new ModelSpec.Ets(SeasonLengths.none()), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spec (ets)");
    }
}
