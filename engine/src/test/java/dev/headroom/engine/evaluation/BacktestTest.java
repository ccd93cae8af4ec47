package dev.headroom.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private static final List<ModelSpec> SPECS =
            List.of(new ModelSpec.Naive(), new ModelSpec.SeasonalNaive(SeasonLengths.of(3)));

    private static TimeSeries series(double... values) {
        return new TimeSeries(new SeriesKey("a", "cpu", Statistic.MEAN), TimeGrid.ordinal(0, values.length), values);
    }

    private static Backtest backtest(RollingOrigin origins) {
        return new Backtest(new ModelCatalog(), origins, 1);
    }

    @Test
    void originsAreOrderedInTimeAndEndOneHorizonBeforeTheEnd() {
        RollingOrigin origins = new RollingOrigin(3, new Horizon(4), 2, 5);
        assertThat(origins.trainingLengths(20)).containsExactly(12, 14, 16);
        assertThat(origins.trainingLengths(12)).containsExactly(6, 8);
        assertThat(origins.trainingLengths(8)).isEmpty();
        assertThat(origins.trainingLengths(0)).isEmpty();
    }

    @Test
    void usualOriginsFitTheSeries() {
        assertThat(RollingOrigin.usual(100, new Horizon(10)).trainingLengths(100))
                .containsExactly(70, 75, 80, 85, 90);
        assertThat(RollingOrigin.usual(30, new Horizon(10)).trainingLengths(30)).containsExactly(15, 20);
        assertThat(RollingOrigin.usual(1, new Horizon(1)).trainingLengths(1)).isEmpty();
    }

    @Test
    void residualsOfTheNaiveByHand() {
        BacktestResult result = backtest(new RollingOrigin(2, new Horizon(2), 1, 2))
                .run(series(1, 2, 4, 7, Double.NaN), new ModelSpec.Naive(), 1, () -> false);
        assertThat(result.residuals()[0]).containsExactly(2, 5);
        assertThat(result.residuals()[1]).containsExactly(3, Double.NaN);
        assertThat(result.mean(ForecastMetric.MAE)).hasValue((3.5 + 3) / 2);
    }

    @Test
    void nothingAfterAnOriginIsSeen() {
        double[] values = IntStream.range(0, 30).mapToDouble(t -> Math.sin(t)).toArray();
        RollingOrigin origins = new RollingOrigin(1, new Horizon(5), 1, 4);
        List<BacktestResult> before = backtest(origins).run(series(values), SPECS, 1, () -> false);
        for (int t = 25; t < 30; t++) {
            values[t] += 100;
        }
        List<BacktestResult> after = backtest(origins).run(series(values), SPECS, 1, () -> false);
        for (int i = 0; i < SPECS.size(); i++) {
            ScoredForecast one = before.get(i).scored().findFirst().orElseThrow();
            ScoredForecast two = after.get(i).scored().findFirst().orElseThrow();
            assertThat(two.forecast().point()).isEqualTo(one.forecast().point());
            assertThat(two.residuals()[0]).isGreaterThan(99);
        }
    }

    @Test
    void aModelThatCannotBeFittedIsKeptAsSuch() {
        BacktestResult result = backtest(new RollingOrigin(1, new Horizon(1), 1, 2))
                .run(series(1, 2, 3), new ModelSpec.Drift(), 1, () -> false);
        assertThat(result.origins()).containsExactly(new BacktestOrigin.Unfitted(2, new FitOutcome.TooShort(2, 3)));
        assertThat(result.mean(ForecastMetric.MAE)).isEmpty();
        assertThat(result.residuals()).isEmpty();
    }

    @Test
    void cancellingStopsBeforeTheNextFit() {
        AtomicInteger asked = new AtomicInteger();
        Backtest backtest = backtest(new RollingOrigin(5, new Horizon(1), 1, 2));
        assertThatThrownBy(
                        () -> backtest.run(series(1, 2, 3, 4, 5, 6, 7, 8), SPECS, 1, () -> asked.incrementAndGet() > 3))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("naive");
        assertThat(asked).hasValue(4);
    }

    @Test
    void theSeasonalNaiveIsExactOnAPureSeason() {
        double[] values = IntStream.range(0, 30).mapToDouble(t -> t % 3).toArray();
        List<BacktestResult> results =
                backtest(new RollingOrigin(4, new Horizon(6), 3, 6)).run(series(values), SPECS, 1, () -> false);
        assertThat(results.get(1).mean(ForecastMetric.RMSE)).hasValue(0);
        assertThat(results.get(0).mean(ForecastMetric.RMSE).orElseThrow()).isPositive();
    }
}
