package dev.headroom.engine.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.Parameter;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.Settings;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TuningTest {
    private static final SearchSpace SPACE = new SearchSpace(List.of(new Parameter.Whole("depth", 1, 40)));

    @Test
    void theModelAsItIsComesFirst() {
        TuningResult result = new Tuning(new GridSearch(SPACE, 40, 1), 5, 2)
                .run((settings, fold) -> OptionalDouble.of(settings.isEmpty() ? 1 : 2), () -> true);
        assertThat(result.trials().getFirst().settings()).isEqualTo(Settings.NONE);
        assertThat(result.best().orElseThrow().settings()).isEqualTo(Settings.NONE);
        assertThat(result.end()).isEqualTo(TuningResult.End.TRIALS_USED);
    }

    @Test
    void settingsThatGainOnlyByRoundingDoNotReplaceTheModelAsItIs() {
        for (double gain : new double[] {1e-12, 1e-6}) {
            TuningResult result = new Tuning(new GridSearch(SPACE, 40, 1), 5, 2)
                    .run((settings, fold) -> OptionalDouble.of(settings.isEmpty() ? 1 : 1 - gain), () -> true);
            assertThat(result.best().orElseThrow().settings().isEmpty()).isEqualTo(gain < 1e-9);
        }
    }

    /// Fold 2 is twice as hard as fold 1; a candidate that is bad on the first one does not see the second.
    @Test
    void hopelessCandidatesStopAfterTheFirstFolds() {
        List<String> runs = new ArrayList<>();
        TuningResult result = new Tuning(new GridSearch(SPACE, 40, 1), 41, 2)
                .run(
                        (settings, fold) -> {
                            runs.add(settings.text() + fold);
                            return OptionalDouble.of((fold + 1) * settings.whole("depth", 20));
                        },
                        () -> true);
        long stopped = result.trials().stream()
                .filter(trial -> trial.state() == Trial.State.STOPPED_EARLY)
                .count();
        assertThat(stopped).isBetween(10L, 35L);
        assertThat(runs).hasSize(82 - (int) stopped);
        assertThat(result.best().orElseThrow().settings().whole("depth", 0)).isEqualTo(1);
        for (Trial trial : result.trials()) {
            // Scaled up from the first fold, the score is what both would have given.
            assertThat(trial.score()).isCloseTo(1.5 * trial.settings().whole("depth", 20), within(1e-9));
        }
    }

    @Test
    void theBudgetEndsTheSearchAndHalfATrialIsNeverTheBest() {
        int[] left = {7};
        TuningResult result = new Tuning(new GridSearch(SPACE, 40, 1), 41, 3)
                .run((settings, fold) -> OptionalDouble.of(settings.isEmpty() ? 5 : 5 - left[0]), () -> left[0]-- > 0);
        assertThat(result.end()).isEqualTo(TuningResult.End.OUT_OF_TIME);
        assertThat(result.trials()).hasSize(3);
        assertThat(result.trials().getLast().state()).isEqualTo(Trial.State.OUT_OF_TIME);
        assertThat(result.trials().getLast().folds()).hasSize(1);
        assertThat(result.best().orElseThrow().state()).isEqualTo(Trial.State.COMPLETE);
        assertThat(new Tuning(new GridSearch(SPACE, 4, 1), 4, 1)
                        .run((settings, fold) -> OptionalDouble.of(1), () -> false)
                        .best())
                .isEmpty();
    }

    @Test
    void settingsThatCannotBeFittedFailAndTheSearchGoesOn() {
        TuningResult result = new Tuning(new GridSearch(SPACE, 40, 1), 41, 2)
                .run(
                        (settings, fold) -> settings.whole("depth", 1) % 2 == 0
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(settings.whole("depth", 50)),
                        () -> true);
        assertThat(result.trials()).hasSize(41);
        assertThat(result.best().orElseThrow().settings().whole("depth", 0)).isEqualTo(1);
        assertThat(result.trials())
                .filteredOn(trial -> trial.state() == Trial.State.FAILED)
                .hasSize(20);
    }

    @Test
    void foldsFollowEachOtherInTimeAndNeverSeeWhatComesAfter() {
        List<Integer> seen = new ArrayList<>();
        List<Double> last = new ArrayList<>();
        Fitter spy = (series, spec, seed) -> {
            seen.add(series.length());
            last.add(series.value(series.length() - 1));
            return new ModelCatalog().fit(series, spec, seed);
        };
        SeriesFolds folds = new SeriesFolds(spy, line(40), 3, new Horizon(5), ForecastMetric.MAE, 1);
        for (int fold = 0; fold < 3; fold++) {
            // The last value before the origin, repeated, is off by 1, 2, 3, 4 and 5.
            assertThat(folds.score(new ModelSpec.Naive(), fold, 1).orElseThrow())
                    .isCloseTo(3, within(1e-9));
        }
        assertThat(seen).containsExactly(25, 30, 35);
        assertThat(last).containsExactly(24.0, 29.0, 34.0);
    }

    @Test
    void shortSeriesHaveTheLaterFoldsOnly() {
        SeriesFolds folds = new SeriesFolds(new ModelCatalog(), line(12), 4, new Horizon(4), ForecastMetric.MAE, 1);
        assertThat(folds.score(new ModelSpec.Naive(), 0, 1)).isEmpty();
        assertThat(folds.score(new ModelSpec.Naive(), 3, 1)).isPresent();
    }

    @Test
    void tuningAModelIsRepeatable() {
        double[] values = new double[90];
        Arrays.setAll(
                values, t -> 20 + 5 * Math.sin(t * 2 * Math.PI / 7) + (t * 37 % 11) / 4.0 + (t > 60 ? t - 60 : 0));
        TimeSeries series =
                new TimeSeries(new SeriesKey("s", "value", Statistic.MEAN), TimeGrid.ordinal(0, values.length), values);
        ModelSpec additive = new ModelSpec.Additive(SeasonLengths.of(7), "");
        SearchSpace space = new SearchSpace(ModelCatalog.parameters(additive));
        SeriesFolds folds = new SeriesFolds(new ModelCatalog(), series, 3, new Horizon(7), ForecastMetric.MASE, 7);
        Tuning.Objective objective = (settings, fold) -> folds.score(ModelCatalog.with(additive, settings), fold, 1);
        TuningResult result = new Tuning(new BayesianSearch(space, 1), 30, 3).run(objective, () -> true);
        assertThat(result).isEqualTo(new Tuning(new BayesianSearch(space, 1), 30, 3).run(objective, () -> true));
        assertThat(result.best().orElseThrow().score())
                .isLessThan(0.9 * result.trials().getFirst().score());
    }

    private static TimeSeries line(int length) {
        double[] values = new double[length];
        Arrays.setAll(values, t -> t);
        return new TimeSeries(new SeriesKey("s", "value", Statistic.MEAN), TimeGrid.ordinal(0, length), values);
    }
}
