package dev.headroom.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OrderStatisticsTest {
    @Test
    void mediansAreTheMiddleValueOrTheMeanOfTheTwoMiddleOnes() {
        assertThat(OrderStatistics.median(5, 1, 3)).isEqualTo(3);
        assertThat(OrderStatistics.median(5, 1, 3, 4)).isEqualTo(3.5);
    }

    @Test
    void quantilesInterpolateBetweenOrderStatistics() {
        double[] sorted = {0, 10, 20, 30};

        assertThat(OrderStatistics.quantileOfSorted(sorted, 0)).isEqualTo(0);
        assertThat(OrderStatistics.quantileOfSorted(sorted, 0.5)).isEqualTo(15);
        assertThat(OrderStatistics.quantileOfSorted(sorted, 0.9)).isCloseTo(27, within(1e-12));
        assertThat(OrderStatistics.quantileOfSorted(sorted, 1)).isEqualTo(30);
    }

    @Test
    void theWeightedMedianInterpolatesBetweenTheMiddlesOfTheWeights() {
        assertThat(OrderStatistics.weightedMedian(new double[] {1, 2, 3}, new double[] {1, 1, 1}))
                .isEqualTo(2);
        assertThat(OrderStatistics.weightedMedian(new double[] {0, 10}, new double[] {1, 1}))
                .isEqualTo(5);
        // Places 1.5 and 3.5 of a total of 4; one half is at 2, a quarter of the way.
        assertThat(OrderStatistics.weightedMedian(new double[] {0, 10}, new double[] {3, 1}))
                .isEqualTo(2.5);
        assertThat(OrderStatistics.weightedMedian(new double[] {0, 10}, new double[] {1, 0}))
                .isEqualTo(0);
        assertThat(OrderStatistics.weightedMedian(new double[] {7}, new double[] {0.2}))
                .isEqualTo(7);
    }

    @Test
    void theTrimmedMeanCutsWeightAtBothEnds() {
        assertThat(OrderStatistics.weightedTrimmedMean(
                        new double[] {1, 2, 3, 4, 50}, new double[] {1, 1, 1, 1, 1}, 0.2))
                .isCloseTo(3, within(1e-12));
        assertThat(OrderStatistics.weightedTrimmedMean(new double[] {0, 10}, new double[] {9, 1}, 0.2))
                .isEqualTo(0);
        // 60 % of the weight is kept: 3 of the 5 of the first, 3 of the 5 of the second.
        assertThat(OrderStatistics.weightedTrimmedMean(new double[] {0, 10}, new double[] {5, 5}, 0.2))
                .isCloseTo(5, within(1e-12));
    }

    @Test
    void sortingCarriesTheCompanionsAlong() {
        double[] values = {3, 1, 2};
        double[] companions = {30, 10, 20};

        OrderStatistics.sortTogether(values, companions);

        assertThat(values).containsExactly(1, 2, 3);
        assertThat(companions).containsExactly(10, 20, 30);
    }

    @Test
    void emptySamplesAndWeightlessOnesAreRefused() {
        assertThatThrownBy(() -> OrderStatistics.median()).hasMessageContaining("length (0)");
        assertThatThrownBy(() -> OrderStatistics.weightedMedian(new double[] {1}, new double[] {0}))
                .hasMessageContaining("must be positive");
    }
}
