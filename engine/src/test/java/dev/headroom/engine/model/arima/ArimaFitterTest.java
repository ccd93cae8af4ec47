package dev.headroom.engine.model.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArimaFitterTest {
    private static final double NAN = Double.NaN;

    private static TimeSeries series(double... values) {
        return new TimeSeries(new SeriesKey("a", "cpu", Statistic.MEAN), TimeGrid.ordinal(0, values.length), values);
    }

    private static FitOutcome fit(SeasonLengths seasons, double... values) {
        return new ArimaFitter().fit(series(values), new ModelSpec.Arima(seasons), 1);
    }

    private static ArimaModel model(SeasonLengths seasons, double... values) {
        FitOutcome outcome = fit(seasons, values);
        assertThat(outcome).isInstanceOf(FitOutcome.Fitted.class);
        return (ArimaModel) ((FitOutcome.Fitted) outcome).model();
    }

    private static double[] noisy(int length, int season, double slope) {
        SeededStream noise = new SeededStream(5, season);
        return IntStream.range(0, length)
                .mapToDouble(t -> 40
                        + slope * t
                        + (season > 1 ? 10 * Math.sin(2 * Math.PI * t / season) : 0)
                        + noise.nextGaussian())
                .toArray();
    }

    @Test
    void aSeasonAndATrendAreContinued() {
        ArimaModel model = model(SeasonLengths.of(12), noisy(96, 12, 0.5));
        double[] point = model.forecast(new Horizon(12), 0.5).point();
        for (int k = 0; k < 12; k++) {
            double truth = 40 + 0.5 * (96 + k) + 10 * Math.sin(2 * Math.PI * (96 + k) / 12.0);
            assertThat(point[k]).isCloseTo(truth, within(2.5));
        }
        assertThat(model.form()).matches("ARIMA\\(.*\\)\\(.,1,.\\)\\[12].*");
        assertThat(model.explanation()).contains(model.form(), "smallest AICc", "season to season (12 steps)", "drift");
        assertThat(model.provenance().parameters()).containsKeys("drift", "sigma", "aicc", "seasonalD");
        assertThat(model.provenance().parameters().get("drift")).isCloseTo(0.5, within(0.05));
    }

    @Test
    void longSeasonsAreTakenOutAsAPattern() {
        ArimaModel model = model(SeasonLengths.of(365), noisy(1000, 365, 0));
        double[] point = model.forecast(new Horizon(30), 0.5).point();
        for (int k = 0; k < 30; k++) {
            assertThat(point[k]).isCloseTo(40 + 10 * Math.sin(2 * Math.PI * (1000 + k) / 365.0), within(4.0));
        }
        assertThat(model.explanation()).contains("365 steps is taken out first");
        SeededStream noise = new SeededStream(5, 1);
        double[] week = IntStream.range(0, 24 * 7 * 4)
                .mapToDouble(t ->
                        50 + 10 * Math.sin(2 * Math.PI * t / 24) - (t / 24 % 7 >= 5 ? 15 : 0) + noise.nextGaussian())
                .toArray();
        double[] next = model(SeasonLengths.of(24, 168), week)
                .forecast(new Horizon(168), 0.5)
                .point();
        for (int k = 0; k < 168; k++) {
            double truth = 50 + 10 * Math.sin(2 * Math.PI * k / 24) - (k / 24 % 7 >= 5 ? 15 : 0);
            assertThat(next[k]).as("hour " + k).isCloseTo(truth, within(5.0));
        }
    }

    @Test
    void tooFewObservationsAreAnOutcome() {
        assertThat(fit(SeasonLengths.none())).isEqualTo(new FitOutcome.TooShort(0, 5));
        assertThat(fit(SeasonLengths.none(), 1)).isEqualTo(new FitOutcome.TooShort(1, 5));
        assertThat(fit(SeasonLengths.none(), 1, 2)).isEqualTo(new FitOutcome.TooShort(2, 5));
        assertThat(fit(SeasonLengths.none(), NAN, NAN, NAN, NAN, NAN, NAN)).isEqualTo(new FitOutcome.TooShort(0, 5));
        assertThat(fit(SeasonLengths.of(12), 1, 3, 2, 4, 3, 5)).isInstanceOf(FitOutcome.Fitted.class);
        assertThat(fit(SeasonLengths.of(12), 1, 3, 2, 4, 3, 5, 9, 2, 4, 1, 2, 3, 1, 2, 4, 4, 5, 6, 7, 8))
                .isInstanceOf(FitOutcome.Fitted.class);
    }

    @Test
    void constantsLinesAndExactSeasonsAreContinuedWithoutError() {
        for (double value : new double[] {5, 0, -3}) {
            QuantileForecast forecast = model(SeasonLengths.of(4), value, value, NAN, value, value, value, value)
                    .forecast(new Horizon(3), 0.025, 0.975);
            assertThat(forecast.point()).containsExactly(new double[] {value, value, value}, within(1e-9));
            assertThat(forecast.quantile(0.975)[2]).isCloseTo(value, within(1e-9));
        }
        double[] line = IntStream.range(0, 30).mapToDouble(t -> 7 + 0.1 * t).toArray();
        assertThat(model(SeasonLengths.none(), line)
                        .forecast(new Horizon(2), 0.5)
                        .point()[1])
                .isCloseTo(7 + 3.1, within(1e-6));
        double[] week = IntStream.range(0, 42).mapToDouble(t -> t % 7).toArray();
        assertThat(model(SeasonLengths.of(7), week)
                        .forecast(new Horizon(9), 0.5)
                        .point())
                .containsExactly(new double[] {0, 1, 2, 3, 4, 5, 6, 0, 1}, within(1e-9));
    }

    @Test
    void theUnitDoesNotMatter() {
        double[] values = noisy(80, 4, 0.3);
        QuantileForecast one = model(SeasonLengths.of(4), values).forecast(new Horizon(8), 0.1, 0.9);
        for (double unit : new double[] {1e-12, 1e12, -1}) {
            double[] other = Arrays.stream(values).map(value -> value * unit).toArray();
            QuantileForecast two = model(SeasonLengths.of(4), other).forecast(new Horizon(8), 0.1, 0.9);
            for (int k = 0; k < 8; k++) {
                assertThat(two.point()[k] / unit).isCloseTo(one.point()[k], within(1e-3));
                assertThat(two.quantile(unit > 0 ? 0.9 : 0.1)[k] / unit).isCloseTo(one.quantile(0.9)[k], within(1e-3));
            }
        }
    }

    @Test
    void gapsAreToleratedAnywhere() {
        double[] values = noisy(96, 12, 0.5);
        double[] whole = model(SeasonLengths.of(12), values)
                .forecast(new Horizon(6), 0.5)
                .point();
        for (int t : new int[] {0, 1, 17, 40, 41, 42, 43, 70, 90}) {
            values[t] = NAN;
        }
        double[] gappy = model(SeasonLengths.of(12), values)
                .forecast(new Horizon(6), 0.5)
                .point();
        for (int k = 0; k < 6; k++) {
            assertThat(gappy[k]).isCloseTo(whole[k], within(2.5));
        }
    }

    @Test
    void aGapAtTheEndIsBridgedAndWidensTheBand() {
        double[] walk = new double[60];
        SeededStream noise = new SeededStream(9, 0);
        for (int t = 1; t < 60; t++) {
            walk[t] = walk[t - 1] + noise.nextGaussian();
        }
        double[] longer = Arrays.copyOf(walk, 64);
        Arrays.fill(longer, 60, 64, NAN);
        QuantileForecast known = model(SeasonLengths.none(), walk).forecast(new Horizon(8), 0.9);
        QuantileForecast late = model(SeasonLengths.none(), longer).forecast(new Horizon(4), 0.9);
        assertThat(late.quantile(0.9)).containsExactly(Arrays.copyOfRange(known.quantile(0.9), 4, 8), within(1e-9));
    }

    /// More gaps than are estimated, and whole phases that were never seen.
    @Test
    void manyGapsAreInterpolated() {
        double[] values = noisy(600, 7, 0);
        for (int t = 1; t < 600; t++) {
            values[t] = t % 7 == 3 || t % 5 < 2 ? NAN : values[t];
        }
        double[] point =
                model(SeasonLengths.of(7), values).forecast(new Horizon(7), 0.5).point();
        for (int k = 0; k < 7; k++) {
            double truth = 40 + 10 * Math.sin(2 * Math.PI * (600 + k) / 7.0);
            assertThat(point[k]).isCloseTo(truth, within((600 + k) % 7 == 3 ? 12.0 : 3.0));
        }
        double[] fewer = Arrays.copyOf(noisy(60, 7, 0), 60);
        for (int t = 3; t < 60; t += 7) {
            fewer[t] = NAN;
        }
        QuantileForecast forecast = model(SeasonLengths.of(7), fewer).forecast(new Horizon(7), 0.5);
        assertThat(Arrays.stream(forecast.point())).allMatch(Double::isFinite);
    }

    @Test
    void oneSpikeDoesNotBreakTheForecast() {
        double[] values = noisy(96, 1, 0);
        values[50] = 4000;
        double[] point = model(SeasonLengths.none(), values)
                .forecast(new Horizon(300), 0.5)
                .point();
        assertThat(point).hasSize(300);
        assertThat(point[299]).isBetween(0.0, 120.0);
    }

    @Test
    void onlyTheLastStretchOfAVeryLongSeriesCounts() {
        double[] values = noisy(3001, 7, 0);
        Arrays.fill(values, 0, 400, 1000);
        double[] point = model(SeasonLengths.of(7), values)
                .forecast(new Horizon(14), 0.5)
                .point();
        for (int k = 0; k < 14; k++) {
            assertThat(point[k]).isCloseTo(40 + 10 * Math.sin(2 * Math.PI * (3001 + k) / 7.0), within(1.5));
        }
    }

    @Test
    void pathsSpreadAsTheForecastSays() {
        for (int season : new int[] {1, 4}) {
            double[] values = noisy(80, season, 0.4);
            values[77] = NAN;
            values[79] = NAN;
            ArimaModel model = model(SeasonLengths.of(season), values);
            SamplePaths paths = model.simulate(new Horizon(8), 3000, 11);
            QuantileForecast forecast = model.forecast(new Horizon(8), 0.1, 0.9);
            for (int k = 0; k < 8; k++) {
                int step = k;
                double[] limits = {forecast.quantile(0.1)[k], forecast.quantile(0.9)[k]};
                double inside = IntStream.range(0, 3000)
                        .filter(i -> paths.value(i, step) >= limits[0] && paths.value(i, step) <= limits[1])
                        .count();
                // Four standard errors of a share among 3000.
                assertThat(inside / 3000).isCloseTo(0.8, within(0.03));
            }
            assertThat(model.simulate(new Horizon(8), 2, 11).path(1)).isEqualTo(paths.path(1));
        }
    }

    @Test
    void anEarlierOriginSeesOnlyWhatCameBefore() {
        double[] values = noisy(80, 4, 0.4);
        ArimaModel model = model(SeasonLengths.of(4), values);
        assertThat(model.asOf(80).forecast(new Horizon(3), 0.9).point())
                .isEqualTo(model.forecast(new Horizon(3), 0.9).point());
        QuantileForecast early = model.asOf(60).forecast(new Horizon(3), 0.9);
        assertThat(early.grid()).isEqualTo(TimeGrid.ordinal(60, 3));
        assertThat(early.point()[0]).isCloseTo(values[60], within(4.0));
        for (int known : new int[] {1, 2, 5}) {
            assertThat(Arrays.stream(
                            model.asOf(known).forecast(new Horizon(3), 0.9).point()))
                    .allMatch(Double::isFinite);
        }
        assertThat(model.optimism()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void theSameSeriesGivesTheSameModel() {
        double[] values = noisy(120, 12, 0.2);
        assertThat(model(SeasonLengths.of(12), values).provenance())
                .isEqualTo(model(SeasonLengths.of(12), values).provenance());
    }

    @Test
    void anotherSpecificationIsRefused() {
        assertThatThrownBy(() -> new ArimaFitter().fit(series(1, 2), new ModelSpec.Naive(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("spec (naive) must be arima.");
    }
}
