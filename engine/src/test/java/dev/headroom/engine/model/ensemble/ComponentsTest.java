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
    void theLevelIsTheMedianOfTheLastDay() {
        assertThat(run(Component.LEVEL_DAY, DAYS_OF_FOUR, 2, THREE_DAYS))
                .containsExactly(new double[] {7, 7}, within(1e-9));
    }

    @Test
    void seasonMeansAreCarriedOnByThetaWithTheUsualPatternInside() {
        double[] flatDays = {1, 5, 9, 5, 1, 5, 9, 5, 1, 5, 9, 5, 1, 5, 9, 5};
        assertThat(run(Component.AGGREGATED_THETA, DAYS_OF_FOUR, 6, flatDays))
                .containsExactly(new double[] {1, 5, 9, 5, 1, 5}, within(1e-9));

        double[] rising = new double[40];
        Arrays.setAll(rising, t -> flatDays[t % 4] + t / 4);
        double[] forecast = run(Component.AGGREGATED_THETA, DAYS_OF_FOUR, 8, rising);
        // The last day's mean is 14; the line gives half of its slope of 1 a day, smoothing the last level.
        assertThat(forecast[4] - forecast[0]).isCloseTo(0.5, within(1e-9));
        assertThat(forecast[1] - forecast[0]).isCloseTo(4, within(1e-9));
        assertThat(forecast[1]).isBetween(14.0, 15.5);
    }

    @Test
    void fewerThanFourSeasonsToAverageGiveTheLastValue() {
        assertThat(run(Component.AGGREGATED_THETA, DAYS_OF_FOUR, 2, THREE_DAYS)).containsExactly(7, 7);
    }

    @Test
    void onlyTheLastEightWeeksOfAnHourlySeriesCount() {
        double[] recent = Series.hourly(8 * 168, 5);
        double[] longer = new double[recent.length + 100];
        Arrays.fill(longer, 0, 100, 1e6);
        System.arraycopy(recent, 0, longer, 100, recent.length);

        for (Component component : FrequencyClass.SUB_DAILY.pool()) {
            assertThat(run(component, new SeasonPlan(24, 168), 30, longer))
                    .containsExactly(run(component, new SeasonPlan(24, 168), 30, recent));
        }
    }

    @Test
    void theRecentAutoregressionForgetsAllButTwelveSeasons() {
        double[] recent = Series.seasonal(84, 7, 4);
        double[] longer = new double[recent.length + 50];
        Arrays.fill(longer, 0, 50, 3 * recent[0]);
        System.arraycopy(recent, 0, longer, 50, recent.length);
        SeasonPlan weeks = new SeasonPlan(7, 0);

        assertThat(run(Component.AR_DIFFERENCES_RECENT_LOG, weeks, 10, longer))
                .containsExactly(run(Component.AR_DIFFERENCES_LOG, weeks, 10, recent));
        assertThat(run(Component.AR_DIFFERENCES_LOG, weeks, 10, longer))
                .isNotEqualTo(run(Component.AR_DIFFERENCES_LOG, weeks, 10, recent));
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
                "LEVEL_DAY",
                "AGGREGATED_THETA",
                "NAIVE",
                "THETA",
                "HOLT_WINTERS",
                "SEASONAL_ARIMA",
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
    @EnumSource(value = Component.class, mode = EnumSource.Mode.EXCLUDE, names = "POOLED")
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
