package dev.headroom.engine.model.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.numeric.NormalDistribution;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CombinationPathsTest {
    private static final int PATHS = 2000;

    private static double[] column(SamplePaths paths, int step) {
        return IntStream.range(0, paths.count())
                .mapToDouble(i -> paths.value(i, step))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 12, 24})
    void quantilesOfThePathsAreTheForecastQuantiles(int season) {
        double[] values = season == 24 ? Series.hourly(700, 1) : Series.seasonal(200, season, 1);
        CombinationModel model = Series.fit(season, values);
        Horizon horizon = new Horizon(20);
        double[] levels = {0.025, 0.1, 0.5, 0.9, 0.975};
        QuantileForecast forecast = model.forecast(horizon, levels);
        SamplePaths paths = model.simulate(horizon, PATHS, 99);
        for (double level : levels) {
            for (int k = 0; k < 20; k++) {
                double quantile = forecast.quantile(level)[k];
                double below = Arrays.stream(column(paths, k))
                                .filter(v -> v <= quantile)
                                .count()
                        / (double) PATHS;
                // Four standard errors of a share of 2000 independent draws.
                double allowed = 4 * Math.sqrt(level * (1 - level) / PATHS);
                assertThat(below).isCloseTo(level, within(allowed));
            }
        }
    }

    @Test
    void neighbouringStepsOfAPathHangTogetherMoreThanDistantOnes() {
        CombinationModel model = Series.fit(24, Series.hourly(900, 3));
        SamplePaths paths = model.simulate(new Horizon(48), PATHS, 5);

        double near = rankCorrelation(column(paths, 10), column(paths, 11));
        double far = rankCorrelation(column(paths, 10), column(paths, 40));

        assertThat(near).isGreaterThan(0.3);
        assertThat(near).isGreaterThan(far + 0.1);
    }

    private static double rankCorrelation(double[] a, double[] b) {
        double[] scoresA = normalScores(a);
        double[] scoresB = normalScores(b);
        double cross = 0;
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            cross += scoresA[i] * scoresB[i];
            squares += scoresA[i] * scoresA[i];
        }
        return cross / squares;
    }

    private static double[] normalScores(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.stream(values)
                .map(value -> NormalDistribution.quantile((Arrays.binarySearch(sorted, value) + 0.5) / sorted.length))
                .toArray();
    }

    @Test
    void aSeedFixesThePathsAndMorePathsExtendThem() {
        CombinationModel model = Series.fit(7, Series.seasonal(200, 7, 2));
        Horizon horizon = new Horizon(14);
        SamplePaths few = model.simulate(horizon, 10, 1);

        assertThat(model.simulate(horizon, 50, 1).path(9)).containsExactly(few.path(9));
        assertThat(model.simulate(horizon, 10, 2).path(9)).isNotEqualTo(few.path(9));
    }

    @Test
    void pathsOfANonNegativeSeriesStayAtOrAboveZero() {
        double[] values = new double[300];
        Arrays.setAll(values, t -> t % 7 == 0 ? 5 : 0.1);
        SamplePaths paths = Series.fit(7, values).simulate(new Horizon(30), 200, 1);

        for (int k = 0; k < 30; k++) {
            assertThat(Arrays.stream(column(paths, k)).min().orElseThrow()).isGreaterThanOrEqualTo(0);
        }
    }
}
