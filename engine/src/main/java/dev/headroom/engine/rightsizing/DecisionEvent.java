package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// A decision about one recommendation at one moment, with what was recommended then.
///
/// @param resource the id of the server
/// @param toType the recommended instance type, or [#STOP]
/// @param saving the gross saving a month at list prices of that time, unrounded; negative for extra cost,
///     empty when it was not known
public record DecisionEvent(
        String resource, String fromType, String toType, Optional<Money> saving, Decision decision, Instant at) {
    /// Stands for the target of a [Recommendation.Stop].
    public static final String STOP = "stop";

    public DecisionEvent {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(at, "at");
    }

    /// @throws IllegalArgumentException when the recommendation leaves nothing to decide
    public static DecisionEvent of(Recommendation about, Decision decision, Instant at) {
        String target = target(about)
                .orElseThrow(() -> new IllegalArgumentException(
                        "about (" + about.server().id() + ": " + about.action() + ") leaves nothing to decide."));
        return new DecisionEvent(
                about.server().id(),
                about.from().map(InstanceShape::instanceType).orElse(""),
                target,
                about.monthlySavingGross(),
                decision,
                at);
    }

    /// Where a recommendation leads: an instance type or [#STOP]; empty when it leads nowhere.
    public static Optional<String> target(Recommendation recommendation) {
        return switch (recommendation) {
            case Recommendation.Resize resize -> Optional.of(resize.chosen().instanceType());
            case Recommendation.Stop stop -> Optional.of(STOP);
            case Recommendation.Keep keep -> Optional.empty();
            case Recommendation.Undecided undecided -> Optional.empty();
        };
    }
}
