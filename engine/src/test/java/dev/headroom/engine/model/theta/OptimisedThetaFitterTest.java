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
import dev.headroom.engine.model.ModelSpec.ThetaLines;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.numeric.LeastSquaresLine;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimisedThetaFitterTest {
    private static final double NAN = Double.NaN;

    private static double[] noisy(int length, double slope, double season) {
        SeededStream noise = new SeededStream(6, 1);
        return IntStream.rangeClosed(1, length)
                .mapToDouble(t ->
                        (60 + slope * t) * (1 + season * Math.sin(2 * Math.PI * t / 12)) + 2 * noise.nextGaussian())
                .toArray();
    }

    private static FitOutcome outcome(ThetaLines line, int season, double... values) {
        TimeSeries series = new TimeSeries(
                new SeriesKey("web-1", "cpu", Statistic.MEAN), TimeGrid.ordinal(1, values.length), values);
        ModelSpec spec = new ModelSpec.OptimisedTheta(line, SeasonLengths.of(season));
        return new OptimisedThetaFitter().fit(series, spec, 3);
    }

    private static FittedModel model(ThetaLines line, int season, double... values) {
        return ((FitOutcome.Fitted) outcome(line, season, values)).model();
    }

    private static double[] point(FittedModel model, int steps) {
        return model.forecast(new Horizon(steps)).point();
    }

    /// One-step forecasts as the paper writes them, equations for OTM and DOTM with the lines computed from scratch.
    private static double squaredError(ThetaLines line, double[] y, double alpha, double theta, double level0) {
        double level = level0;
        double sum = 0;
        for (int t = 1; t <= y.length; t++) {
            int seen = line == ThetaLines.FIXED ? y.length : t - 1;
            LeastSquaresLine through = seen == 0 ? new LeastSquaresLine(0, 0) : LeastSquaresLine.through(y, seen);
            double a = through.at(-1);
            double b = through.slope();
            double decay = Math.pow(1 - alpha, t - 1);
            double mean = level + (1 - 1 / theta) * (decay * a + (1 - decay * (1 - alpha)) / alpha * b);
            sum += t == 1 ? 0 : (y[t - 1] - mean) * (y[t - 1] - mean);
            level = alpha * y[t - 1] + (1 - alpha) * level;
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(ThetaLines.class)
    void noWeightThetaAndLevelOfThePaperFitsBetter(ThetaLines line) {
        double[] y = noisy(40, 0.8, 0);
        OptimisedTheta theta =
                line == ThetaLines.FIXED ? OptimisedTheta.standard(y, y.length) : OptimisedTheta.dynamic(y, y.length);
        double own = theta.sigma() * theta.sigma() * (y.length - 4);
        double mostTheta = line == ThetaLines.FIXED ? 3 : 100;
        double least = Double.POSITIVE_INFINITY;
        for (double alpha : new double[] {theta.alpha(), 0.05, 0.15, 0.4, 0.7, 0.95}) {
            for (double share = 0; share <= 1 - 1 / mostTheta; share += 0.03) {
                for (double level = 0; level < 80; level += 0.5) {
                    least = Math.min(least, squaredError(line, y, alpha, 1 / (1 - share), level));
                }
            }
        }
        assertThat(own).isLessThanOrEqualTo(least * (1 + 1e-9));
        // The grid comes close to the optimum, so that the two count the same errors.
        assertThat(own).isGreaterThan(0.97 * least);
    }

    @Test
    void aLineKnownInAdvanceIsContinuedByTheDynamicModel() {
        double[] straight = IntStream.range(0, 30).mapToDouble(t -> 10 + 2 * t).toArray();
        double[] point = point(model(ThetaLines.RUNNING, 1, straight), 3);
        assertThat(point).containsExactly(new double[] {70, 72, 74}, within(0.1));
        double[] standard = point(model(ThetaLines.FIXED, 1, straight), 3);
        // A share of two thirds of the slope at most.
        assertThat(standard[2] - standard[1]).isCloseTo(4 / 3.0, within(1e-3));
    }

    @ParameterizedTest
    @EnumSource(ThetaLines.class)
    void trendAndSeasonAreContinued(ThetaLines line) {
        FittedModel model = model(line, 12, noisy(96, 0.5, 0.2));
        double[] point = point(model, 12);
        for (int k = 0; k < 12; k++) {
            int t = 97 + k;
            double truth = (60 + 0.5 * t) * (1 + 0.2 * Math.sin(2 * Math.PI * t / 12));
            assertThat(point[k]).isCloseTo(truth, within(6.0));
        }
        assertThat(model.explanation()).contains("season of 12 steps was found", "theta");
    }

    @ParameterizedTest
    @EnumSource(ThetaLines.class)
    void quantilesOfPathsAreTheForecastQuantiles(ThetaLines line) {
        FittedModel model = model(line, 12, noisy(60, 0.5, 0.2));
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
        assertThat(model.simulate(horizon, 3, 11).path(2)).isEqualTo(paths.path(2));
    }

    /// The standard model has the variance of simple smoothing: one plus alpha squared a step.
    @Test
    void deviationsOfTheStandardModelAreThoseOfThePaper() {
        OptimisedTheta theta = OptimisedTheta.standard(noisy(60, 0.5, 0), 60);
        double[] deviations = theta.deviations(10);
        for (int k = 0; k < 10; k++) {
            double expected = theta.sigma() * Math.sqrt(1 + k * theta.alpha() * theta.alpha());
            assertThat(deviations[k]).isCloseTo(expected, within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource(ThetaLines.class)
    void theUnitDoesNotMatter(ThetaLines line) {
        double[] values = noisy(60, 0.5, 0.2);
        double[] plain = point(model(line, 12, values), 6);
        for (double unit : new double[] {1e-12, 1e12}) {
            double[] other = Arrays.stream(values).map(value -> unit * value).toArray();
            double[] point = point(model(line, 12, other), 6);
            for (int k = 0; k < 6; k++) {
                assertThat(point[k]).isCloseTo(unit * plain[k], within(1e-6 * unit * plain[k]));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ThetaLines.class)
    void edgesAreOutcomesOrFlatForecasts(ThetaLines line) {
        assertThat(outcome(line, 1)).isEqualTo(new FitOutcome.TooShort(0, 4));
        assertThat(outcome(line, 1, 5)).isEqualTo(new FitOutcome.TooShort(1, 4));
        assertThat(outcome(line, 1, 5, 6)).isEqualTo(new FitOutcome.TooShort(2, 4));
        assertThat(outcome(line, 1, NAN, NAN, NAN, NAN, NAN)).isEqualTo(new FitOutcome.TooShort(0, 4));
        QuantileForecast flat =
                model(line, 4, 7, 7, 7, NAN, 7, 7, 7, 7, 7, 7, 7).forecast(new Horizon(60), 0.025, 0.975);
        assertThat(flat.quantile(0.025)[59]).isCloseTo(7, within(1e-9));
        assertThat(flat.quantile(0.975)[59]).isCloseTo(7, within(1e-9));
        double[] zeros = model(line, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 4, 5, NAN, NAN, 4)
                .forecast(new Horizon(9), 0.025)
                .quantile(0.025);
        assertThat(Arrays.stream(zeros)).allMatch(value -> value >= 0);
        double[] negative = point(model(line, 1, -5, -6, -4, -5, -7, -5), 3);
        assertThat(Arrays.stream(negative)).allMatch(value -> value < -3 && value > -8);
    }

    @Test
    void anotherSpecificationIsRefused() {
        TimeSeries series = new TimeSeries(
                new SeriesKey("web-1", "cpu", Statistic.MEAN), TimeGrid.ordinal(1, 3), new double[] {1, 2, 3});
        assertThatThrownBy(() -> new OptimisedThetaFitter().fit(series, new ModelSpec.Naive(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("naive");
    }
}
