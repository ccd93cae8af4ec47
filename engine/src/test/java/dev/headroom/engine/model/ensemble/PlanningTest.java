package dev.headroom.engine.model.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.series.Step;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;

class PlanningTest {
    private static FrequencyClass told(int... seasons) {
        return FrequencyClass.of(new Step.Ordinal(), SeasonLengths.of(seasons));
    }

    @Test
    void anUnnamedStepTakesItsClassFromTheSeason() {
        assertThat(told()).isEqualTo(FrequencyClass.YEARLY);
        assertThat(told(4)).isEqualTo(FrequencyClass.QUARTERLY);
        assertThat(told(7)).isEqualTo(FrequencyClass.DAILY);
        assertThat(told(12)).isEqualTo(FrequencyClass.MONTHLY);
        assertThat(told(52)).isEqualTo(FrequencyClass.WEEKLY);
        for (int season : new int[] {24, 48, 96, 144, 168, 288, 1440}) {
            assertThat(told(season)).isEqualTo(FrequencyClass.SUB_DAILY);
        }
    }

    @Test
    void aNamedStepDecidesWhateverTheSeason() {
        SeasonLengths none = SeasonLengths.none();

        assertThat(FrequencyClass.of(Step.HOUR, SeasonLengths.of(12))).isEqualTo(FrequencyClass.SUB_DAILY);
        assertThat(FrequencyClass.of(new Step.Physical(Duration.ofMinutes(5)), none))
                .isEqualTo(FrequencyClass.SUB_DAILY);
        assertThat(FrequencyClass.of(Step.DAY, none)).isEqualTo(FrequencyClass.DAILY);
        assertThat(FrequencyClass.of(new Step.Physical(Duration.ofDays(1)), none))
                .isEqualTo(FrequencyClass.DAILY);
        assertThat(FrequencyClass.of(Step.WEEK, none)).isEqualTo(FrequencyClass.WEEKLY);
        assertThat(FrequencyClass.of(Step.MONTH, none)).isEqualTo(FrequencyClass.MONTHLY);
        assertThat(FrequencyClass.of(Step.QUARTER, none)).isEqualTo(FrequencyClass.QUARTERLY);
        assertThat(FrequencyClass.of(Step.YEAR, none)).isEqualTo(FrequencyClass.YEARLY);
        assertThat(FrequencyClass.of(new Step.Calendar(Period.ofYears(5)), none))
                .isEqualTo(FrequencyClass.YEARLY);
    }

    @Test
    void poolsHaveThirteenOrFifteenDifferentMembers() {
        for (FrequencyClass frequency : FrequencyClass.values()) {
            boolean small = frequency == FrequencyClass.MONTHLY || frequency == FrequencyClass.SUB_DAILY;
            assertThat(frequency.pool()).hasSize(small ? 13 : 15).doesNotHaveDuplicates();
        }
    }

    @Test
    void anHourlySeriesGetsAWeekWhenItHasTwoAndAFifth() {
        SeasonPlan plan = SeasonPlan.of(FrequencyClass.SUB_DAILY, SeasonLengths.of(24));

        assertThat(plan).isEqualTo(new SeasonPlan(24, 168));
        assertThat(plan.within(370).hasLong()).isTrue();
        assertThat(plan.within(369).hasLong()).isFalse();
        assertThat(SeasonPlan.of(FrequencyClass.SUB_DAILY, SeasonLengths.of(168)))
                .isEqualTo(plan);
        assertThat(SeasonPlan.of(FrequencyClass.DAILY, SeasonLengths.of(7, 364)))
                .isEqualTo(new SeasonPlan(7, 0));
        assertThat(SeasonPlan.of(FrequencyClass.YEARLY, SeasonLengths.none())).isEqualTo(new SeasonPlan(1, 0));
    }

    @Test
    void innerOriginsFollowTheClass() {
        SeasonPlan day = new SeasonPlan(24, 168);
        InnerOrigins hourly = InnerOrigins.of(FrequencyClass.SUB_DAILY, day, 960, 168);
        assertThat(hourly.steps()).isEqualTo(48);
        assertThat(hourly.origins()).hasSize(16).startsWith(912, 888).endsWith(552);

        InnerOrigins monthly = InnerOrigins.of(FrequencyClass.MONTHLY, new SeasonPlan(12, 0), 115, 18);
        assertThat(monthly.steps()).isEqualTo(18);
        assertThat(monthly.origins()).containsExactly(97, 93, 89, 85);

        InnerOrigins fiveMinutes = InnerOrigins.of(FrequencyClass.SUB_DAILY, new SeasonPlan(288, 2016), 8064, 2000);
        assertThat(fiveMinutes.steps()).isEqualTo(576);
        assertThat(fiveMinutes.origins()).containsExactly(7488, 7344, 7200, 7056);
    }

    @Test
    void originsThatLeaveTooLittleBehindThemAreSkipped() {
        // At least 2 * 12 + 4 points must lie before an origin.
        InnerOrigins few = InnerOrigins.of(FrequencyClass.MONTHLY, new SeasonPlan(12, 0), 50, 18);
        assertThat(few.origins()).containsExactly(32, 28);
        assertThat(InnerOrigins.of(FrequencyClass.MONTHLY, new SeasonPlan(12, 0), 40, 18)
                        .count())
                .isZero();
    }
}
