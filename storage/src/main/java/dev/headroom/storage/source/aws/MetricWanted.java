package dev.headroom.storage.source.aws;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// One metric of CloudWatch with one statistic.
///
/// @param dimensions exactly those under which it was published
/// @param statistic such as `Average`, `Sum` or `p95`
/// @param unit as CloudWatch documents it, such as `Percent`
/// @param resource the server or other resource that it is kept under
/// @param joined true when it counts together with the metric before it, such as the two directions of a
///     network
public record MetricWanted(
        String namespace,
        String metric,
        Map<String, String> dimensions,
        String statistic,
        String unit,
        String resource,
        boolean joined) {
    public MetricWanted {
        dimensions = Map.copyOf(dimensions);
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
