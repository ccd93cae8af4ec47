package dev.headroom.storage.source.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/// Reads CloudWatch of one account and region.
public final class AwsMetrics {
    private final CloudWatchClient client;
    private final Asking asking;

    AwsMetrics(CloudWatchClient client, Asking asking) {
        this.client = client;
        this.asking = asking;
    }

    /// The points of one metric, in the order in which they came.
    ///
    /// @param wanted which of the metrics of the call, from 0
    public record Points(int wanted, List<Instant> times, List<Double> values) {}

    /// A metric as it was published.
    public record MetricName(String namespace, String metric, Map<String, String> dimensions) {}

    /// The metrics of a name with exactly the dimensions that they have. One that was silent for two weeks is
    /// not told.
    public List<MetricName> names(String namespace, String metric) throws AwsFailureException {
        return asking.asked(
                AwsAction.METRIC_NAMES.iam(),
                () -> client
                        .listMetricsPaginator(ask -> ask.namespace(namespace).metricName(metric))
                        .metrics()
                        .stream()
                        .map(told -> new MetricName(namespace, metric, dimensions(told)))
                        .toList());
    }

    private static Map<String, String> dimensions(Metric metric) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        metric.dimensions().forEach(dimension -> dimensions.put(dimension.name(), dimension.value()));
        return dimensions;
    }

    /// All pages of one call. Metrics without values in the window come with none.
    ///
    /// @param block its metrics are those of `wanted`
    public List<Points> read(List<MetricWanted> wanted, MetricPlan.Block block) throws AwsFailureException {
        List<MetricDataResult> results = asking.asked(AwsAction.METRIC_DATA.iam(), () -> results(wanted, block));
        Map<String, Points> points = new HashMap<>();
        for (MetricDataResult result : results) {
            checkWhole(result);
            add(points, result);
        }
        return List.copyOf(points.values());
    }

    /// What is not told must not count as complete.
    private void checkWhole(MetricDataResult result) throws AwsFailureException {
        if (result.statusCode() == StatusCode.FORBIDDEN) {
            throw asking.incomplete(AwsAction.METRIC_DATA.iam(), AwsFailureException.Reason.DENIED);
        }
        if (result.statusCode() == StatusCode.INTERNAL_ERROR) {
            throw asking.incomplete(AwsAction.METRIC_DATA.iam(), AwsFailureException.Reason.FAILED);
        }
    }

    private List<MetricDataResult> results(List<MetricWanted> wanted, MetricPlan.Block block) {
        int step = Math.toIntExact(block.step().toSeconds());
        List<MetricDataQuery> queries = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            queries.add(query("m" + i, wanted.get(i), step));
        }
        GetMetricDataRequest request = GetMetricDataRequest.builder()
                .metricDataQueries(queries)
                .startTime(block.from())
                .endTime(block.until())
                .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                .maxDatapoints(MetricPlan.MOST_POINTS)
                .build();
        return Told.pages(
                        token -> client.getMetricData(
                                request.toBuilder().nextToken(token).build()),
                        GetMetricDataResponse::nextToken)
                .stream()
                .flatMap(page -> page.metricDataResults().stream())
                .toList();
    }

    private static void add(Map<String, Points> points, MetricDataResult result) {
        Points before = points.get(result.id());
        if (before == null) {
            int wanted = Integer.parseInt(result.id().substring(1));
            points.put(result.id(), new Points(wanted, result.timestamps(), result.values()));
            return;
        }
        List<Instant> times = new ArrayList<>(before.times());
        times.addAll(result.timestamps());
        List<Double> values = new ArrayList<>(before.values());
        values.addAll(result.values());
        points.put(result.id(), new Points(before.wanted(), times, values));
    }

    private static MetricDataQuery query(String id, MetricWanted wanted, int step) {
        List<Dimension> dimensions = wanted.dimensions().entrySet().stream()
                .map(entry -> Dimension.builder()
                        .name(entry.getKey())
                        .value(entry.getValue())
                        .build())
                .toList();
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.period(step)
                        .stat(wanted.statistic())
                        .metric(metric -> metric.namespace(wanted.namespace())
                                .metricName(wanted.metric())
                                .dimensions(dimensions)))
                .returnData(true)
                .build();
    }
}
