package dev.headroom.app.ui.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.InventedFleet;
import dev.headroom.app.usecase.ModelScore;
import dev.headroom.engine.evaluation.Standing;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StandingWordsTest {
    private static ModelScore score(String model, Standing.Verdict verdict) {
        return new ModelScore(model, 1, 1, 0.8, 5, 0.1, new Standing(verdict, OptionalDouble.empty()));
    }

    @Test
    void bothKindsAreNamed() {
        assertThat(StandingWords.of(InventedFleet.scores()))
                .isEqualTo("As good as the best, as far as 12 origins can tell: Theta and Smoothing. Only Drift and"
                        + " Seasonal naive are worse beyond chance.");
    }

    @Test
    void oneKindIsSaidShortly() {
        assertThat(StandingWords.of(
                        List.of(score("ets", Standing.Verdict.BEST), score("theta", Standing.Verdict.AS_GOOD))))
                .isEqualTo("Over 5 origins no difference to Smoothing is more than chance.");
        assertThat(StandingWords.of(
                        List.of(score("ets", Standing.Verdict.BEST), score("theta", Standing.Verdict.WORSE))))
                .isEqualTo("Smoothing is better than all others beyond chance.");
    }

    @Test
    void nothingIsSaidWithoutATest() {
        assertThat(StandingWords.of(List.of())).isEmpty();
        assertThat(StandingWords.of(
                        List.of(score("ets", Standing.Verdict.BEST), score("theta", Standing.Verdict.UNTESTED))))
                .isEmpty();
    }
}
