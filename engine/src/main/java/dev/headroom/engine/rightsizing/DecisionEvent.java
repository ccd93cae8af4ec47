package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// A decision about one recommendation at one moment, with what was recommended then.
///
/// @param resource the id of the server, or of what else the advice is about
/// @param fromType the instance type before, or what else is there; may be empty
/// @param toType the recommended instance type, or [#STOP], or where other advice leads
/// @param saving the gross saving a month at list prices of that time, unrounded; negative for extra cost,
///     empty when it was not known
public record DecisionEvent(
        AdviceKind kind,
        String resource,
        String fromType,
        String toType,
        Optional<Money> saving,
        Decision decision,
        Instant at) {
    /// Stands for the target of a [Recommendation.Stop].
    public static final String STOP = "stop";

    public DecisionEvent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(at, "at");
    }

    /// A decision about the size of a server.
    public DecisionEvent(
            String resource, String fromType, String toType, Optional<Money> saving, Decision decision, Instant at) {
        this(AdviceKind.RIGHTSIZING, resource, fromType, toType, saving, decision, at);
    }

    /// @throws IllegalArgumentException when the advice leaves nothing to decide
    public static DecisionEvent of(DecisionSubject about, Decision decision, Instant at) {
        String target = about.target()
                .orElseThrow(() -> new IllegalArgumentException(
                        "about (" + about.resource() + ": " + about.advice() + ") leaves nothing to decide."));
        return new DecisionEvent(about.kind(), about.resource(), about.from(), target, about.saving(), decision, at);
    }

    /// @throws IllegalArgumentException when the recommendation leaves nothing to decide
    public static DecisionEvent of(Recommendation about, Decision decision, Instant at) {
        return of(DecisionSubject.of(about), decision, at);
    }

    /// Decisions with the same key are about the same thing; the last of them counts.
    public String key() {
        return key(kind, resource, toType);
    }

    /// One resource can be wasted in several ways, each with a decision of its own.
    static String key(AdviceKind kind, String resource, String target) {
        return switch (kind) {
            case RIGHTSIZING -> resource;
            case WASTE -> kind.word() + " " + target + " " + resource;
            case SCHEDULE, CONSOLIDATION, COMMITMENT, ACTION, RESOURCE -> kind.word() + " " + resource;
        };
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
