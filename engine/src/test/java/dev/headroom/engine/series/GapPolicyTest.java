package dev.headroom.engine.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GapPolicyTest {
    private static final double NA = Double.NaN;
    private static final List<GapPolicy> ALL = List.of(
            new GapPolicy.LeaveMissing(),
            new GapPolicy.LastValue(),
            new GapPolicy.Linear(3),
            new GapPolicy.SeasonalPhase(7));

    @Test
    void theLastValueIsRepeatedButNothingIsInventedBeforeTheFirst() {
        assertThat(new GapPolicy.LastValue().fill(new double[] {NA, 2, NA, NA, 5, NA}))
                .containsExactly(NA, 2, 2, 2, 5, 5);
    }

    @Test
    void aShortGapBecomesAStraightLineAndALongOneStays() {
        assertThat(new GapPolicy.Linear(2).fill(new double[] {NA, 1, NA, NA, 4, NA, NA, NA, 8, NA}))
                .containsExactly(NA, 1, 2, 3, 4, NA, NA, NA, 8, NA);
    }

    @Test
    void theSamePhaseOfTheNearestSeasonFillsAGapAndTheEarlierOneWins() {
        assertThat(new GapPolicy.SeasonalPhase(2).fill(new double[] {1, 10, NA, 20, 3, NA}))
                .containsExactly(1, 10, 1, 20, 3, 20);
        assertThat(new GapPolicy.SeasonalPhase(2).fill(new double[] {NA, 10, NA, 20, 3, 30}))
                .containsExactly(3, 10, 3, 20, 3, 30);
    }

    @Test
    void aPhaseThatWasNeverObservedStaysMissing() {
        assertThat(new GapPolicy.SeasonalPhase(2).fill(new double[] {NA, 1, NA, 2}))
                .containsExactly(NA, 1, NA, 2);
    }

    @Test
    void observedValuesAreNeverChangedAndTheInputIsNotTouched() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            double[] values =
                    random.doubles(40).map(v -> random.nextInt(3) == 0 ? NA : v).toArray();
            double[] before = values.clone();
            for (GapPolicy policy : ALL) {
                double[] filled = policy.fill(values);
                assertThat(values).containsExactly(before);
                assertThat(filled).hasSameSizeAs(values);
                for (int i = 0; i < values.length; i++) {
                    if (!Double.isNaN(values[i])) {
                        assertThat(filled[i]).isEqualTo(values[i]);
                    }
                }
                assertThat(policy.fill(filled)).as("%s fills at once", policy).containsExactly(filled);
            }
        }
    }

    @Test
    void emptyAndAllMissingSeriesStayAsTheyAre() {
        for (GapPolicy policy : ALL) {
            assertThat(policy.fill(new double[0])).isEmpty();
            assertThat(policy.fill(new double[] {NA, NA})).containsExactly(NA, NA);
        }
    }

    @Test
    void impossibleParametersAreRefused() {
        assertThatThrownBy(() -> new GapPolicy.Linear(0)).hasMessageContaining("maxSteps (0)");
        assertThatThrownBy(() -> new GapPolicy.SeasonalPhase(0)).hasMessageContaining("seasonLength (0)");
    }
}
