package dev.headroom.engine.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One entry of the server inventory. Text that the source does not give is empty.
///
/// @param id the resource id, as in [dev.headroom.engine.series.SeriesKey#resource]
/// @param name the display name; the id when there is no other
/// @param archetype such as `web`, `database`, `batch`, `cache`, `analytics`, `devtest`
/// @param spans the instance types over time, oldest first; the last one is current; may be empty
public record Server(
        String id,
        String name,
        String provider,
        String account,
        String region,
        String environment,
        String archetype,
        List<InstanceSpan> spans,
        Map<String, String> tags) {
    public Server {
        Objects.requireNonNull(id, "id");
        spans = List.copyOf(spans);
        tags = Map.copyOf(tags);
    }

    /// The current instance type, if the inventory knows it.
    public Optional<String> instanceType() {
        return spans.isEmpty() ? Optional.empty() : Optional.of(spans.getLast().instanceType());
    }

    /// When the server last got another instance type than it had, and what it was; empty when it never did.
    /// A span that only repeats the type before it is no change.
    public Optional<TypeChange> lastChange() {
        for (int i = spans.size() - 1; i > 0; i--) {
            String before = spans.get(i - 1).instanceType();
            if (!before.equals(spans.get(i).instanceType())) {
                return Optional.of(
                        new TypeChange(spans.get(i).from(), before, spans.get(i).instanceType()));
            }
        }
        return Optional.empty();
    }

    /// A change of the instance type.
    public record TypeChange(Instant at, String before, String after) {}

    /// The server as it was at an instant: without the types that it got later. What is known only from later on counts
    /// as unknown.
    public Server asOf(Instant instant) {
        List<InstanceSpan> earlier =
                spans.stream().filter(span -> !span.from().isAfter(instant)).toList();
        return new Server(id, name, provider, account, region, environment, archetype, earlier, tags);
    }
}
