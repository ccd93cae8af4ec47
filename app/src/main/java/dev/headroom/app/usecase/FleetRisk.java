package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// The breach risks of a fleet.
///
/// @param asOf the last observation that was used
/// @param unknown resources that could not be assessed, each with its reason
/// @param notes resources whose history is cut at a change of their machine or made of coarser readings
public record FleetRisk(
        Instant asOf, double limitPercent, List<ServerRisk> risks, List<Unknown> unknown, List<HistoryNote> notes) {
    public FleetRisk {
        risks = List.copyOf(risks);
        unknown = List.copyOf(unknown);
        notes = List.copyOf(notes);
    }

    /// Risks about whose history nothing has to be said.
    public FleetRisk(Instant asOf, double limitPercent, List<ServerRisk> risks, List<Unknown> unknown) {
        this(asOf, limitPercent, risks, unknown, List.of());
    }

    /// What has to be known about the history of a server resource, such as `history since 2026-03-01, when the type
    /// changed from m5.large to m5.xlarge`.
    public record HistoryNote(String server, String metric, String words) {}

    /// A server resource without a risk figure, and why.
    public record Unknown(String server, String metric, String reason) {}

    /// The part of the fleet that a test takes; what is unknown is told by the id of its server.
    public FleetRisk within(Predicate<Server> inside, Predicate<String> insideId) {
        return new FleetRisk(
                asOf,
                limitPercent,
                risks.stream().filter(risk -> inside.test(risk.server())).toList(),
                unknown.stream().filter(gap -> insideId.test(gap.server())).toList(),
                notes.stream().filter(note -> insideId.test(note.server())).toList());
    }

    /// How many servers have a resource that breaches within the horizon with at least this probability.
    public long serversAtRisk(int horizonDays, double probability) {
        return risks.stream()
                .filter(risk -> risk.risks().stream()
                        .anyMatch(r -> r.horizonDays() == horizonDays && r.probability() >= probability))
                .map(risk -> risk.server().id())
                .distinct()
                .count();
    }

    /// Sorted by the P50 breach date; those without one follow by falling probability.
    public List<ServerRisk> soonestFirst() {
        Comparator<ServerRisk> byDate =
                Comparator.comparing(risk -> risk.risks().getLast().p50().orElse(Instant.MAX));
        return risks.stream()
                .sorted(byDate.thenComparing(Comparator.comparingDouble(ServerRisk::probability)
                                .reversed())
                        .thenComparing(risk -> risk.server().id()))
                .toList();
    }
}
