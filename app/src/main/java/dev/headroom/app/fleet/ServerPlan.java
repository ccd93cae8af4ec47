package dev.headroom.app.fleet;

import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.ResourceKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Everything about a generated server that is decided before its metrics are drawn.
///
/// @param driver the resource that its role is about
/// @param targets the daily p95 shortly before the end, in percent of the capacity
/// @param growth of processor, disk and network
/// @param memoryGrowth of the memory
/// @param leakDays days from restart to restart of a leaking process; 0 when nothing leaks
/// @param release a level shift
/// @param stream the seed of the server's own random numbers
record ServerPlan(
        String id,
        Archetype archetype,
        Role role,
        ResourceKind driver,
        Account account,
        List<SizedSpan> spans,
        Map<String, String> tags,
        Map<ResourceKind, Double> targets,
        Growth growth,
        Growth memoryGrowth,
        LoadProfile profile,
        int leakDays,
        Release release,
        long stream) {
    ServerPlan {
        spans = List.copyOf(spans);
        tags = Map.copyOf(tags);
        targets = Map.copyOf(new EnumMap<>(targets));
    }

    /// A release after which the load is a multiple of what it was.
    ///
    /// @param yearsBefore years before the end of the history
    /// @param factor load after the release divided by the load before; 1 means no shift
    record Release(double yearsBefore, double factor) {
        static final Release NONE = new Release(0, 1);
    }

    Instant launched() {
        return spans.getFirst().from();
    }

    SizedSpan current() {
        return spans.getLast();
    }

    boolean resized() {
        return spans.size() > 1;
    }

    double target(ResourceKind kind) {
        return targets.getOrDefault(kind, 0.0);
    }

    /// The inventory entry.
    Server server() {
        List<InstanceSpan> types = spans.stream()
                .map(span -> new InstanceSpan(span.from(), span.shape().instanceType()))
                .toList();
        return new Server(
                id,
                id,
                "AWS",
                account.id(),
                account.site().region(),
                account.environment(),
                archetype.code(),
                types,
                tags);
    }
}
