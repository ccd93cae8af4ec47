package dev.headroom.storage.source.aws;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The metrics of what is no server that are pulled, with the statistics by which advice judges: peaks of
/// what may run out, sums of what is counted.
///
/// Source: the documentation of the metrics of Amazon RDS, Amazon EBS, AWS Lambda, Lambda Insights, Elastic
/// Load Balancing and Amazon ECS. Lambda and application load balancers tell only what happens: a period
/// without a value had no calls and no requests.
public final class ServiceMetrics {
    /// The namespace of Lambda Insights, which measures the memory of functions where it is switched on.
    public static final String INSIGHTS = "LambdaInsights";
    /// What it calls the memory that calls used.
    public static final String USED_MEMORY = "used_memory_max";
    /// The namespace of Amazon ECS.
    public static final String CONTAINERS = "AWS/ECS";

    public static final String CPU = "CPUUtilization";

    private static final String RDS = "AWS/RDS";
    private static final String EBS = "AWS/EBS";
    private static final String LAMBDA = "AWS/Lambda";
    private static final String BALANCER_DIMENSION = "LoadBalancer";
    private static final String BALANCER_PREFIX = ":loadbalancer/";
    private static final String MEAN = "Average";
    private static final String P95 = "p95";
    private static final String MAX = "Maximum";
    private static final String MIN = "Minimum";
    private static final String SUM = "Sum";
    private static final String PERCENT = "Percent";
    private static final String COUNT = "Count";
    private static final String BYTES = "Bytes";

    private ServiceMetrics() {}

    /// @param namespace and dimensions under which everything of a resource is published
    private record Subject(String namespace, Map<String, String> dimensions, String resource) {
        MetricWanted wanted(String metric, String statistic, String unit) {
            return new MetricWanted(namespace, metric, dimensions, statistic, unit, resource, false);
        }

        /// Both directions, which count together.
        List<MetricWanted> both(String in, String out, String statistic, String unit) {
            return List.of(
                    wanted(in, statistic, unit),
                    new MetricWanted(namespace, out, dimensions, statistic, unit, resource, true));
        }
    }

    public static List<MetricWanted> database(Asset database) {
        String identifier = database.id().substring(database.id().lastIndexOf(':') + 1);
        Subject subject = new Subject(RDS, Map.of("DBInstanceIdentifier", identifier), database.id());
        List<MetricWanted> wanted = new ArrayList<>();
        wanted.add(subject.wanted(CPU, MEAN, PERCENT));
        wanted.add(subject.wanted(CPU, P95, PERCENT));
        wanted.add(subject.wanted("DatabaseConnections", MAX, COUNT));
        wanted.add(subject.wanted("FreeableMemory", MIN, BYTES));
        wanted.addAll(subject.both("ReadIOPS", "WriteIOPS", P95, "Count/Second"));
        wanted.addAll(subject.both("ReadThroughput", "WriteThroughput", MEAN, "Bytes/Second"));
        wanted.add(subject.wanted("FreeStorageSpace", MIN, BYTES));
        return wanted;
    }

    public static List<MetricWanted> volume(Asset volume) {
        Subject subject = new Subject(EBS, Map.of("VolumeId", volume.id()), volume.id());
        List<MetricWanted> wanted = new ArrayList<>(subject.both("VolumeReadOps", "VolumeWriteOps", SUM, COUNT));
        wanted.addAll(subject.both("VolumeReadBytes", "VolumeWriteBytes", SUM, BYTES));
        return wanted;
    }

    /// @param memory of Lambda Insights, of all functions; that of others and of single versions is left out
    public static List<MetricWanted> function(AwsFunctions.Told function, List<AwsMetrics.MetricName> memory) {
        String id = function.asset().id();
        Subject subject = new Subject(LAMBDA, Map.of("FunctionName", function.name()), id);
        List<MetricWanted> wanted = new ArrayList<>();
        wanted.add(subject.wanted("Invocations", SUM, COUNT).silentFrom(function.changed()));
        wanted.add(subject.wanted("Errors", SUM, COUNT).silentFrom(function.changed()));
        wanted.add(subject.wanted("Duration", MEAN, "Milliseconds"));
        wanted.add(subject.wanted("Duration", MAX, "Milliseconds"));
        wanted.add(subject.wanted("ConcurrentExecutions", MAX, COUNT));
        Map<String, String> whole = Map.of("function_name", function.name());
        for (AwsMetrics.MetricName name : memory) {
            if (name.dimensions().equals(whole)) {
                // Lambda means 2^20 bytes when it says megabytes.
                wanted.add(new MetricWanted(INSIGHTS, name.metric(), whole, MAX, "Mebibytes", id, false));
            }
        }
        return wanted;
    }

    /// Nothing of a load balancer that does not name itself in the usual form.
    public static List<MetricWanted> balancer(Asset balancer) {
        int prefix = balancer.id().indexOf(BALANCER_PREFIX);
        if (prefix < 0) {
            return List.of();
        }
        Map<String, String> at = Map.of(BALANCER_DIMENSION, balancer.id().substring(prefix + BALANCER_PREFIX.length()));
        Optional<Instant> made = balancer.time(AssetFact.CREATED);
        return switch (balancer.type()) {
            case "application" -> {
                Subject subject = new Subject("AWS/ApplicationELB", at, balancer.id());
                yield List.of(
                        subject.wanted("RequestCount", SUM, COUNT).silentFrom(made),
                        subject.wanted("ProcessedBytes", SUM, BYTES).silentFrom(made));
            }
            case "network" -> flows(new Subject("AWS/NetworkELB", at, balancer.id()));
            case "gateway" -> flows(new Subject("AWS/GatewayELB", at, balancer.id()));
            default -> List.of();
        };
    }

    private static List<MetricWanted> flows(Subject subject) {
        return List.of(subject.wanted("ProcessedBytes", SUM, BYTES), subject.wanted("ActiveFlowCount", MEAN, COUNT));
    }

    /// Of a service of Amazon ECS, which is kept under its resource name (ARN); of what is no service,
    /// nothing.
    ///
    /// @param name one of [#CPU]
    public static List<MetricWanted> service(AwsMetrics.MetricName name, String account, String region) {
        String cluster = name.dimensions().getOrDefault("ClusterName", "");
        String service = name.dimensions().getOrDefault("ServiceName", "");
        if (!name.dimensions().keySet().equals(Set.of("ClusterName", "ServiceName"))) {
            return List.of();
        }
        String id = "arn:" + Partitions.of(region) + ":ecs:" + region + ":" + account + ":service/" + cluster + "/"
                + service;
        Subject subject = new Subject(CONTAINERS, name.dimensions(), id);
        List<MetricWanted> wanted = new ArrayList<>();
        for (String metric : List.of(CPU, "MemoryUtilization")) {
            wanted.add(subject.wanted(metric, MEAN, PERCENT));
            wanted.add(subject.wanted(metric, MAX, PERCENT));
        }
        return wanted;
    }
}
