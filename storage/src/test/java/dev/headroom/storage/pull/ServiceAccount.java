package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.Fault;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// An account with a volume, two databases, three functions, two load balancers and a container service,
/// whose metrics are constants, behind a loopback server.
final class ServiceAccount {
    static final String ACCOUNT = "111122223333";
    static final String REGION = "us-east-1";
    static final String VOLUME = "vol-1";
    static final String ORDERS = arn("rds", "db:orders");
    static final String LEDGER = arn("rds", "db:ledger-1");
    static final String RESIZE = arn("lambda", "function:resize");
    static final String FORGOTTEN = arn("lambda", "function:forgotten");
    static final String FRESH = arn("lambda", "function:fresh");
    static final String SHOP = arn("elasticloadbalancing", "loadbalancer/app/shop/50dc6c495c0c9188");
    static final String RETIRED = arn("elasticloadbalancing", "loadbalancer/app/retired/7a");
    static final String SERVICE = arn("ecs", "service/main/web");
    static final Instant MADE = Instant.parse("2025-01-01T00:00:00Z");

    private final Map<String, Double> values = new TreeMap<>();
    private final Set<String> denied = new HashSet<>();
    private final Instant now;

    private static String arn(String service, String what) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + what;
    }

    ServiceAccount(Instant now) {
        this.now = now;
        String orders = "AWS/RDS|DBInstanceIdentifier=orders|";
        values.put(orders + "CPUUtilization|Average", 10.0);
        values.put(orders + "CPUUtilization|p95", 12.0);
        values.put(orders + "DatabaseConnections|Maximum", 40.0);
        values.put(orders + "FreeableMemory|Minimum", 12.0 * (1L << 30));
        values.put(orders + "ReadIOPS|p95", 100.0);
        values.put(orders + "WriteIOPS|p95", 50.0);
        values.put(orders + "ReadThroughput|Average", 1_500_000.0);
        values.put(orders + "WriteThroughput|Average", 500_000.0);
        values.put(orders + "FreeStorageSpace|Minimum", 40.0 * (1L << 30));
        values.put("AWS/EBS|VolumeId=vol-1|VolumeReadOps|Sum", 36_000.0);
        values.put("AWS/EBS|VolumeId=vol-1|VolumeWriteOps|Sum", 3_600.0);
        values.put("AWS/EBS|VolumeId=vol-1|VolumeReadBytes|Sum", 7.2e9);
        values.put("AWS/EBS|VolumeId=vol-1|VolumeWriteBytes|Sum", 3.6e9);
        values.put("AWS/Lambda|FunctionName=resize|Invocations|Sum", 5_000.0);
        values.put("AWS/Lambda|FunctionName=resize|Errors|Sum", 2.0);
        values.put("AWS/Lambda|FunctionName=resize|Duration|Average", 800.0);
        values.put("AWS/Lambda|FunctionName=resize|Duration|Maximum", 2_000.0);
        values.put("AWS/Lambda|FunctionName=resize|ConcurrentExecutions|Maximum", 7.0);
        values.put("LambdaInsights|function_name=resize|used_memory_max|Maximum", 300.0);
        values.put("AWS/ApplicationELB|LoadBalancer=app/shop/50dc6c495c0c9188|RequestCount|Sum", 9_000.0);
        values.put("AWS/ApplicationELB|LoadBalancer=app/shop/50dc6c495c0c9188|ProcessedBytes|Sum", 4e6);
        for (String metric : List.of("CPUUtilization", "MemoryUtilization")) {
            values.put("AWS/ECS|ClusterName=main,ServiceName=web|" + metric + "|Average", 30.0);
            values.put("AWS/ECS|ClusterName=main,ServiceName=web|" + metric + "|Maximum", 60.0);
        }
    }

    /// @param action as a policy names it
    void deny(String action) {
        denied.add(action);
    }

    private void check(String action) throws Fault {
        if (denied.contains(action)) {
            throw Fault.denied(action);
        }
    }

    void serve(LoopbackAws aws) {
        aws.on(
                        "sts",
                        "GetCallerIdentity",
                        GetCallerIdentityRequest::builder,
                        (GetCallerIdentityRequest request, Call call) -> GetCallerIdentityResponse.builder()
                                .account(ACCOUNT)
                                .arn("arn:aws:iam::" + ACCOUNT + ":user/analyst")
                                .build())
                .on(
                        "ec2",
                        "DescribeInstances",
                        DescribeInstancesRequest::builder,
                        (DescribeInstancesRequest request, Call call) ->
                                DescribeInstancesResponse.builder().build())
                .on(
                        "ec2",
                        "DescribeSnapshots",
                        DescribeSnapshotsRequest::builder,
                        (DescribeSnapshotsRequest request, Call call) ->
                                DescribeSnapshotsResponse.builder().build())
                .on(
                        "ec2",
                        "DescribeAddresses",
                        DescribeAddressesRequest::builder,
                        (DescribeAddressesRequest request, Call call) ->
                                DescribeAddressesResponse.builder().build())
                .on(
                        "ec2",
                        "DescribeVolumes",
                        DescribeVolumesRequest::builder,
                        (DescribeVolumesRequest request, Call call) -> DescribeVolumesResponse.builder()
                                .volumes(volume())
                                .build())
                .on("rds", "DescribeDBInstances", DescribeDbInstancesRequest::builder, this::databases)
                .on("lambda", "ListFunctions", ListFunctionsRequest::builder, this::functions)
                .on(
                        "elasticloadbalancing",
                        "DescribeLoadBalancers",
                        DescribeLoadBalancersRequest::builder,
                        this::balancers)
                .on("elasticloadbalancing", "DescribeTags", DescribeTagsRequest::builder, this::tags)
                .on("monitoring", "ListMetrics", ListMetricsRequest::builder, this::names)
                .on("monitoring", "GetMetricData", GetMetricDataRequest::builder, this::metrics);
    }

    private static Volume volume() {
        return Volume.builder()
                .volumeId(VOLUME)
                .volumeType("gp2")
                .size(500)
                .iops(1_500)
                .state("in-use")
                .createTime(MADE)
                .attachments(VolumeAttachment.builder()
                        .instanceId("i-1")
                        .device("/dev/sdf")
                        .build())
                .build();
    }

    private SdkPojo databases(DescribeDbInstancesRequest request, Call call) throws Fault {
        check("rds:DescribeDBInstances");
        if (request.marker() == null) {
            return DescribeDbInstancesResponse.builder()
                    .dbInstances(DBInstance.builder()
                            .dbInstanceArn(ORDERS)
                            .dbInstanceIdentifier("orders")
                            .dbInstanceClass("db.m5.xlarge")
                            .engine("mysql")
                            .dbInstanceStatus("available")
                            .multiAZ(true)
                            .allocatedStorage(100)
                            .storageType("gp2")
                            .storageThroughput(0)
                            .instanceCreateTime(MADE)
                            .tagList(tag -> tag.key("env").value("prod"))
                            .build())
                    .marker("2")
                    .build();
        }
        return DescribeDbInstancesResponse.builder()
                .dbInstances(DBInstance.builder()
                        .dbInstanceArn(LEDGER)
                        .dbInstanceIdentifier("ledger-1")
                        .dbInstanceClass("db.r6g.large")
                        .engine("aurora-mysql")
                        .dbInstanceStatus("available")
                        .multiAZ(false)
                        .allocatedStorage(1)
                        .storageType("aurora")
                        .build())
                .build();
    }

    private SdkPojo functions(ListFunctionsRequest request, Call call) throws Fault {
        check("lambda:ListFunctions");
        if (request.marker() == null) {
            return ListFunctionsResponse.builder()
                    .functions(function(RESIZE, "2025-06-01T08:00:00.000+0000"))
                    .nextMarker("2")
                    .build();
        }
        return ListFunctionsResponse.builder()
                .functions(
                        function(FORGOTTEN, "2025-06-01T08:00:00.000+0000"),
                        function(
                                FRESH, now.minus(Duration.ofHours(5)).toString().replace("Z", ".000+0000")))
                .build();
    }

    private static FunctionConfiguration function(String arn, String changed) {
        return FunctionConfiguration.builder()
                .functionArn(arn)
                .functionName(arn.substring(arn.lastIndexOf(':') + 1))
                .runtime("python3.12")
                .memorySize(1_024)
                .timeout(30)
                .architecturesWithStrings("x86_64")
                .lastModified(changed)
                .build();
    }

    private SdkPojo balancers(DescribeLoadBalancersRequest request, Call call) throws Fault {
        check("elasticloadbalancing:DescribeLoadBalancers");
        return DescribeLoadBalancersResponse.builder()
                .loadBalancers(balancer(SHOP, "shop"), balancer(RETIRED, "retired"))
                .build();
    }

    private static LoadBalancer balancer(String arn, String name) {
        return LoadBalancer.builder()
                .loadBalancerArn(arn)
                .loadBalancerName(name)
                .type("application")
                .state(state -> state.code("active"))
                .createdTime(MADE)
                .build();
    }

    private SdkPojo tags(DescribeTagsRequest request, Call call) {
        return DescribeTagsResponse.builder()
                .tagDescriptions(request.resourceArns().stream()
                        .map(arn -> TagDescription.builder()
                                .resourceArn(arn)
                                .tags(tag -> tag.key("stage").value("staging"))
                                .build())
                        .toList())
                .build();
    }

    private SdkPojo names(ListMetricsRequest request, Call call) throws Fault {
        check("cloudwatch:ListMetrics");
        List<Metric> found = new ArrayList<>();
        for (String key : values.keySet()) {
            String[] parts = key.split("\\|");
            if (parts[0].equals(request.namespace()) && parts[2].equals(request.metricName())) {
                Metric metric = Metric.builder()
                        .namespace(parts[0])
                        .metricName(parts[2])
                        .dimensions(dimensions(parts[1]))
                        .build();
                if (!found.contains(metric)) {
                    found.add(metric);
                }
            }
        }
        return ListMetricsResponse.builder().metrics(found).build();
    }

    private static List<Dimension> dimensions(String text) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String pair : text.split(",")) {
            int equals = pair.indexOf('=');
            dimensions.add(Dimension.builder()
                    .name(pair.substring(0, equals))
                    .value(pair.substring(equals + 1))
                    .build());
        }
        return dimensions;
    }

    private SdkPojo metrics(GetMetricDataRequest request, Call call) throws Fault {
        check("cloudwatch:GetMetricData");
        List<MetricDataResult> results = new ArrayList<>();
        for (MetricDataQuery query : request.metricDataQueries()) {
            Metric metric = query.metricStat().metric();
            String at = metric.dimensions().stream()
                    .map(dimension -> dimension.name() + "=" + dimension.value())
                    .sorted()
                    .collect(Collectors.joining(","));
            Double value = values.get(metric.namespace() + "|" + at + "|" + metric.metricName() + "|"
                    + query.metricStat().stat());
            List<Instant> times = new ArrayList<>();
            List<Double> points = new ArrayList<>();
            for (Instant time = request.startTime();
                    value != null && time.isBefore(request.endTime());
                    time = time.plusSeconds(query.metricStat().period())) {
                times.add(time);
                points.add(value);
            }
            results.add(MetricDataResult.builder()
                    .id(query.id())
                    .timestamps(times)
                    .values(points)
                    .statusCode("Complete")
                    .build());
        }
        return GetMetricDataResponse.builder().metricDataResults(results).build();
    }
}
