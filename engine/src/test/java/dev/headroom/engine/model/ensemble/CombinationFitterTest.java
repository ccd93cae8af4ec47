package dev.headroom.engine.model.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CombinationFitterTest {
    private static final double[] LEVELS = {0.01, 0.025, 0.1, 0.5, 0.9, 0.975, 0.99};

    private static TimeSeries series(double... values) {
        return new TimeSeries(
                new SeriesKey("web-1", "cpu", Statistic.MEAN), TimeGrid.ordinal(1, values.length), values);
    }

    private static CombinationModel fit(int season, double... values) {
        FitOutcome outcome =
                new CombinationFitter().fit(series(values), new ModelSpec.Auto(SeasonLengths.of(season)), 7);
        assertThat(outcome).isInstanceOf(FitOutcome.Fitted.class);
        return (CombinationModel) ((FitOutcome.Fitted) outcome).model();
    }

    private static QuantileForecast forecast(int season, int steps, double... values) {
        return fit(season, values).forecast(new Horizon(steps), LEVELS);
    }

    @Test
    void aSeriesWithoutObservationsIsTooShort() {
        ModelSpec.Auto auto = new ModelSpec.Auto(SeasonLengths.of(24));
        CombinationFitter fitter = new CombinationFitter();

        assertThat(fitter.fit(series(), auto, 1)).isEqualTo(new FitOutcome.TooShort(0, 1));
        assertThat(fitter.fit(series(Double.NaN, Double.NaN), auto, 1)).isEqualTo(new FitOutcome.TooShort(0, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 12, 24, 52})
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
        assertThat(forecast.quantile(0.99)).containsOnly(new double[] {42}, within(1e-9));
        assertThat(forecast(season, 30, new double[200]).quantile(0.9)).containsOnly(0);
    }
}
