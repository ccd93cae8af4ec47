package dev.headroom.engine.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RiskClassifierTest {
    @Test
    void theHighestPredictedDayDecides() {
        assertThat(RiskClassifier.classify(forecast(70, 90.1, 60), mean(50))).isEqualTo(RiskClass.VERY_HIGH);
        assertThat(RiskClassifier.classify(forecast(70, 90, 60), mean(50))).isEqualTo(RiskClass.HIGH);
        assertThat(RiskClassifier.classify(forecast(70, 80, 60), mean(50))).isEqualTo(RiskClass.NORMAL);
        assertThat(RiskClassifier.classify(forecast(30, 40, 30), mean(39.9))).isEqualTo(RiskClass.UNDERUTILISED);
        assertThat(RiskClassifier.classify(forecast(30, 40, 30), mean(40))).isEqualTo(RiskClass.NORMAL);
    }

    @Test
    void aHighPeakOutweighsALowAverage() {
        assertThat(RiskClassifier.classify(forecast(95, 20, 20), mean(5))).isEqualTo(RiskClass.VERY_HIGH);
    }

    @Test
    void theMedianIsUsedAndNotTheUpperQuantile() {
        QuantileForecast forecast = new QuantileForecast(
                TimeGrid.utc(Instant.parse("2026-11-21T00:00:00Z"), Step.DAY, 1),
                new double[] {91},
                new double[] {0.5, 0.95},
                new double[][] {{79}, {99}});
        assertThat(RiskClassifier.predictedPeak(forecast)).isEqualTo(79);
        assertThat(RiskClassifier.classify(forecast, mean(60))).isEqualTo(RiskClass.NORMAL);
    }

    @Test
    void pathsOfHoursAreClassifiedByTheirPeaks() {
        double[][] paths = new double[4][48];
        for (double[] path : paths) {
            Arrays.fill(path, 20);
        }
        paths[0][3] = 95;
        assertThat(classify(paths)).as("one path of four").isEqualTo(RiskClass.UNDERUTILISED);
        paths[1][40] = 85;
        paths[2][41] = 85;
        assertThat(classify(paths)).as("three of four pass 80 %").isEqualTo(RiskClass.HIGH);
        paths[1][40] = 92;
        paths[2][41] = 92;
        assertThat(classify(paths)).isEqualTo(RiskClass.VERY_HIGH);
    }

    private static RiskClass classify(double[][] paths) {
        TimeGrid grid = TimeGrid.utc(Instant.parse("2026-11-21T00:00:00Z"), Step.HOUR, 48);
        return RiskClassifier.classify(new SamplePaths(grid, paths), mean(20), 100);
    }

    @Test
    void daysAfterNinetyDoNotCount() {
        double[] point = new double[120];
        Arrays.fill(point, 50);
        point[90] = 99;
        assertThat(RiskClassifier.classify(forecast(point), mean(50))).isEqualTo(RiskClass.NORMAL);
        point[89] = 99;
        assertThat(RiskClassifier.classify(forecast(point), mean(50))).isEqualTo(RiskClass.VERY_HIGH);
    }

    @Test
    void onlyTheLastNinetyDaysMakeTheAverage() {
        double[] values = new double[200];
        Arrays.fill(values, 0, 110, 90);
        Arrays.fill(values, 110, 200, 20);
        assertThat(RiskClassifier.recentAverage(mean(values))).isCloseTo(20, within(1e-12));
        assertThat(RiskClassifier.classify(forecast(50), mean(values))).isEqualTo(RiskClass.UNDERUTILISED);
    }

    @Test
    void anUnknownAverageIsNotALowOne() {
        assertThat(RiskClassifier.classify(forecast(10), mean(Double.NaN, Double.NaN)))
                .isEqualTo(RiskClass.NORMAL);
        assertThat(RiskClassifier.classify(forecast(10), mean())).isEqualTo(RiskClass.NORMAL);
    }

    @Test
    void absoluteUnitsAreComparedWithTheCapacity() {
        assertThat(RiskClassifier.classify(forecast(230), mean(100), 250)).isEqualTo(RiskClass.VERY_HIGH);
        assertThat(RiskClassifier.classify(forecast(230), mean(100), 1000)).isEqualTo(RiskClass.UNDERUTILISED);
        assertThatThrownBy(() -> RiskClassifier.classify(forecast(1), mean(1), 0))
                .hasMessageContaining("capacity (0.0)");
    }

    @Test
    void remainingCapacityIsTheDistanceOfThePeakToTheLimit() {
        assertThat(RiskClassifier.capacityRemaining(forecast(50, 65, 60), CapacityLimit.ofPercentage(80)))
                .isCloseTo(15, within(1e-12));
        SamplePaths paths = new SamplePaths(
                TimeGrid.utc(Instant.parse("2026-01-01T00:00:00Z"), Step.DAY, 2),
                new double[][] {{10, 60}, {70, 20}, {90, 95}});
        assertThat(RiskClassifier.capacityRemaining(paths, CapacityLimit.ofPercentage(80)))
                .as("the middle of the peaks 60, 70 and 95")
                .isEqualTo(10);
        assertThat(RiskClassifier.capacityRemaining(forecast(225), new CapacityLimit(80, 250)))
                .isCloseTo(-10, within(1e-12));
    }

    private static QuantileForecast forecast(double... point) {
        return new QuantileForecast(
                TimeGrid.utc(Instant.parse("2026-11-21T00:00:00Z"), Step.DAY, point.length),
                point,
                new double[0],
                new double[0][]);
    }

    private static TimeSeries mean(double... values) {
        return new TimeSeries(
                new SeriesKey("vm-1", "cpu", Statistic.MEAN),
                TimeGrid.utc(Instant.parse("2026-01-01T00:00:00Z"), Step.DAY, values.length),
                values);
    }
}
