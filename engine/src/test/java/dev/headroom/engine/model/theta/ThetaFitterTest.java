package dev.headroom.engine.model.theta;

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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThetaFitterTest {
    private static double[] series(int length, IntToDoubleFunction valueAt) {
        return IntStream.rangeClosed(1, length).mapToDouble(valueAt).toArray();
    }

    private static double[] months() {
        return series(
                72, t -> (100 + 0.8 * t) * (1 + 0.2 * Math.sin(2 * Math.PI * t / 12)) + 4 * Math.sin((double) t * t));
    }

    private static FitOutcome outcome(int season, double... values) {
        TimeSeries series = new TimeSeries(
                new SeriesKey("web-1", "cpu", Statistic.MEAN), TimeGrid.ordinal(1, values.length), values);
        return new ThetaFitter().fit(series, new ModelSpec.Theta(SeasonLengths.of(season)), 3);
    }

    private static FittedModel model(int season, double... values) {
        return ((FitOutcome.Fitted) outcome(season, values)).model();
    }

    private static double[][] oracle(String series) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ThetaFitterTest.class.getResourceAsStream("thetaf.csv"), "thetaf.csv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream()
                    .filter(line -> line.startsWith(series + ","))
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .skip(2)
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        }
    }

    /// R searches its weight by a simplex with loose tolerance, so it may stop a little off our optimum.
    private static void assertLikeR(double[][] expected, FittedModel model, double tolerance) {
        double[] point = model.forecast(new Horizon(expected.length)).point();
        for (int k = 0; k < expected.length; k++) {
            assertThat(point[k]).isCloseTo(expected[k][0], within(tolerance));
        }
    }

    @Test
    void forecastsAreThoseOfR() throws IOException {
        assertLikeR(oracle("trend"), model(1, series(30, t -> 20 + 0.5 * t + 3 * Math.sin((double) t * t))), 0.01);
        assertLikeR(oracle("months"), model(12, months()), 0.05);
        assertLikeR(oracle("flat"), model(1, series(40, t -> 50 + 5 * Math.cos((double) t * t))), 0.01);
    }

    @Test
    void bandsWithoutSeasonAreThoseOfR() throws IOException {
        double[][] expected = oracle("trend");
        QuantileForecast forecast = model(1, series(30, t -> 20 + 0.5 * t + 3 * Math.sin((double) t * t)))
                .forecast(new Horizon(expected.length), 0.025, 0.975);
        for (int k = 0; k < expected.length; k++) {
            assertThat(forecast.quantile(0.025)[k]).isCloseTo(expected[k][1], within(0.05));
            assertThat(forecast.quantile(0.975)[k]).isCloseTo(expected[k][2], within(0.05));
        }
    }

    @Test
    void aStraightLineGoesOnWithHalfItsSlope() {
        double[] point = model(1, 2, 4, 6, 8, 10).forecast(new Horizon(3)).point();

        // The level is the last value, up to the largest weight of 0.9999.
        assertThat(point).containsExactly(new double[] {11, 12, 13}, within(0.001));
    }

    @Test
    void quantilesOfPathsAreTheForecastQuantiles() {
        FittedModel model = model(12, months());
        Horizon horizon = new Horizon(14);
        double[] expected = model.forecast(horizon, 0.9).quantile(0.9);
        double[] median = model.forecast(horizon, 0.5).quantile(0.5);
        SamplePaths paths = model.simulate(horizon, 4000, 11);
        for (int k = 0; k < horizon.steps(); k++) {
            int step = k;
            double[] sorted = IntStream.range(0, 4000)
                    .mapToDouble(i -> paths.value(i, step))
                    .sorted()
                    .toArray();
            // Four standard errors of a 90 % sample quantile of 4000 normal draws are about 0.11 deviations.
            double deviation = (expected[k] - median[k]) / 1.2816;
            assertThat(sorted[3600]).isCloseTo(expected[k], within(0.11 * deviation));
        }
    }

    @Test
    void aSeriesWithNegativeValuesGetsASeasonOfOffsets() {
        FittedModel model = model(4, series(40, t -> 10 * Math.sin(Math.PI * t / 2) + 0.01 * t));
        double[] point = model.forecast(new Horizon(4)).point();

        assertThat(point[0]).isGreaterThan(8);
        assertThat(point[2]).isLessThan(-8);
        assertThat(model.explanation()).contains("season of 4 steps was found");
    }

    @Test
    void twoValuesAreTooFewAndAConstantIsRepeated() {
        assertThat(outcome(1, 5, 6)).isEqualTo(new FitOutcome.TooShort(2, 3));
        assertThat(outcome(1, Double.NaN, 5, 6)).isEqualTo(new FitOutcome.TooShort(2, 3));
        QuantileForecast flat = model(4, series(30, t -> 7)).forecast(new Horizon(2), 0.9);
        assertThat(flat.point()).containsExactly(new double[] {7, 7}, within(1e-9));
        assertThat(flat.quantile(0.9)).containsExactly(new double[] {7, 7}, within(1e-6));
    }

    @Test
    void anotherSpecificationIsRefused() {
        TimeSeries series = new TimeSeries(
                new SeriesKey("web-1", "cpu", Statistic.MEAN), TimeGrid.ordinal(1, 3), new double[] {1, 2, 3});

        assertThatThrownBy(() -> new ThetaFitter().fit(series, new ModelSpec.Naive(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("naive");
    }
}
