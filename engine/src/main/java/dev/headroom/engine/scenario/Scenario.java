package dev.headroom.engine.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// A named list of dated events. Immutable: a change makes another scenario.
///
/// @param version counts the saved versions of this name; 0 before the first save
/// @param view what is looked at; events may reach beyond it
/// @param provenance what it was last computed on; empty before that
public record Scenario(String name, int version, EventScope view, Optional<Provenance> provenance, List<Event> events) {
    public Scenario {
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(provenance, "provenance");
        events = List.copyOf(events);
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must be given.");
        }
        if (version < 0) {
            throw new IllegalArgumentException("version (" + version + ") must not be negative.");
        }
    }

    /// A new scenario without events.
    public static Scenario named(String name) {
        return new Scenario(name, 0, EventScope.ALL, Optional.empty(), List.of());
    }

    public Scenario with(List<Event> others) {
        return new Scenario(name, version, view, provenance, others);
    }

    public Scenario renamed(String other) {
        return new Scenario(other, version, view, provenance, events);
    }

    public Scenario numbered(int other) {
        return new Scenario(name, other, view, provenance, events);
    }

    public Scenario viewing(EventScope other) {
        return new Scenario(name, version, other, provenance, events);
    }

    public Scenario computedOn(Provenance data) {
        return new Scenario(name, version, view, Optional.of(data), events);
    }

    /// The events that count, by date; on the same day in the order of the list.
    public List<Event> inOrder() {
        return events.stream()
                .filter(Event::isOn)
                .sorted(Comparator.comparing(Event::from))
                .toList();
    }

    /// All events of several scenarios as one, seen through the view of the first.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Scenario stacked(List<Scenario> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts must hold at least one scenario.");
        }
        List<Event> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.events()));
        String name = parts.stream().map(Scenario::name).collect(Collectors.joining(" + "));
        return new Scenario(name, 0, parts.getFirst().view(), Optional.empty(), all);
    }
}
