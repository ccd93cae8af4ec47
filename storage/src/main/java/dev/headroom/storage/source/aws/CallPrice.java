package dev.headroom.storage.source.aws;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.athena.model.GetQueryExecutionResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;

/// What AWS asks for its own answers, in US dollars: list prices of October 2025 in the largest regions.
/// Operations that are not listed are free.
///
/// Source: the price pages of CloudWatch, Cost Explorer, Athena, S3, SNS and Secrets Manager. Each page of an
/// answer counts as a request.
public final class CallPrice {
    private static final Map<String, BigDecimal> EACH = Map.of(
            "cloudwatch:GetMetricData", new BigDecimal("0.00001"),
            "cloudwatch:ListMetrics", new BigDecimal("0.00001"),
            "secretsmanager:GetSecretValue", new BigDecimal("0.000005"),
            "s3:GetObject", new BigDecimal("0.0000004"),
            "s3:HeadObject", new BigDecimal("0.0000004"),
            "s3:ListObjectsV2", new BigDecimal("0.000005"),
            "s3:PutObject", new BigDecimal("0.000005"),
            "cloudwatch:PutMetricData", new BigDecimal("0.00001"),
            "sns:Publish", new BigDecimal("0.0000005"),
            "athena:GetQueryExecution", new BigDecimal("0.000000000005"));
    /// A metric of our own that is written all month long; AWS counts by the hour.
    public static final BigDecimal CUSTOM_METRIC_MONTH = new BigDecimal("0.30");

    private static final BigDecimal COST_EXPLORER = new BigDecimal("0.01");
    private static final Map<String, String> SERVICES = Map.of(
            "costexplorer", "ce",
            "elasticloadbalancingv2", "elasticloadbalancing",
            "computeoptimizer", "compute-optimizer");

    private static final long MEGABYTE = 1_000_000;
    private static final long LEAST_MEGABYTES = 10;

    private CallPrice() {}

    /// The money for so many units of an operation.
    public static BigDecimal of(String operation, long units) {
        BigDecimal each = operation.startsWith("ce:") ? COST_EXPLORER : EACH.getOrDefault(operation, BigDecimal.ZERO);
        return each.multiply(BigDecimal.valueOf(units));
    }

    /// The name of a service in policies, from the one in the SDK.
    static String service(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace(" ", "");
        return SERVICES.getOrDefault(plain, plain);
    }

    /// How much of what the price counts is in a call: metrics, scanned bytes, else 1.
    static long units(SdkRequest request, SdkResponse response) {
        if (request instanceof GetMetricDataRequest metrics) {
            return metrics.metricDataQueries().size();
        }
        if (response instanceof GetQueryExecutionResponse execution) {
            return scanned(execution);
        }
        return 1;
    }

    /// The bytes of a query that has ended; nothing while it runs, because it is asked for again. One that fails
    /// is not charged.
    private static long scanned(GetQueryExecutionResponse execution) {
        return switch (execution.queryExecution().status().state()) {
            case SUCCEEDED, CANCELLED -> {
                var statistics = execution.queryExecution().statistics();
                yield statistics == null || statistics.dataScannedInBytes() == null
                        ? 0
                        : billed(statistics.dataScannedInBytes());
            }
            default -> 0;
        };
    }

    /// The bytes that Athena charges for a query: whole megabytes, and at least ten of them.
    public static long billed(long scanned) {
        return Math.max(LEAST_MEGABYTES, Math.ceilDiv(scanned, MEGABYTE)) * MEGABYTE;
    }
}
