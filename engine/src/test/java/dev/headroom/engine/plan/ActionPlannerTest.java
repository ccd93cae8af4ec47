package dev.headroom.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.HourShape;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.engine.commitment.UsagePaths;
import dev.headroom.engine.commitment.UsagePool;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionPlannerTest {
    private static final int DAYS = 365;
    private static final double HOURS = 24 * DAYS;
    private static final LocalDate START = LocalDate.of(2026, 11, 23);
    private static final UsagePool ALL = UsagePool.whole("AWS", CurrencyCode.USD);
    private static final CommitmentRate RATE = rate(Payment.NO_UPFRONT, "30");
    private static final CommitmentRate UPFRONT = rate(Payment.ALL_UPFRONT, "40");

    private static CommitmentRate rate(Payment payment, String percent) {
        return new CommitmentRate(
                "AWS",
                CommitmentKind.COMPUTE_SAVINGS_PLAN,
                "",
                CommitmentTerm.ONE_YEAR,
                payment,
                new BigDecimal(percent),
                LocalDate.of(2026, 1, 1),
                "test");
    }

    /// @param held on-demand cost an hour that running commitments pay for
    private static UsagePaths usage(double held, double... perHour) {
        double[][] daily = new double[perHour.length][DAYS];
        for (int i = 0; i < perHour.length; i++) {
            Arrays.fill(daily[i], 24 * perHour[i]);
        }
        double[] paid = new double[DAYS];
        Arrays.fill(paid, held);
        return UsagePaths.of(
                new SamplePaths(TimeGrid.utc(START.atStartOfDay().toInstant(ZoneOffset.UTC), Step.DAY, DAYS), daily),
                START,
                paid,
                HourShape.level());
    }

    private static Action action(String resource, String kind, double hour, double breaches) {
        return new Action(
                resource,
                kind,
                kind + " " + hour,
                new Money(BigDecimal.valueOf(hour), CurrencyCode.USD),
                kind.equals("resize") ? Action.Effort.LOW : Action.Effort.VERY_LOW,
                kind.equals("resize") ? Action.Restart.NEEDED : Action.Restart.NOT_NEEDED,
                breaches,
                breaches > 1 ? 3 : 1,
                0.9);
    }

    private static ActionPlan plan(UsagePaths usage, PlanLimits limits, List<Action> actions, CommitmentRate... rates) {
        return new ActionPlanner(ALL, usage, DAYS, limits).choose(actions, List.of(rates));
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }

    @Test
    void whatCommitmentsPayForIsNotSavedTwice() {
        // 10 an hour, 8 of it paid for: taking off 1 + 3 saves 2 only.
        ActionPlan plan =
                plan(usage(8, 10), PlanLimits.none(), List.of(action("a", "stop", 1, 0), action("b", "resize", 3, 0)));
        assertThat(amount(plan.saving())).isCloseTo(2 * HOURS, within(1.0));
        assertThat(plan.chosen()).singleElement().satisfies(one -> {
            assertThat(one.action().resource()).isEqualTo("b");
            assertThat(amount(one.gross())).isCloseTo(3 * HOURS, within(1.0));
            assertThat(amount(one.alone())).isCloseTo(2 * HOURS, within(1.0));
        });
        assertThat(plan.left())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).contains("commitments pay for this usage already"));
    }

    @Test
    void theCommitmentIsSizedForWhatTheActionsLeave() {
        ActionPlan plan = plan(usage(0, 10), PlanLimits.none(), List.of(action("a", "stop", 4, 0)), RATE);
        ActionPlan.Purchase bought = plan.commitment().orElseThrow();
        assertThat(amount(bought.hourly())).isCloseTo(6 * 0.7, within(0.01));
        assertThat(amount(plan.saving())).isCloseTo((4 + 6 * 0.3) * HOURS, within(20.0));
        assertThat(amount(bought.marginal())).isCloseTo(6 * 0.3 * HOURS, within(20.0));
        // Without the action the commitment does not pay for its 4.
        assertThat(amount(plan.chosen().getFirst().marginal())).isCloseTo(4 * HOURS, within(20.0));
    }

    @Test
    void ofTheActionsOnOneResourceOneIsDone() {
        ActionPlan plan = plan(
                usage(0, 10),
                PlanLimits.none(),
                List.of(action("a", "stop", 4, 0), action("a", "resize", 2, 0), action("a", "schedule", 3, 0)));
        assertThat(plan.chosen())
                .singleElement()
                .satisfies(one -> assertThat(one.action().kind()).isEqualTo("stop"));
        assertThat(plan.left())
                .hasSize(2)
                .allSatisfy(left -> assertThat(left.reason()).contains("another action is chosen for a: stop"));
    }

    @Test
    void whatIsPaidUpfrontKeepsToTheBudget() {
        assertThat(plan(usage(0, 10), PlanLimits.none(), List.of(), RATE, UPFRONT)
                        .commitment()
                        .orElseThrow()
                        .rate())
                .isEqualTo(RATE);
        ActionPlan rich =
                plan(usage(0, 10), PlanLimits.none().withUpfront(new BigDecimal("100000")), List.of(), RATE, UPFRONT);
        assertThat(rich.commitment().orElseThrow().rate()).isEqualTo(UPFRONT);
        assertThat(amount(rich.commitment().orElseThrow().upfront())).isCloseTo(0.6 * 10 * HOURS, within(60.0));
        ActionPlan tight =
                plan(usage(0, 10), PlanLimits.none().withUpfront(new BigDecimal("50000")), List.of(), UPFRONT);
        assertThat(amount(tight.commitment().orElseThrow().upfront())).isLessThanOrEqualTo(50_000.01);
    }

    @Test
    void limitsAreKeptAndNamed() {
        List<Action> actions =
                List.of(action("a", "resize", 3, 0.1), action("b", "resize", 2, 0.1), action("c", "resize", 1, 2));
        ActionPlan one = plan(usage(0, 10), PlanLimits.none().withRestarts(1), actions);
        assertThat(one.chosen())
                .extracting(chosen -> chosen.action().resource())
                .containsExactly("a");
        assertThat(one.restarts()).isEqualTo(1);
        assertThat(one.left()).allSatisfy(left -> assertThat(left.reason()).contains("restarts: all 1 are taken"));
        assertThat(plan(usage(0, 10), PlanLimits.none().withEffort(4), actions).effort())
                .isEqualTo(4);
        ActionPlan safe = plan(usage(0, 10), PlanLimits.none().withBreaches(0.15), actions);
        assertThat(safe.chosen()).hasSize(1);
        assertThat(safe.left()).anySatisfy(left -> assertThat(left.reason()).startsWith("risk:"));
        ActionPlan graded = plan(usage(0, 10), PlanLimits.none().withRiskGrade(2), actions);
        assertThat(graded.left())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).contains("risk grade 3 is above the limit of 2"));
    }

    @Test
    void aFreezeMakesRestartsWait() {
        List<Action> actions = List.of(action("a", "resize", 2, 0), action("b", "stop", 1, 0));
        Freeze winter = new Freeze(START, START.plusDays(73));
        ActionPlan plan = plan(usage(0, 10), PlanLimits.none().withFreezes(List.of(winter)), actions);
        assertThat(plan.chosen().getFirst().day()).isEqualTo(START.plusDays(73));
        assertThat(amount(plan.saving())).isCloseTo((2 * 0.8 + 1) * HOURS, within(5.0));
        Freeze year = new Freeze(START, START.plusDays(400));
        ActionPlan frozen = plan(usage(0, 10), PlanLimits.none().withFreezes(List.of(year)), actions);
        assertThat(frozen.left())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).startsWith("frozen until"));
    }

    @Test
    void anotherCurrencyIsLeftOut() {
        Action euro = new Action(
                "e", "stop", "stop", Money.of("1", "EUR"), Action.Effort.VERY_LOW, Action.Restart.NOT_NEEDED, 0, 0, 1);
        assertThat(plan(usage(0, 10), PlanLimits.none(), List.of(euro)).left())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).contains("EUR"));
    }

    /// All sets and a fine grid of sizes, tried one by one.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noSetThatKeepsTheLimitsIsBetterThanTheBound(long seed) {
        SeededStream random = new SeededStream(seed, 0);
        double[] futures = random(random, 30, 6, 14);
        UsagePaths usage = usage(3, futures);
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            actions.add(action(
                    "r" + i / 2,
                    random.nextDouble() < 0.5 ? "resize" : "stop",
                    Math.round(100 * (0.2 + 2 * random.nextDouble())) / 100.0,
                    random.nextDouble()));
        }
        PlanLimits limits = PlanLimits.none().withEffort(6).withRestarts(2).withBreaches(1.2);
        ActionPlan plan = plan(usage, limits, actions, RATE);
        double best = bruteForce(futures, actions, limits);
        assertThat(amount(plan.bound())).isGreaterThanOrEqualTo(best * (1 - 1e-6));
        assertThat(amount(plan.saving())).isGreaterThanOrEqualTo(best * (1 - 2e-3));
        assertThat(plan.gapPercent()).isBetween(0.0, 0.2);
        assertThat(plan.effort()).isLessThanOrEqualTo(6);
        assertThat(plan.restarts()).isLessThanOrEqualTo(2);
        assertThat(plan.expectedBreaches()).isLessThanOrEqualTo(1.2 + 1e-9);
        double marginals = plan.chosen().stream()
                .mapToDouble(one -> amount(one.marginal()))
                .sum();
        assertThat(marginals).isLessThanOrEqualTo(amount(plan.saving()) + 1);
    }

    private static double[] random(SeededStream random, int count, double from, double to) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = from + (to - from) * random.nextDouble();
        }
        return values;
    }

    private static double bruteForce(double[] futures, List<Action> actions, PlanLimits limits) {
        double best = 0;
        for (int set = 0; set < 1 << actions.size(); set++) {
            double off = 0;
            double breaches = 0;
            int effort = 0;
            int restarts = 0;
            Set<String> resources = new HashSet<>();
            boolean twice = false;
            for (int i = 0; i < actions.size(); i++) {
                if ((set >> i & 1) == 1) {
                    Action action = actions.get(i);
                    off += action.savingHour();
                    breaches += action.expectedBreaches();
                    effort += action.effort().points();
                    restarts += action.restart() == Action.Restart.NEEDED ? 1 : 0;
                    twice |= !resources.add(action.resource());
                }
            }
            if (!twice
                    && effort <= limits.effort().orElseThrow()
                    && restarts <= limits.restarts().orElseThrow()
                    && breaches <= limits.breaches().orElseThrow()) {
                for (double size = 0; size < 12; size += 0.05) {
                    best = Math.max(best, saving(futures, off, size));
                }
            }
        }
        return best;
    }

    private static double saving(double[] futures, double off, double size) {
        double saved = 0;
        for (double future : futures) {
            saved += Math.max(0, future - 3) - Math.max(0, future - 3 - off - size);
        }
        return (saved / futures.length - 0.7 * size) * HOURS;
    }
}
