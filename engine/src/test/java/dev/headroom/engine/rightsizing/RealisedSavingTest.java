package dev.headroom.engine.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import org.junit.jupiter.api.Test;

class RealisedSavingTest {
    @Test
    void savingsAreAddedPathByPath() {
        TimeSeries actual = Fixture.daily(ResourceKind.CPU, 3, 3, 3);
        // Sums of 24, 21 and 18 less the 9 that were spent.
        RealisedSaving saving = RealisedSaving.of(
                actual, paths(new double[] {8, 8, 8}, new double[] {7, 7, 7}, new double[] {6, 6, 6}));
        assertThat(saving.days()).isEqualTo(3);
        assertThat(saving.saving()).isCloseTo(12, within(1e-12));
        assertThat(saving.low80()).isBetween(9.0, 12.0);
        assertThat(saving.high80()).isBetween(12.0, 15.0);
        assertThat(saving.proven()).isTrue();
    }

    @Test
    void daysThatAreNotKnownAreLeftOutOnBothSides() {
        TimeSeries actual = Fixture.daily(ResourceKind.CPU, 3, Double.NaN, 3);
        RealisedSaving saving = RealisedSaving.of(actual, paths(new double[] {8, 800, 8}));
        assertThat(saving.days()).isEqualTo(2);
        assertThat(saving.saving()).isCloseTo(10, within(1e-12));
    }

    @Test
    void aCostThatRoseIsANegativeSaving() {
        RealisedSaving saving = RealisedSaving.of(
                Fixture.daily(ResourceKind.CPU, 9, 9), paths(new double[] {8, 8}, new double[] {9, 11}));
        assertThat(saving.saving()).isCloseTo(0, within(1e-12));
        assertThat(saving.proven()).isFalse();
        assertThatThrownBy(() -> RealisedSaving.of(Fixture.daily(ResourceKind.CPU, 9), paths(new double[] {8, 8})))
                .hasMessageContaining("actual (1 days)");
    }

    private static SamplePaths paths(double[]... paths) {
        return new SamplePaths(TimeGrid.utc(Fixture.START, Step.DAY, paths[0].length), paths);
    }
}
