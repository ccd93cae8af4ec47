package dev.headroom.engine.plan;

import dev.headroom.engine.quantity.Money;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Says why an action is not in a set.
final class LeavingOut {
    private final PlanLimits limits;
    private final List<Action> taken;

    LeavingOut(PlanLimits limits, List<Action> taken) {
        this.limits = limits;
        this.taken = taken;
    }

    /// @param more what it would add to the set over the term
    String reason(Action action, Money more) {
        Optional<Action> same = taken.stream()
                .filter(other -> other.resource().equals(action.resource()))
                .findFirst();
        if (same.isPresent()) {
            return "another action is chosen for " + action.resource() + ": "
                    + same.get().kind() + ", " + same.get().words();
        }
        Optional<String> limit = limit(action);
        if (limit.isPresent()) {
            return limit.get() + "; it would add " + more + " over the term";
        }
        return more.amount().signum() <= 0
                ? "adds nothing: commitments pay for this usage already"
                : "adds only " + more + " over the term, within the tolerance of the search";
    }

    private Optional<String> limit(Action action) {
        int effort = taken.stream().mapToInt(one -> one.effort().points()).sum();
        if (limits.effort().isPresent()
                && effort + action.effort().points() > limits.effort().getAsInt()) {
            return Optional.of("effort: needs " + action.effort().points() + " points, "
                    + (limits.effort().getAsInt() - effort) + " are left");
        }
        long restarts = taken.stream()
                .filter(one -> one.restart() == Action.Restart.NEEDED)
                .count();
        if (limits.restarts().isPresent()
                && action.restart() == Action.Restart.NEEDED
                && restarts >= limits.restarts().getAsInt()) {
            return Optional.of("restarts: all " + limits.restarts().getAsInt() + " are taken");
        }
        double breaches = taken.stream().mapToDouble(Action::expectedBreaches).sum();
        if (limits.breaches().isPresent()
                && breaches + action.expectedBreaches() > limits.breaches().getAsDouble()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "risk: is expected to bring %.2f months above the ceiling, %.2f are left",
                    action.expectedBreaches(),
                    limits.breaches().getAsDouble() - breaches));
        }
        return Optional.empty();
    }
}
