package dev.headroom.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.series.TimeGrid;
import org.junit.jupiter.api.Test;

class ForecastMetricTest {
    private static final double NAN = Double.NaN;
    private static final double[] TRAINING = {1, 2, 4, 3};

    private static ScoredForecast scored(double[] actual, double... point) {
        double[][] quantiles = new double[4][point.length];
        for (int k = 0; k < point.length; k++) {
            quantiles[0][k] = point[k] - 4;
            quantiles[1][k] = point[k] - 2;
            quantiles[2][k] = point[k] + 2;
            quantiles[3][k] = point[k] + 4;
        }
        double[] levels = {0.025, 0.1, 0.9, 0.975};
        return new ScoredForecast(
                new QuantileForecast(TimeGrid.ordinal(4, point.length), point, levels, quantiles), actual, TRAINING, 1);
    }

    private static double metric(ForecastMetric metric, ScoredForecast scored) {
        return metric.of(scored).orElseThrow();
    }

    @Test
    void pointMetricsByHand() {
        ScoredForecast scored = scored(new double[] {2, 4, 0}, 1, 7, 0);
        assertThat(metric(ForecastMetric.RMSE, scored)).isCloseTo(Math.sqrt(10 / 3.0), within(1e-12));
        assertThat(metric(ForecastMetric.MAE, scored)).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(metric(ForecastMetric.MAPE, scored)).isCloseTo((50 + 75) / 2.0, within(1e-12));
        assertThat(metric(ForecastMetric.SMAPE, scored)).isCloseTo((200 / 3.0 + 200 * 3 / 11.0 + 0) / 3, within(1e-12));
        // In-sample changes of 1, 2 and 1 give a scale of 4/3.
        assertThat(metric(ForecastMetric.MASE, scored)).isCloseTo(1, within(1e-12));
    }

    @Test
    void quantileMetricsByHand() {
        // Actual 5 over a point of 0: outside the 95 % interval by 1 and outside the 80 % interval by 3.
        ScoredForecast scored = scored(new double[] {5}, 0);
        double pinball = (0.025 * 9 + 0.1 * 7 + 0.9 * 3 + 0.975 * 1) / 4;
        assertThat(metric(ForecastMetric.PINBALL, scored)).isCloseTo(pinball, within(1e-12));
        assertThat(metric(ForecastMetric.WQL, scored)).isCloseTo(2 * pinball / 5, within(1e-12));
        assertThat(metric(ForecastMetric.SCALED_PINBALL, scored)).isCloseTo(2 * pinball / (4 / 3.0), within(1e-12));
        assertThat(metric(ForecastMetric.MSIS, scored)).isCloseTo((8 + 40 * 1) / (4 / 3.0), within(1e-9));
        assertThat(metric(ForecastMetric.COVERAGE_80, scored)).isZero();
    }

    @Test
    void coverageCountsBorders() {
        ScoredForecast scored = scored(new double[] {2, 2.5, -4, 9}, 0, 0, 0, 0);
        assertThat(metric(ForecastMetric.COVERAGE_80, scored)).isEqualTo(0.25);
        assertThat(metric(ForecastMetric.COVERAGE_95, scored)).isEqualTo(0.75);
    }

    @Test
    void missingActualValuesArePassedOver() {
        ScoredForecast gaps = scored(new double[] {2, NAN, 0}, 1, 7, 0);
        ScoredForecast dense = scored(new double[] {2, 0}, 1, 0);
        for (ForecastMetric metric : ForecastMetric.values()) {
            assertThat(metric(metric, gaps)).as(metric.code()).isCloseTo(metric(metric, dense), within(1e-12));
        }
        assertThat(gaps.residuals()).containsExactly(1, NAN, 0);
    }

    @Test
    void nothingToScoreIsEmpty() {
        ScoredForecast nothing = scored(new double[] {NAN}, 1);
        for (ForecastMetric metric : ForecastMetric.values()) {
            assertThat(metric.of(nothing)).as(metric.code()).isEmpty();
        }
        assertThat(ForecastMetric.MAPE.of(scored(new double[] {0}, 1))).isEmpty();
    }

    @Test
    void aConstantTrainingHasNoScaledMetrics() {
        QuantileForecast forecast =
                new QuantileForecast(TimeGrid.ordinal(0, 1), new double[] {1}, new double[0], new double[0][]);
        ScoredForecast scored = new ScoredForecast(forecast, new double[] {2}, new double[] {3, 3, 3}, 1);
        assertThat(ForecastMetric.MASE.of(scored)).isEmpty();
        assertThat(ForecastMetric.MAE.of(scored)).hasValue(1);
        assertThat(ForecastMetric.COVERAGE_80.of(scored)).isEmpty();
        assertThat(ForecastMetric.PINBALL.of(scored)).isEmpty();
    }

    @Test
    void scaledMetricsDoNotDependOnTheUnit() {
        double[] training = {10, 20, 40, 30};
        double[] point = {15, 25};
        double[][] quantiles = {{5, 10}, {10, 20}, {20, 40}, {50, 60}};
        double[] levels = {0.025, 0.1, 0.9, 0.975};
        ScoredForecast large = new ScoredForecast(
                new QuantileForecast(TimeGrid.ordinal(0, 2), point, levels, quantiles),
                new double[] {22, 61},
                training,
                1);
        double[][] smaller = java.util.Arrays.stream(quantiles)
                .map(row -> java.util.Arrays.stream(row).map(x -> x / 10).toArray())
                .toArray(double[][]::new);
        ScoredForecast small = new ScoredForecast(
                new QuantileForecast(TimeGrid.ordinal(0, 2), new double[] {1.5, 2.5}, levels, smaller),
                new double[] {2.2, 6.1},
                TRAINING,
                1);
        for (ForecastMetric metric : new ForecastMetric[] {
            ForecastMetric.MASE,
            ForecastMetric.MSIS,
            ForecastMetric.SCALED_PINBALL,
            ForecastMetric.WQL,
            ForecastMetric.SMAPE
        }) {
            assertThat(metric(metric, large)).as(metric.code()).isCloseTo(metric(metric, small), within(1e-9));
        }
    }

    @Test
    void lengthsMustFit() {
        assertThatThrownBy(() -> scored(new double[] {1, 2}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("actual (2)");
    }
}
