package dev.headroom.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.model.ensemble.CombinationModel;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final CalibratedFitter FITTER = new CalibratedFitter(new ModelCatalog());
    private static final SeasonLengths NO_SEASON = SeasonLengths.none();

    private static TimeSeries series(double... values) {
        return new TimeSeries(new SeriesKey("a", "cpu", Statistic.MEAN), TimeGrid.ordinal(0, values.length), values);
    }

    private static double[] noise(int length, long seed, DoubleUnaryOperator shape) {
        SeededStream stream = new SeededStream(seed, 0);
        return IntStream.range(0, length)
                .mapToDouble(t -> shape.applyAsDouble(stream.nextGaussian()))
                .toArray();
    }

    private static FittedModel fit(Fitter fitter, ModelSpec spec, double... values) {
        FitOutcome outcome = fitter.fit(series(values), spec, 1);
        assertThat(outcome).isInstanceOf(FitOutcome.Fitted.class);
        return ((FitOutcome.Fitted) outcome).model();
    }

    private static double[][] rows(int origins, int steps, DoubleUnaryOperator shape) {
        SeededStream stream = new SeededStream(17, 1);
        double[][] rows = new double[origins][steps];
        for (double[] row : rows) {
            Arrays.setAll(row, k -> shape.applyAsDouble(stream.nextGaussian()));
        }
        return rows;
    }

    private static double[][] ones(int origins, int steps) {
        return rows(origins, steps, z -> 1);
    }

    @Test
    void manyNormalErrorsGiveNormalQuantiles() {
        ConformalCalibrator known =
                ConformalCalibrator.of(rows(3000, 12, z -> z), ones(3000, 12)).orElseThrow();
        assertThat(known.quantile(0.9) * known.size(3)).isCloseTo(1.2816, within(0.06));
        assertThat(known.quantile(0.025) * known.size(3)).isCloseTo(-1.96, within(0.08));
        assertThat(known.quantile(0.5)).isCloseTo(0, within(0.03));
    }

    @Test
    void errorsTwiceAsLargeAsTheModelThinksDoubleTheBand() {
        ConformalCalibrator right =
                ConformalCalibrator.of(rows(40, 12, z -> z), ones(40, 12)).orElseThrow();
        ConformalCalibrator wrong =
                ConformalCalibrator.of(rows(40, 12, z -> 2 * z), ones(40, 12)).orElseThrow();
        // A little of the model's own size stays in the mixture.
        assertThat(wrong.size(5) / right.size(5)).isBetween(1.9, 2.0);
        assertThat(wrong.quantile(0.9)).isCloseTo(right.quantile(0.9), within(0.05));
    }

    @Test
    void skewedErrorsGiveSkewedQuantiles() {
        ConformalCalibrator known = ConformalCalibrator.of(rows(400, 12, z -> Math.exp(z) - 1), ones(400, 12))
                .orElseThrow();
        assertThat(known.quantile(0.95)).isGreaterThan(-1.5 * known.quantile(0.05));
    }

    @Test
    void quantilesNeverDecreaseInTheLevel() {
        for (int origins : new int[] {2, 4, 16, 200}) {
            ConformalCalibrator known = ConformalCalibrator.of(rows(origins, 9, z -> z * z * z + 0.3), ones(origins, 9))
                    .orElseThrow();
            double before = Double.NEGATIVE_INFINITY;
            for (double level = 0.005; level < 1; level += 0.005) {
                double quantile = known.quantile(level);
                assertThat(quantile)
                        .as("level " + level)
                        .isGreaterThanOrEqualTo(before)
                        .isFinite();
                before = quantile;
            }
        }
    }

    @Test
    void errorsThatGrowWithTheStepAreFollowedBeyondTheReach() {
        double[][] errors = rows(60, 24, z -> z);
        for (double[] row : errors) {
            for (int k = 0; k < row.length; k++) {
                row[k] *= Math.pow(k + 1, 0.3);
            }
        }
        ConformalCalibrator known = ConformalCalibrator.of(errors, ones(60, 24)).orElseThrow();
        // The power .3 is drawn towards 0 with the weight of 8 origins against 60.
        assertThat(known.size(20) / known.size(2)).isBetween(1.6, 2.05);
        assertThat(known.size(96) / known.size(24)).isBetween(1.3, 1.55);
    }

    @Test
    void tooLittleIsNoCalibration() {
        assertThat(ConformalCalibrator.of(new double[0][], new double[0][])).isEmpty();
        assertThat(ConformalCalibrator.of(rows(1, 20, z -> z), ones(1, 20))).isEmpty();
        assertThat(ConformalCalibrator.of(rows(3, 3, z -> z), ones(3, 3))).isEmpty();
        assertThat(ConformalCalibrator.of(rows(3, 12, z -> Double.NaN), ones(3, 12)))
                .isEmpty();
        assertThat(ConformalCalibrator.of(rows(3, 12, z -> 0), ones(3, 12))).isEmpty();
        assertThat(ConformalCalibrator.of(rows(3, 12, z -> z), rows(3, 12, z -> 0)))
                .isEmpty();
    }

    /// The naive band widens without end, but white noise around a level does not: calibration must take that back.
    @Test
    void theNaiveBandOnWhiteNoiseIsTakenBack() {
        double[] values = noise(1200, 5, z -> 50 + z);
        QuantileForecast own =
                fit(new ModelCatalog(), new ModelSpec.Naive(), values).forecast(new Horizon(8), 0.1, 0.9);
        QuantileForecast calibrated = fit(FITTER, new ModelSpec.Naive(), values).forecast(new Horizon(8), 0.1, 0.9);
        double ownWidth = own.quantile(0.9)[7] - own.quantile(0.1)[7];
        double width = calibrated.quantile(0.9)[7] - calibrated.quantile(0.1)[7];
        // The error is the difference of two values: 2.563 * sqrt(2) wide at any step.
        assertThat(width).isBetween(2.7, 5.5);
        assertThat(ownWidth).isGreaterThan(8);
    }

    @Test
    void bandsNeverNarrowWithTheHorizonAndCoverAsTheySay() {
        int inside = 0;
        int count = 0;
        for (int s = 0; s < 60; s++) {
            double[] values = noise(130, 100 + s, z -> 20 + z);
            for (int t = 1; t < values.length; t++) {
                values[t] = 0.8 * values[t - 1] + 0.2 * 20 + (values[t] - 20);
            }
            double[] known = Arrays.copyOf(values, 120);
            QuantileForecast forecast =
                    fit(FITTER, new ModelSpec.Theta(NO_SEASON), known).forecast(new Horizon(10), 0.1, 0.9);
            for (int k = 0; k < 10; k++) {
                double width = forecast.quantile(0.9)[k] - forecast.quantile(0.1)[k];
                double before = k == 0 ? 0 : forecast.quantile(0.9)[k - 1] - forecast.quantile(0.1)[k - 1];
                assertThat(width).isGreaterThanOrEqualTo(before - 1e-9);
                inside += values[120 + k] >= forecast.quantile(0.1)[k] && values[120 + k] <= forecast.quantile(0.9)[k]
                        ? 1
                        : 0;
                count++;
            }
        }
        // Steps of one series hang together: some 200 independent cases give a standard error of .03.
        assertThat((double) inside / count).isBetween(0.71, 0.89);
    }

    @Test
    void everySingleModelIsCalibratedAndAutoPassesThrough() {
        double[] values = noise(90, 8, z -> 30 + z);
        for (int t = 0; t < values.length; t++) {
            values[t] += 5 * Math.sin(2 * Math.PI * t / 7);
        }
        List<String> single = List.of(
                "naive", "snaive", "drift", "ets", "arima", "theta", "otm", "dotm", "ces", "mstl", "tbats", "additive");
        for (String name : single) {
            FittedModel model = fit(FITTER, ModelCatalog.parse(name, SeasonLengths.of(7)), values);
            assertThat(model).as(name).isInstanceOf(CalibratedModel.class);
            assertThat(((CalibratedModel) model).calibration()).as(name).isPresent();
            assertThat(model.provenance().spec().name()).isEqualTo(name);
        }
        assertThat(fit(FITTER, ModelCatalog.parse("auto", SeasonLengths.of(7)), values))
                .isInstanceOf(CombinationModel.class);
    }

    @Test
    void pathsHaveTheCalibratedQuantiles() {
        FittedModel model = fit(FITTER, new ModelSpec.Ets(NO_SEASON), noise(200, 4, z -> 10 + Math.abs(z) * z));
        QuantileForecast forecast = model.forecast(new Horizon(6), 0.1, 0.5, 0.9);
        SamplePaths paths = model.simulate(new Horizon(6), 3000, 3);
        for (double level : new double[] {0.1, 0.5, 0.9}) {
            double limit = forecast.quantile(level)[5];
            double below = IntStream.range(0, 3000)
                    .filter(i -> paths.value(i, 5) <= limit)
                    .count();
            // Four standard errors of a share among 3000.
            assertThat(below / 3000).isCloseTo(level, within(0.037));
        }
        assertThat(model.simulate(new Horizon(6), 3000, 3).path(7)).isEqualTo(paths.path(7));
    }

    @Test
    void aSeriesThatWasNeverNegativeStaysSo() {
        double[] values = noise(120, 6, z -> z * z / 10);
        FittedModel model = fit(FITTER, new ModelSpec.Naive(), values);
        assertThat(Arrays.stream(model.forecast(new Horizon(20), 0.025).quantile(0.025)))
                .allMatch(value -> value >= 0);
        SamplePaths paths = model.simulate(new Horizon(20), 50, 1);
        for (int i = 0; i < 50; i++) {
            assertThat(Arrays.stream(paths.path(i))).allMatch(value -> value >= 0);
        }
    }

    @Test
    void shortAndConstantSeriesKeepTheirOwnBand() {
        CalibratedModel tiny = (CalibratedModel) fit(FITTER, new ModelSpec.Naive(), 3, 4, 3);
        assertThat(tiny.calibration()).isEmpty();
        assertThat(tiny.forecast(new Horizon(2), 0.9).quantile(0.9))
                .isEqualTo(tiny.model().forecast(new Horizon(2), 0.9).quantile(0.9));
        double[] constant = new double[80];
        Arrays.fill(constant, 7);
        FittedModel flat = fit(FITTER, new ModelSpec.Ets(NO_SEASON), constant);
        assertThat(flat.forecast(new Horizon(2), 0.025, 0.975).quantile(0.975)).containsExactly(7, 7);
        assertThat(FITTER.fit(series(), new ModelSpec.Naive(), 1)).isEqualTo(new FitOutcome.TooShort(0, 2));
    }

    /// Rewinding shows errors that the parameters have already seen; a short series is fitted again instead.
    @Test
    void aShortSeriesIsFittedAgainAtEveryOrigin() {
        double[] values = noise(60, 12, z -> 30 + z);
        FittedModel model = fit(FITTER, new ModelSpec.Ets(NO_SEASON), values);
        QuantileForecast calibrated = model.forecast(new Horizon(8), 0.1, 0.9);
        double width = calibrated.quantile(0.9)[0] - calibrated.quantile(0.1)[0];
        assertThat(((CalibratedModel) model).calibration()).isPresent();
        assertThat(width).isBetween(1.8, 3.8);
    }

    @Test
    void gapsAreTolerated() {
        double[] values = noise(150, 9, z -> 40 + z);
        for (int t = 3; t < 150; t += 4) {
            values[t] = Double.NaN;
        }
        for (String name : List.of("naive", "drift", "ets", "arima", "theta", "additive")) {
            FittedModel model = fit(FITTER, ModelCatalog.parse(name, NO_SEASON), values);
            assertThat(Arrays.stream(model.forecast(new Horizon(5), 0.9).quantile(0.9)))
                    .allMatch(value -> !Double.isNaN(value));
        }
    }
}
