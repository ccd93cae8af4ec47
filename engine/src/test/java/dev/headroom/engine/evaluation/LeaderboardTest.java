package dev.headroom.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeaderboardTest {
    private static final Instant START = Instant.parse("2026-03-20T00:00:00Z");

    private static ScoredForecast forecast(double[] training, double... errors) {
        TimeGrid grid = TimeGrid.utc(START, Step.DAY, errors.length);
        return new ScoredForecast(
                new QuantileForecast(grid, new double[errors.length], new double[0], new double[0][]),
                errors,
                training,
                1);
    }

    /// Scores whose MAE, RMSE and MASE at the origins are these.
    private static OriginScores scores(double... errors) {
        TreeMap<Integer, MetricValues> byOrigin = new TreeMap<>();
        for (int i = 0; i < errors.length; i++) {
            byOrigin.put(10 + i, MetricValues.of(forecast(new double[] {1, 2, 3}, errors[i])));
        }
        return new OriginScores(byOrigin);
    }

    private static Standing.Verdict verdict(Leaderboard board, String model) {
        return row(board, model).standing().verdict();
    }

    private static Leaderboard.Row row(Leaderboard board, String model) {
        return board.rows().stream()
                .filter(row -> row.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ranksAndMeansByHand() {
        List<ScoredSeries> series = List.of(
                new ScoredSeries("a", List.of(scores(1, 3), scores(1, 1))),
                new ScoredSeries("b", List.of(scores(1, 1), scores(2, 2))),
                new ScoredSeries("c", List.of(scores(2, 4), scores(3, 3))));
        Leaderboard board = Leaderboard.of(List.of("x", "y"), series, 1, 1);
        assertThat(board.metric()).isEqualTo(ForecastMetric.MASE);
        // x: 2, 1, 3 by series; y: 1, 2, 3.
        assertThat(row(board, "x").metrics().of(ForecastMetric.MAE)).hasValue(2);
        assertThat(row(board, "y").metrics().of(ForecastMetric.MAE)).hasValue(2);
        assertThat(row(board, "x").rank()).hasValue((2 + 1 + 1.5) / 3);
        assertThat(row(board, "y").rank()).hasValue((1 + 2 + 1.5) / 3);
        assertThat(row(board, "x").forecasts()).isEqualTo(6);
        assertThat(row(board, "y").series()).isEqualTo(3);
    }

    @Test
    void aClearlyWorseModelIsToldFromOneThatIsAsGood() {
        List<ScoredSeries> series = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            SeededStream random = new SeededStream(1, i);
            double level = 2 + random.nextDouble();
            series.add(new ScoredSeries(
                    "s" + i,
                    List.of(
                            scores(level),
                            scores(level + 0.2 * random.nextGaussian() + 0.01),
                            scores(level + 1 + 0.2 * random.nextGaussian()))));
        }
        Leaderboard board = Leaderboard.of(List.of("best", "same", "worse"), series, 1, 42);
        assertThat(board.rows().getLast().model()).isEqualTo("worse");
        assertThat(verdict(board, "worse")).isEqualTo(Standing.Verdict.WORSE);
        assertThat(List.of(verdict(board, "best"), verdict(board, "same")))
                .containsExactlyInAnyOrder(Standing.Verdict.BEST, Standing.Verdict.AS_GOOD);
        assertThat(row(board, "worse").standing().pValue().orElseThrow()).isLessThan(0.001);
        assertThat(Leaderboard.of(List.of("best", "same", "worse"), series, 1, 42))
                .isEqualTo(board);
    }

    /// Four series of one server that agree say no more than that one server.
    @Test
    void seriesOfOneGroupCountOnce() {
        List<ScoredSeries> grouped = IntStream.range(0, 32)
                .mapToObj(i -> new ScoredSeries("server" + i / 8, List.of(scores(1), scores(2 + i / 100.0))))
                .toList();
        List<ScoredSeries> alone = IntStream.range(0, 32)
                .mapToObj(i -> new ScoredSeries("server" + i, grouped.get(i).models()))
                .toList();
        assertThat(verdict(Leaderboard.of(List.of("x", "y"), grouped, 1, 1), "y"))
                .isEqualTo(Standing.Verdict.AS_GOOD);
        assertThat(row(Leaderboard.of(List.of("x", "y"), grouped, 1, 1), "y")
                        .standing()
                        .pValue())
                .hasValue(1.0 / 8);
        assertThat(verdict(Leaderboard.of(List.of("x", "y"), alone, 1, 1), "y")).isEqualTo(Standing.Verdict.WORSE);
    }

    @Test
    void oneSeriesIsTestedOverItsOrigins() {
        double[] good = {1.1, 0.9, 1.0, 1.2, 0.8, 1.0, 1.1, 0.9};
        double[] bad = {2.1, 2.0, 2.2, 2.0, 1.9, 2.1, 2.0, 2.3};
        double[] differences =
                IntStream.range(0, 8).mapToDouble(i -> bad[i] - good[i]).toArray();
        Leaderboard board = Leaderboard.of(
                List.of("bad", "good"), List.of(new ScoredSeries("a", List.of(scores(bad), scores(good)))), 2, 1);
        assertThat(board.rows().getFirst().model()).isEqualTo("good");
        assertThat(verdict(board, "bad")).isEqualTo(Standing.Verdict.WORSE);
        assertThat(row(board, "bad").standing().pValue().orElseThrow())
                .isCloseTo(DieboldMariano.test(differences, 2).orElseThrow().pValue(), within(1e-12));
    }

    @Test
    void aModelThatForecastOnlyTheEasyOriginsIsNeverTheBest() {
        Leaderboard board = Leaderboard.of(
                List.of("picky", "steady"),
                List.of(new ScoredSeries("a", List.of(scores(0.1), scores(1, 1, 1, 1)))),
                1,
                1);
        assertThat(board.rows().getFirst().model()).isEqualTo("steady");
        assertThat(verdict(board, "picky")).isEqualTo(Standing.Verdict.UNTESTED);
    }

    @Test
    void nothingScoredHasRowsWithoutMetrics() {
        Leaderboard board = Leaderboard.of(
                List.of("x", "y"), List.of(new ScoredSeries("a", List.of(OriginScores.NONE, OriginScores.NONE))), 1, 1);
        assertThat(board.rows()).hasSize(2).allSatisfy(row -> {
            assertThat(row.rank()).isEmpty();
            assertThat(row.metrics().of(ForecastMetric.MAE)).isEqualTo(OptionalDouble.empty());
            assertThat(row.standing().verdict()).isEqualTo(Standing.Verdict.UNTESTED);
        });
        assertThatThrownBy(() -> Leaderboard.of(List.of("x"), List.of(new ScoredSeries("a", List.of())), 1, 1))
                .hasMessageContaining("all models (1)");
    }

    @Test
    void withoutAScaleTheMeanAbsoluteErrorRanks() {
        TreeMap<Integer, MetricValues> flat = new TreeMap<>();
        flat.put(5, MetricValues.of(forecast(new double[] {4, 4, 4}, 1)));
        Leaderboard board =
                Leaderboard.of(List.of("x"), List.of(new ScoredSeries("a", List.of(new OriginScores(flat)))), 1, 1);
        assertThat(board.metric()).isEqualTo(ForecastMetric.MAE);
        assertThat(board.rows().getFirst().standing().verdict()).isEqualTo(Standing.Verdict.BEST);
    }

    /// From 20 March on: the last ten days of the quarter are the 22nd to the 31st.
    @Test
    void onlySomeDaysOfAForecastCanBeScored() {
        double[] errors = {1, 1, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 1, 1};
        ScoredForecast all = forecast(new double[] {1, 2}, errors);
        assertThat(MetricValues.of(all.where(day -> day.isQuarterEnd())).of(ForecastMetric.RMSE))
                .hasValue(5);
        assertThat(MetricValues.of(all.where(day -> !day.isQuarterEnd())).of(ForecastMetric.RMSE))
                .hasValue(1);
        assertThat(MetricValues.of(all.where(day -> false)).hasErrors()).isFalse();
    }

    @Test
    void theRatioOfErrorsByHand() {
        RmseRatio half = RmseRatio.of(scores(1, 1, 9), scores(2, 2)).orElseThrow();
        assertThat(half).isEqualTo(new RmseRatio(1, 2, 2));
        assertThat(half.value()).isEqualTo(0.5);
        assertThat(RmseRatio.geometricMean(List.of(half, new RmseRatio(8, 1, 3))))
                .isCloseTo(2, within(1e-12));
        assertThat(RmseRatio.of(scores(1), OriginScores.NONE)).isEmpty();
        assertThat(RmseRatio.geometricMean(List.of())).isNaN();
    }

    @Test
    void aSeriesWithoutErrorDoesNotDecideAlone() {
        assertThat(new RmseRatio(0, 0, 1).value()).isEqualTo(1);
        assertThat(new RmseRatio(0, 3, 1).value()).isEqualTo(0.01);
        assertThat(new RmseRatio(3, 0, 1).value()).isEqualTo(100);
    }
}
