package dev.headroom.storage.source.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.StatisticSet;

/// Writes metrics of our own to CloudWatch. Each name with its dimensions is a metric that AWS charges for by
/// the month.
public final class AwsCustomMetrics {
    /// CloudWatch takes 1,000 in a call, and a megabyte; so many stay below both.
    private static final int MOST = 500;

    private final CloudWatchClient client;
    private final Writing writing;

    AwsCustomMetrics(CloudWatchClient client, Writing writing) {
        this.client = client;
        this.writing = writing;
    }

    /// What several values of a metric at a time add up to.
    ///
    /// @param dimensions by name; may be empty
    /// @param count how many values there were; 1 or more
    public record Score(
            String name,
            Map<String, String> dimensions,
            Instant at,
            Unit unit,
            double least,
            double most,
            double sum,
            int count) {
        public Score {
            dimensions = Map.copyOf(dimensions);
            if (count < 1 || !Double.isFinite(least) || !Double.isFinite(most) || !Double.isFinite(sum)) {
                throw new IllegalArgumentException("The score " + name + " must be of one or more finite values, not "
                        + count + " from " + least + " to " + most + ".");
            }
        }
    }

    /// What a number counts.
    public enum Unit {
        NONE(StandardUnit.NONE),
        COUNT(StandardUnit.COUNT),
        PERCENT(StandardUnit.PERCENT);

        private final StandardUnit sdk;

        Unit(StandardUnit sdk) {
            this.sdk = sdk;
        }
    }

    /// How many calls so many scores take.
    public static int calls(int scores) {
        return Math.ceilDiv(scores, MOST);
    }

    /// Writes scores, in as few calls as can be.
    public void put(String namespace, List<Score> scores) throws AwsFailureException {
        for (int from = 0; from < scores.size(); from += MOST) {
            List<MetricDatum> data = scores.subList(from, Math.min(scores.size(), from + MOST)).stream()
                    .map(AwsCustomMetrics::datum)
                    .toList();
            writing.asked(
                    AwsWrite.METRICS,
                    "the namespace " + namespace,
                    () -> client.putMetricData(ask -> ask.namespace(namespace).metricData(data)));
        }
    }

    private static MetricDatum datum(Score score) {
        MetricDatum.Builder datum = MetricDatum.builder()
                .metricName(score.name())
                .timestamp(score.at())
                .unit(score.unit().sdk)
                .statisticValues(StatisticSet.builder()
                        .minimum(score.least())
                        .maximum(score.most())
                        .sum(score.sum())
                        .sampleCount((double) score.count())
                        .build());
        if (!score.dimensions().isEmpty()) {
            datum.dimensions(dimensions(score));
        }
        return datum.build();
    }

    private static List<Dimension> dimensions(Score score) {
        return score.dimensions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> Dimension.builder()
                        .name(one.getKey())
                        .value(one.getValue())
                        .build())
                .toList();
    }
}
