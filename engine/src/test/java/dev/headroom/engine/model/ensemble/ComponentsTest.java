package dev.headroom.engine.model.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComponentsTest {
    private static final SeasonPlan DAYS_OF_FOUR = new SeasonPlan(4, 0);
    private static final double[] THREE_DAYS = {1, 5, 9, 5, 2, 6, 10, 6, 3, 7, 11, 7};

    private static double[] run(Component component, SeasonPlan plan, int steps, double... values) {
        Window window = new Window(values, values.length, plan);
        return new ComponentRunner(List.of(component)).forecast(window, steps)[0];
    }

    @Test
    void naiveAndSeasonalNaiveRepeatTheLastValues() {
        assertThat(run(Component.NAIVE, DAYS_OF_FOUR, 3, THREE_DAYS))
                .containsExactly(new double[] {7, 7, 7}, within(1e-9));
        assertThat(run(Component.SEASONAL_NAIVE, DAYS_OF_FOUR, 6, THREE_DAYS))
                .containsExactly(new double[] {3, 7, 11, 7, 3, 7}, within(1e-9));
    }

    @Test
    void profilesAreMediansOfTheSamePhaseAndMoveToThePresentLevel() {
        assertThat(run(Component.PROFILE_DAY, DAYS_OF_FOUR, 5, THREE_DAYS))
                .containsExactly(new double[] {2, 6, 10, 6, 2}, within(1e-9));
        // Each of the last four points is 1 above the profile.
        assertThat(run(Component.PROFILE_DAY_LEVEL, DAYS_OF_FOUR, 5, THREE_DAYS))
                .containsExactly(new double[] {3, 7, 11, 7, 3}, within(1e-9));
    }

    @Test
    void levelsAreMediansOfTheLastDayAndWeek() {
        assertThat(run(Component.LEVEL_DAY, DAYS_OF_FOUR, 2, THREE_DAYS))
                .containsExactly(new double[] {7, 7}, within(1e-9));
        assertThat(run(Component.LEVEL_WEEK, DAYS_OF_FOUR, 2, THREE_DAYS))
                .containsExactly(new double[] {6, 6}, within(1e-9));
    }

    @Test
    void theSeasonalErrorModelWeighsOlderCyclesLess() {
        double[] values = {1, 1, 1, 1, 2, 2, 2, 2};
        double[] out = new double[1];
        SeasonalError.forecast(new Window.Side(values, flat(), values), 4, out);

        // Base (2 + 0.6 * 1) / 1.6; all errors were 1, so the last one is carried with the largest weight.
        assertThat(out[0]).isCloseTo(2.6 / 1.6 + 0.99, within(1e-9));
    }

    private static dev.headroom.engine.feature.SeasonalProfile flat() {
        return dev.headroom.engine.feature.SeasonalProfile.flat();
    }

    @Test
    void theChangesOfAStraightLineGoOnWithHalfTheSlopeFading() {
        double[] line = {10, 12, 14, 16, 18, 20};
        double[] out = new double[2];
        ArDifferences.forecast(new Window.Side(line, flat(), line), out);

        assertThat(out).containsExactly(new double[] {20 + 0.97, 20 + 0.97 + 0.97 * 0.97}, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(
            value = Component.class,
            names = {
                "AR_DIFFERENCES",
                "LAG_REGRESSION",
                "SEASONAL_ERROR",
                "PROFILE_DAY_LEVEL",
                "LEVEL_WEEK",
                "NAIVE",
                "THETA",
                "HOLT_WINTERS",
                "DOUBLE_SEASONAL",
                "DYNAMIC_THETA"
            })
    void shiftingTheSeriesShiftsAPlainComponent(Component component) {
        double[] values = Series.seasonal(120, 12, 8);
        double[] plain = run(component, new SeasonPlan(12, 0), 6, values);
        double[] shifted = run(component, new SeasonPlan(12, 0), 6, Series.scaled(values, 1, 1000));

        // Searches stop at a relative tolerance and the scale changes with the mean; noise has a deviation of 4.
        assertThat(Series.scaled(shifted, 1, -1000)).containsExactly(plain, within(0.5));
    }

    @ParameterizedTest
    @EnumSource(Component.class)
    void everyComponentForecastsAnyLengthWithinItsRange(Component component) {
        double[] values = Series.hourly(400, 3);
        for (int length : new int[] {1, 2, 3, 5, 24, 25, 49, 73, 200, 368, 370, 400}) {
            double[] part = Arrays.copyOf(values, length);
            double high = Arrays.stream(part).max().orElseThrow();
            double low = Arrays.stream(part).min().orElseThrow();
            double[] forecast = run(component, new SeasonPlan(24, 168), 200, part);

            assertThat(Arrays.stream(forecast))
                    .allMatch(value -> value >= -1e-9 && value <= high + 1.5 * (high - low) + 1e-6);
        }
    }

    @Test
    void logarithmsAreNotUsedForNegativeSeries() {
        double[] values = Series.scaled(Series.seasonal(100, 12, 4), 1, -300);

        assertThat(run(Component.AR_DIFFERENCES_LOG, new SeasonPlan(12, 0), 6, values))
                .containsExactly(run(Component.AR_DIFFERENCES, new SeasonPlan(12, 0), 6, values));
    }
}
