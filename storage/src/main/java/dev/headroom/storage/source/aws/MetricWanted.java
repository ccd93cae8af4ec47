package dev.headroom.storage.source.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// One metric of CloudWatch with one statistic.
///
/// @param dimensions exactly those under which it was published
/// @param statistic such as `Average`, `Sum` or `p95`
/// @param unit as CloudWatch documents it, such as `Percent`
/// @param resource the server or other resource that it is kept under
/// @param joined true when it counts together with the metric before it, such as the two directions of a
///     network
/// @param silentFrom from when on a period without a value means 0, because the service tells only what
///     happens; empty where it means that nothing is known
public record MetricWanted(
        String namespace,
        String metric,
        Map<String, String> dimensions,
        String statistic,
        String unit,
        String resource,
        boolean joined,
        Optional<Instant> silentFrom) {
    public MetricWanted {
        dimensions = Map.copyOf(dimensions);
        Objects.requireNonNull(silentFrom, "silentFrom");
    }

    /// A metric of which nothing is known where it has no value.
    public MetricWanted(
            String namespace,
            String metric,
            Map<String, String> dimensions,
            String statistic,
            String unit,
            String resource,
            boolean joined) {
        this(namespace, metric, dimensions, statistic, unit, resource, joined, Optional.empty());
    }

    MetricWanted silentFrom(Optional<Instant> from) {
        return new MetricWanted(namespace, metric, dimensions, statistic, unit, resource, joined, from);
    }

    /// What it is, in one line that is the same in every pull.
    public String subject(Duration step) {
        String at = dimensions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
        return String.join("|", namespace, metric, at, statistic, step.toString());
    }
}
