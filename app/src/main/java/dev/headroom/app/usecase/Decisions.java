package dev.headroom.app.usecase;

import dev.headroom.engine.rightsizing.DecisionEvent;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.Standing;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// The decisions of a workspace at one moment.
///
/// @param entries how long the log was; the longer of two is the newer one
/// @param today the day that ends a snooze
/// @param latest the last decision by [DecisionEvent#key], which of sizes is the id of the server
public record Decisions(long entries, LocalDate today, Map<String, DecisionEvent> latest) {
    public Decisions {
        latest = Map.copyOf(latest);
    }

    /// Nothing was ever decided.
    public static Decisions none(LocalDate today) {
        return new Decisions(0, today, Map.of());
    }

    /// Where a recommendation stands.
    public Standing standing(Recommendation recommendation) {
        return Standing.of(
                recommendation,
                Optional.ofNullable(latest.get(recommendation.server().id())),
                today);
    }

    /// Where other advice stands.
    public Standing standing(DecisionSubject subject) {
        return Standing.of(subject, Optional.ofNullable(latest.get(subject.key())), today);
    }

    /// This or the other, whichever knows more.
    public Decisions newer(Decisions other) {
        return other.entries > entries ? other : this;
    }
}
