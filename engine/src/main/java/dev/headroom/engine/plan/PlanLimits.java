package dev.headroom.engine.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What a set of actions must keep to; an empty limit does not bind.
///
/// @param effort points of all actions together
/// @param restarts of all actions together
/// @param breaches months with a day above the ceiling that all actions together are expected to bring in
///     twelve months
/// @param riskGrade the largest grade of an action, 0..4
/// @param upfront what may be paid when commitments are bought, in the currency of the usage
/// @param freezes days on which nothing may be restarted; a restart waits, and saves less of the time
public record PlanLimits(
        OptionalInt effort,
        OptionalInt restarts,
        OptionalDouble breaches,
        OptionalInt riskGrade,
        Optional<BigDecimal> upfront,
        List<Freeze> freezes) {
    public PlanLimits {
        freezes = List.copyOf(freezes);
    }

    /// Nothing binds, and nothing is paid upfront.
    public static PlanLimits none() {
        return new PlanLimits(
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                Optional.of(BigDecimal.ZERO),
                List.of());
    }

    public PlanLimits withEffort(int points) {
        return new PlanLimits(OptionalInt.of(points), restarts, breaches, riskGrade, upfront, freezes);
    }

    public PlanLimits withRestarts(int count) {
        return new PlanLimits(effort, OptionalInt.of(count), breaches, riskGrade, upfront, freezes);
    }

    public PlanLimits withBreaches(double months) {
        return new PlanLimits(effort, restarts, OptionalDouble.of(months), riskGrade, upfront, freezes);
    }

    public PlanLimits withRiskGrade(int grade) {
        return new PlanLimits(effort, restarts, breaches, OptionalInt.of(grade), upfront, freezes);
    }

    public PlanLimits withUpfront(BigDecimal amount) {
        return new PlanLimits(effort, restarts, breaches, riskGrade, Optional.of(amount), freezes);
    }

    public PlanLimits withFreezes(List<Freeze> days) {
        return new PlanLimits(effort, restarts, breaches, riskGrade, upfront, days);
    }
}
