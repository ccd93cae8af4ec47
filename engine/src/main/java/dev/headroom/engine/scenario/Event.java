package dev.headroom.engine.scenario;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/// A dated change of a scope.
///
/// @param name what people call it; may be empty
/// @param from the first day of the change, in UTC
/// @param until the first day without it, or the day that a ramp reaches; empty for ever
/// @param standing whether it counts
public record Event(
        String name, EventScope scope, LocalDate from, Optional<LocalDate> until, Standing standing, Change change) {
    public Event {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(change, "change");
        if (until.isPresent() && !until.get().isAfter(from)) {
            throw new IllegalArgumentException("until (" + until.get() + ") must be after from (" + from + ").");
        }
        if (until.isEmpty() && change instanceof Change.Growth growth && growth.pace() == Change.Pace.RAMP) {
            throw new IllegalArgumentException("until must be given for a ramp: the day on which it is complete.");
        }
        if (until.isPresent() && (change instanceof Change.Commitment || change instanceof Change.Decommission)) {
            throw new IllegalArgumentException(
                    "until (" + until.get() + ") must not be given: a commitment runs its term, and what is"
                            + " decommissioned does not come back.");
        }
    }

    /// An event that counts, without an end.
    public static Event of(String name, EventScope scope, LocalDate from, Change change) {
        return new Event(name, scope, from, Optional.empty(), Standing.ON, change);
    }

    public boolean isOn() {
        return standing == Standing.ON;
    }

    public Event switched(Standing other) {
        return new Event(name, scope, from, until, other, change);
    }

    public Event named(String other) {
        return new Event(other, scope, from, until, standing, change);
    }

    public Event within(EventScope other) {
        return new Event(name, other, from, until, standing, change);
    }

    public Event changed(Change other) {
        return new Event(name, scope, from, until, standing, other);
    }

    /// At other dates.
    public Event at(LocalDate first, Optional<LocalDate> end) {
        return new Event(name, scope, first, end, standing, change);
    }

    /// Later by so many days; the length stays.
    public Event moved(long days) {
        return at(from.plusDays(days), until.map(day -> day.plusDays(days)));
    }

    /// The first day without it: the end, the end of the term of a commitment, or empty for ever.
    public Optional<LocalDate> end() {
        return switch (change) {
            case Change.Commitment commitment -> Optional.of(from.plusMonths(commitment.months()));
            case Change.Growth growth -> growth.pace() == Change.Pace.ONCE ? until : Optional.empty();
            case Change.Launch _, Change.Migration _, Change.Resize _, Change.Schedule _, Change.Price _ -> until;
            case Change.Decommission _ -> Optional.empty();
        };
    }

    /// Whether an event counts.
    public enum Standing {
        ON,
        OFF
    }
}
