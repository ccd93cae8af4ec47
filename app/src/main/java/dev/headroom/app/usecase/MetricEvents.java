package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.Direction;
import dev.headroom.engine.anomaly.EpisodeKind;
import dev.headroom.engine.anomaly.FleetBar;
import dev.headroom.engine.anomaly.Sensitivity;
import dev.headroom.engine.anomaly.Urgency;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.series.SeriesKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Makes events of the episodes of metrics. Metrics of one server whose alerts are at most six hours apart
/// are one event. The same metric of at least three servers, and at least half of those that have an account,
/// an archetype, an environment or a tag in common, moving in the same direction at the same time is one
/// event of that group. An event is told of its most surprising episode.
///
/// An event is as urgent as the most urgent of its episodes, if together they pass the [FleetBar] of all
/// series that are watched; else it is low.
final class MetricEvents {
    private static final int LEAST_SERVERS = 3;
    private static final int MOST_TOGETHER = 12;
    private static final double NEAR_SECONDS = 21_600;
    private final Map<String, Server> servers;
    private final FleetBar bar;
    private final Map<String, Set<String>> withMetric = new HashMap<>();
    private final Map<Long, List<FoundAnomaly>> byDay = new HashMap<>();
    private final Set<FoundAnomaly> done = Collections.newSetFromMap(new IdentityHashMap<>());

    /// @param servers by id
    /// @param watched all series that were looked at
    MetricEvents(Map<String, Server> servers, Collection<SeriesKey> watched, Sensitivity sensitivity) {
        this.servers = servers;
        bar = new FleetBar(sensitivity, watched.size());
        for (SeriesKey key : watched) {
            for (String label : labels(key.resource())) {
                withMetric
                        .computeIfAbsent(label + "\n" + key.metric(), _ -> new HashSet<>())
                        .add(key.resource());
            }
        }
    }

    /// What a server may have in common with others, such as `archetype web`.
    private Set<String> labels(String resource) {
        Set<String> labels = new TreeSet<>(Set.of("all servers"));
        Server server = servers.get(resource);
        if (server != null) {
            label(labels, "account", server.account());
            label(labels, "archetype", server.archetype());
            label(labels, "environment", server.environment());
            server.tags().forEach((key, value) -> label(labels, "tag " + key, value));
        }
        return labels;
    }

    private static void label(Set<String> labels, String kind, String value) {
        if (!value.isBlank()) {
            labels.add(kind + " " + value);
        }
    }

    /// In the order of the episodes that tell them. To be asked once.
    List<FoundAnomaly> of(List<FoundAnomaly> found) {
        found.forEach(anomaly ->
                byDay.computeIfAbsent(day(anomaly), _ -> new ArrayList<>()).add(anomaly));
        List<FoundAnomaly> loudest = new ArrayList<>(found);
        loudest.sort(Comparator.comparing(FoundAnomaly::urgency)
                .thenComparingDouble(anomaly -> anomaly.episode().score())
                .reversed());
        Map<FoundAnomaly, FoundAnomaly> told = new IdentityHashMap<>();
        for (FoundAnomaly anomaly : loudest) {
            if (done.add(anomaly)) {
                told.put(anomaly, event(anomaly));
            }
        }
        return found.stream()
                .map(anomaly -> Optional.ofNullable(told.get(anomaly)))
                .flatMap(Optional::stream)
                .toList();
    }

    private FoundAnomaly event(FoundAnomaly anomaly) {
        List<FoundAnomaly> near = near(anomaly);
        Optional<String> group = group(anomaly, near);
        Set<String> resources = new HashSet<>(Set.of(anomaly.subject().resource()));
        group.ifPresent(label -> near.stream()
                .filter(other ->
                        alike(anomaly, other) && labels(resource(other)).contains(label))
                .forEach(other -> resources.add(resource(other))));
        List<FoundAnomaly> members = near.stream()
                .filter(other -> resources.contains(resource(other)) && done.add(other))
                .toList();
        return anomaly.ofEvent(urgency(anomaly, members), companions(anomaly, near, resources), group.orElse(""));
    }

    /// The largest group of which at least half moves with an episode.
    private Optional<String> group(FoundAnomaly anomaly, List<FoundAnomaly> near) {
        if (anomaly.episode().direction() == Direction.NONE) {
            return Optional.empty();
        }
        Map<String, Set<String>> moved = new HashMap<>();
        Stream.concat(Stream.of(anomaly), near.stream().filter(other -> !done.contains(other) && alike(anomaly, other)))
                .forEach(other -> labels(resource(other))
                        .forEach(label -> moved.computeIfAbsent(label, _ -> new HashSet<>())
                                .add(resource(other))));
        return labels(resource(anomaly)).stream()
                .filter(label -> moves(label, metric(anomaly), moved.getOrDefault(label, Set.of())))
                .max(Comparator.comparingInt((String label) ->
                                moved.getOrDefault(label, Set.of()).size())
                        .thenComparing(label -> !label.startsWith("all")));
    }

    private boolean moves(String label, String metric, Set<String> moved) {
        int all = withMetric.getOrDefault(label + "\n" + metric, Set.of()).size();
        return moved.size() >= LEAST_SERVERS && 2 * moved.size() >= all;
    }

    private Urgency urgency(FoundAnomaly anomaly, List<FoundAnomaly> members) {
        List<FoundAnomaly> all =
                Stream.concat(Stream.of(anomaly), members.stream()).toList();
        // Missing readings are counted, not judged by chance.
        boolean certain = all.stream().anyMatch(one -> one.episode().kind() == EpisodeKind.MISSING);
        return certain
                        || bar.passedBy(all.stream()
                                .map(one -> one.episode().surprise())
                                .toList())
                ? all.stream()
                        .map(FoundAnomaly::urgency)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                : Urgency.LOW;
    }

    /// The members of the event, all of them, then up to twelve others that changed at the same time.
    private static List<FoundAnomaly.Companion> companions(
            FoundAnomaly anomaly, List<FoundAnomaly> near, Set<String> resources) {
        List<FoundAnomaly.Companion> all = near.stream()
                .map(other -> new FoundAnomaly.Companion(
                        other.subject(),
                        other.start(),
                        other.episode().meanExcess(),
                        relation(anomaly, other, resources)))
                .sorted(Comparator.comparing(FoundAnomaly.Companion::relation)
                        .thenComparing(FoundAnomaly.Companion::title))
                .toList();
        long members = all.stream()
                .filter(other -> other.relation() != FoundAnomaly.Relation.OTHER_SERVER)
                .count();
        return all.stream().limit(Math.max(members, MOST_TOGETHER)).toList();
    }

    private static FoundAnomaly.Relation relation(FoundAnomaly one, FoundAnomaly other, Set<String> resources) {
        if (resource(one).equals(resource(other))) {
            return FoundAnomaly.Relation.SAME_SERVER;
        }
        return resources.contains(resource(other))
                ? FoundAnomaly.Relation.SAME_GROUP
                : FoundAnomaly.Relation.OTHER_SERVER;
    }

    private List<FoundAnomaly> near(FoundAnomaly anomaly) {
        return LongStream.rangeClosed(day(anomaly) - 1, day(anomaly) + 1)
                .boxed()
                .flatMap(day -> byDay.getOrDefault(day, List.of()).stream())
                .filter(other -> other != anomaly && overlap(anomaly, other))
                .toList();
    }

    private static boolean alike(FoundAnomaly one, FoundAnomaly other) {
        return metric(one).equals(metric(other))
                && one.episode().direction() == other.episode().direction();
    }

    private static long day(FoundAnomaly anomaly) {
        return Math.floorDiv(anomaly.episode().start(), 86_400L);
    }

    /// The alerts are at most 6 hours apart, or one row of slower readings.
    private static boolean overlap(FoundAnomaly one, FoundAnomaly other) {
        double apart = Math.max(NEAR_SECONDS, Math.max(one.stepSeconds(), other.stepSeconds()));
        return Math.abs(one.episode().start() - other.episode().start()) <= apart;
    }

    private static String resource(FoundAnomaly anomaly) {
        return anomaly.subject().resource();
    }

    private static String metric(FoundAnomaly anomaly) {
        return anomaly.subject() instanceof AnomalySubject.Metric metric
                ? metric.series().metric()
                : "";
    }
}
