package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.Money;
import java.util.Objects;
import java.util.Optional;

/// Advice that a person can decide about.
///
/// @param resource the id of what it is about
/// @param name the same for people
/// @param from what is there now, such as an instance type; may be empty
/// @param target where the advice leads, such as an instance type or `delete`; empty when it leads nowhere
/// @param saving the gross saving a month, unrounded; negative for extra cost, empty when it is not known
/// @param advice one word for it, such as `resize`
public record DecisionSubject(
        AdviceKind kind,
        String resource,
        String name,
        String from,
        Optional<String> target,
        Optional<Money> saving,
        String advice) {
    public DecisionSubject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(resource, "resource");
    }

    public static DecisionSubject of(Recommendation recommendation) {
        return new DecisionSubject(
                AdviceKind.RIGHTSIZING,
                recommendation.server().id(),
                recommendation.server().name(),
                recommendation.from().map(InstanceShape::instanceType).orElse(""),
                DecisionEvent.target(recommendation),
                recommendation.monthlySavingGross(),
                recommendation.action());
    }

    /// What decisions about it are found by.
    public String key() {
        return DecisionEvent.key(kind, resource, target.orElse(""));
    }

    /// Whether a decision for one target holds for another: another size is another advice, whereas hours, amounts and
    /// sums move a little with every day.
    boolean isHeldFor(String decided) {
        return switch (kind) {
            case RIGHTSIZING, ACTION, RESOURCE -> target.filter(decided::equals).isPresent();
            case SCHEDULE, WASTE, CONSOLIDATION, COMMITMENT -> true;
        };
    }
}
