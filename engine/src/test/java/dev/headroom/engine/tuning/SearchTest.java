package dev.headroom.engine.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.model.Parameter;
import dev.headroom.engine.model.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/// Searches on a function whose smallest value is known: 1 at rate 0.05, depth 7, share 0.3 and trend A.
class SearchTest {
    private static final SearchSpace SPACE = new SearchSpace(List.of(
            new Parameter.LogReal("rate", 0.001, 1),
            new Parameter.Whole("depth", 2, 12),
            new Parameter.Real("share", 0, 1),
            new Parameter.Choice("trend", List.of("N", "A", "Ad"))));

    private static double bowl(Settings settings) {
        double rate = Math.log(settings.number("rate", 1) / 0.05);
        double depth = (settings.whole("depth", 12) - 7) / 5.0;
        double share = settings.number("share", 1) - 0.3;
        double trend = settings.word("trend", "N").equals("A") ? 0 : 0.5;
        return 1 + 0.2 * rate * rate + depth * depth + 3 * share * share + trend;
    }

    private static TuningResult run(Search search, int trials) {
        return new Tuning(search, trials, 1).run((settings, fold) -> OptionalDouble.of(bowl(settings)), () -> true);
    }

    @Test
    void gridSearchFindsTheBestOfItsPoints() {
        SearchSpace coarse = new SearchSpace(
                List.of(new Parameter.Whole("depth", 2, 12), new Parameter.Choice("trend", List.of("N", "A", "Ad"))));
        TuningResult result = run(new GridSearch(coarse, 33, 1), 100);
        assertThat(result.trials()).hasSize(1 + 33);
        assertThat(result.end()).isEqualTo(TuningResult.End.ALL_TRIED);
        assertThat(result.best().orElseThrow().settings().text()).isEqualTo("(depth=7,trend=A)");
    }

    @Test
    void aGridIsAsFineAsTheTrialsAllow() {
        assertThat(SPACE.grid(81)).hasSizeBetween(36, 81).doesNotHaveDuplicates();
        assertThat(SPACE.grid(1)).hasSize(3);
        assertThat(SPACE.grid(81).getFirst().values()).hasSize(4);
    }

    /// Averaged over seeds, to come within 10 % of the optimum.
    @Test
    void bayesianSearchNeedsFewerTrialsThanRandomSearch() {
        double bayesian = trialsUntil(1.1, seed -> new BayesianSearch(SPACE, seed));
        double random = trialsUntil(1.1, seed -> new RandomSearch(SPACE, seed));
        assertThat(bayesian).isLessThan(0.5 * random);
        assertThat(bayesian).isLessThan(35);
    }

    private static double trialsUntil(double quality, LongFunction<Search> search) {
        int most = 150;
        double sum = 0;
        for (long seed = 1; seed <= 12; seed++) {
            List<Trial> trials = run(search.apply(seed), most).trials();
            int needed = 0;
            while (needed < trials.size() && trials.get(needed).score() > quality) {
                needed++;
            }
            sum += needed < trials.size() ? needed + 1 : most;
        }
        return sum / 12;
    }

    @Test
    void bayesianSearchEndsWhenNothingIsToBeGained() {
        TuningResult result = run(new BayesianSearch(SPACE, 3), 200);
        assertThat(result.end()).isEqualTo(TuningResult.End.NO_IMPROVEMENT);
        assertThat(result.best().orElseThrow().score()).isLessThan(1.02);
        assertThat(result.trials()).hasSizeLessThan(120);
    }

    @Test
    void aSmallSpaceIsTriedCompletely() {
        SearchSpace small = new SearchSpace(List.of(new Parameter.Whole("depth", 2, 4)));
        for (Search search :
                List.of(new BayesianSearch(small, 1), new RandomSearch(small, 1), new GridSearch(small, 9, 1))) {
            TuningResult result = run(search, 50);
            assertThat(result.trials().size()).isLessThanOrEqualTo(4);
            assertThat(result.best().orElseThrow().settings().text()).isEqualTo("(depth=4)");
        }
    }

    @Test
    void theSameSeedGivesTheSameTrials() {
        for (LongFunction<Search> search : List.<LongFunction<Search>>of(
                seed -> new BayesianSearch(SPACE, seed),
                seed -> new RandomSearch(SPACE, seed),
                seed -> new GridSearch(SPACE, 40, seed))) {
            assertThat(run(search.apply(5), 25)).isEqualTo(run(search.apply(5), 25));
            assertThat(run(search.apply(5), 25)).isNotEqualTo(run(search.apply(6), 25));
        }
    }

    @Test
    void noSettingsAreTriedTwice() {
        for (Search search : List.of(new BayesianSearch(SPACE, 2), new RandomSearch(SPACE, 2))) {
            List<Settings> tried =
                    run(search, 40).trials().stream().map(Trial::settings).toList();
            assertThat(new HashSet<>(tried)).hasSameSizeAs(tried);
        }
    }

    @Test
    void scoresThatAreAllEqualOrFailDoNotStopASearch() {
        for (OptionalDouble score : List.of(OptionalDouble.of(2), OptionalDouble.of(0), OptionalDouble.empty())) {
            TuningResult result =
                    new Tuning(new BayesianSearch(SPACE, 2), 20, 2).run((settings, fold) -> score, () -> true);
            assertThat(result.trials()).hasSize(20);
        }
    }

    @Test
    void anEmptySpaceIsRefused() {
        assertThatThrownBy(() -> new SearchSpace(List.of())).hasMessageContaining("must be there");
    }
}
