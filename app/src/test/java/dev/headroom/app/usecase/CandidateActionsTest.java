package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.plan.Action;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.schedule.OffBlock;
import dev.headroom.engine.schedule.ScheduleAdvice;
import dev.headroom.engine.schedule.WeekUse;
import dev.headroom.engine.schedule.WeeklySchedule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CandidateActionsTest {
    private static final Server SERVER = new Server("dev-1", "dev-1", "", "", "", "dev", "", List.of(), Map.of());

    private static FleetSchedules off(Optional<Money> month, int usedHours) {
        ScheduleAdvice.Off advice = new ScheduleAdvice.Off(
                SERVER,
                new WeeklySchedule(ZoneOffset.UTC, List.of(new OffBlock(DayOfWeek.FRIDAY, 20, 84))),
                month,
                Optional.empty(),
                new WeekUse(new double[168]),
                0.99,
                usedHours,
                800,
                10,
                0.8,
                "quiet");
        return FleetSchedules.of(
                ScheduleRequest.usual(), PriceBasis.shipped(LocalDate.of(2026, 1, 1)), List.of(advice));
    }

    @Test
    void offHoursSaveTheirShareOfTheWeek() {
        CandidateActions candidates = new CandidateActions(Decisions.none(LocalDate.of(2026, 1, 1)));
        candidates.add(off(Optional.of(Money.of("730", "USD")), 0));
        assertThat(candidates.actions()).singleElement().satisfies(action -> {
            assertThat(action.kind()).isEqualTo("schedule");
            assertThat(action.saving().amount().doubleValue()).isCloseTo(0.5, within(1e-6));
            assertThat(action.effort()).isEqualTo(Action.Effort.VERY_LOW);
            assertThat(action.riskGrade()).isEqualTo(1);
        });
    }

    @Test
    void hoursThatWereUsedSometimesAreOfMediumRisk() {
        CandidateActions candidates = new CandidateActions(Decisions.none(LocalDate.of(2026, 1, 1)));
        candidates.add(off(Optional.of(Money.of("730", "USD")), 3));
        assertThat(candidates.actions().getFirst().riskGrade()).isEqualTo(2);
    }

    @Test
    void withoutAPriceThereIsNoAction() {
        CandidateActions candidates = new CandidateActions(Decisions.none(LocalDate.of(2026, 1, 1)));
        candidates.add(off(Optional.empty(), 0));
        assertThat(candidates.actions()).isEmpty();
    }
}
