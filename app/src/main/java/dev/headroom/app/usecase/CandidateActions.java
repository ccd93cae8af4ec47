package dev.headroom.app.usecase;

import dev.headroom.engine.plan.Action;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.MigrationEffort;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.schedule.ScheduleAdvice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Collects what could be done to servers: another size, stopping, switching off at regular hours, and
/// another size that is switched off. Advice that saves nothing is no action, and servers of which people
/// dismissed, snoozed or did what rightsizing recommends are left alone.
final class CandidateActions {
    private static final BigDecimal WEEK = BigDecimal.valueOf(168);
    private static final int CAREFUL = 1;
    private static final int SOMETIMES_USED = 2;

    private final Map<String, Action> found = new LinkedHashMap<>();
    private final Map<String, Resize> resizes = new LinkedHashMap<>();
    private final Set<String> decided = new HashSet<>();

    private final Decisions decisions;

    /// @param decisions what people decided so far
    CandidateActions(Decisions decisions) {
        this.decisions = decisions;
    }

    private record Resize(Action action, Money before, Money after) {}

    /// What one policy of rightsizing recommends; the first policy that recommends a change counts.
    void add(FleetRightsizing fleet) {
        for (Recommendation one : fleet.recommendations()) {
            resize(one).ifPresent(resize -> {
                Action action = resize.action();
                if (found.putIfAbsent(key(action), action) == null && one.to().isPresent()) {
                    resizes.put(key(action), resize);
                }
            });
            if (one.saving().isPresent() && !fleet.standing(one).status().countsAsPotential()) {
                decided.add(one.server().id());
            }
        }
    }

    /// The off-hours, alone and together with each change of size that was added before.
    void add(FleetSchedules schedules) {
        for (ScheduleAdvice.Off off : schedules.off()) {
            if (!decisions.standing(DecisionSubjects.of(off)).status().countsAsPotential()) {
                continue;
            }
            BigDecimal share = BigDecimal.valueOf(off.schedule().offHours()).divide(WEEK, 6, RoundingMode.HALF_EVEN);
            off.month().ifPresent(month -> {
                Money hour = new Money(
                        month.amount().divide(InstanceShape.HOURS_PER_MONTH, 6, RoundingMode.HALF_EVEN),
                        month.currency());
                put(schedule(off, hour.times(share)));
                for (Resize resize : List.copyOf(resizes.values())) {
                    if (resize.action().resource().equals(off.server().id())) {
                        put(both(resize, off, share));
                    }
                }
            });
        }
    }

    private void put(Action action) {
        found.putIfAbsent(key(action), action);
    }

    private static String key(Action action) {
        return action.resource() + " " + action.kind() + " " + action.words();
    }

    List<Action> actions() {
        return new ArrayList<>(found.values().stream()
                .filter(action -> !decided.contains(action.resource()))
                .filter(action ->
                        decisions.standing(DecisionSubjects.of(action)).status().countsAsPotential())
                .toList());
    }

    private static Optional<Resize> resize(Recommendation one) {
        Optional<InstanceShape> from = one.from();
        Optional<Money> before = from.flatMap(InstanceShape::onDemandHour);
        if (one.saving().isEmpty() || before.isEmpty() || one.risk().isEmpty()) {
            return Optional.empty();
        }
        Money after = one.to()
                .flatMap(InstanceShape::onDemandHour)
                .orElse(new Money(BigDecimal.ZERO, before.get().currency()));
        Money saving = before.get().minus(after);
        return saving.amount().signum() <= 0
                ? Optional.empty()
                : Optional.of(new Resize(
                        new Action(
                                one.server().id(),
                                one.action(),
                                words(one, from.orElseThrow()),
                                saving,
                                effort(one, from.orElseThrow()),
                                one.to().isPresent() ? Action.Restart.NEEDED : Action.Restart.NOT_NEEDED,
                                one.risk().orElseThrow().expectedBreaches(),
                                one.risk().orElseThrow().maximum(),
                                one.confidence()),
                        before.get(),
                        after));
    }

    private static String words(Recommendation one, InstanceShape from) {
        return one.to()
                .map(to -> from.instanceType() + " to " + to.instanceType())
                .orElse(from.instanceType());
    }

    private static Action.Effort effort(Recommendation one, InstanceShape from) {
        Optional<InstanceShape> to = one.to();
        if (to.isEmpty()) {
            return Action.Effort.VERY_LOW;
        }
        return switch (MigrationEffort.of(from, to.get())) {
            case LOW -> Action.Effort.LOW;
            case MEDIUM -> Action.Effort.MEDIUM;
            case HIGH -> Action.Effort.HIGH;
        };
    }

    /// A server that somebody used in its off hours is of medium risk.
    private static Action schedule(ScheduleAdvice.Off off, Money saving) {
        return new Action(
                off.server().id(),
                "schedule",
                "off " + off.schedule().offHours() + " hours a week",
                saving,
                Action.Effort.VERY_LOW,
                Action.Restart.NEEDED,
                0,
                off.usedHours() == 0 ? CAREFUL : SOMETIMES_USED,
                off.confidence());
    }

    private static Action both(Resize resize, ScheduleAdvice.Off off, BigDecimal share) {
        Action action = resize.action();
        Money saving = resize.before().minus(resize.after().times(BigDecimal.ONE.subtract(share)));
        return new Action(
                action.resource(),
                action.kind() + " and schedule",
                action.words() + ", off " + off.schedule().offHours() + " hours a week",
                saving,
                action.effort(),
                Action.Restart.NEEDED,
                action.expectedBreaches(),
                Math.max(action.riskGrade(), off.usedHours() == 0 ? CAREFUL : SOMETIMES_USED),
                Math.min(action.confidence(), off.confidence()));
    }
}
