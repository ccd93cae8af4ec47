package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.Fault;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Region;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.ListAccountsRequest;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// An organization of invented accounts behind the loopback server. It keeps the documented limits: pages,
/// 500 metrics and 100,800 points a call, and periods only as long as they are kept; every value is a
/// function of what is asked.
final class GeneratedAccounts {
    /// The account of the login.
    static final String PAYER = "100000000001";

    /// The regions that every account has switched on.
    static final List<String> REGIONS = List.of("eu-central-1", "us-east-1");

    private static final String MEMORY = "mem_used_percent";
    private static final String KEY = "ASIA";
    private static final int PAGE = 100;
    private static final int MOST_METRICS = 500;
    private static final int MOST_POINTS = 100_800;
    private final Instant now;
    private final int accounts;
    private final int perPlace;
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private volatile boolean failingInside;
    private volatile String failing = "";
    private volatile @Nullable Fault failure;
    private volatile Stopper stopper = _ -> {};

    /// Refuses calls at will.
    interface Stopper {
        void check(Call call) throws Fault;
    }

    /// @param perPlace servers of each account in each region
    GeneratedAccounts(int accounts, int perPlace, Instant now) {
        this.accounts = accounts;
        this.perPlace = perPlace;
        this.now = now;
    }

    List<String> ids() {
        return IntStream.rangeClosed(1, accounts)
                .mapToObj(i -> Long.toString(100_000_000_000L + i))
                .toList();
    }

    /// From now on an action is denied, such as `ec2:DescribeVolumes`.
    void deny(String action) {
        denied.add(action);
    }

    /// From now on a call fails that asks for the memory of a server, until there is no fault.
    void failForMemory(String server, @Nullable Fault fault) {
        failing = server;
        failure = fault;
    }

    /// From now on answers of CloudWatch say of their metrics that they could not be told.
    void failInside(boolean failing) {
        failingInside = failing;
    }

    void stopper(Stopper next) {
        stopper = next;
    }

    LoopbackAws serve(LoopbackAws aws) {
        return aws.on("sts", "GetCallerIdentity", GetCallerIdentityRequest::builder, this::identity)
                .on("sts", "AssumeRole", AssumeRoleRequest::builder, this::role)
                .on("organizations", "ListAccounts", ListAccountsRequest::builder, this::list)
                .on("ec2", "DescribeRegions", DescribeRegionsRequest::builder, this::regions)
                .on("ec2", "DescribeInstances", DescribeInstancesRequest::builder, this::instances)
                .on("ec2", "DescribeVolumes", DescribeVolumesRequest::builder, this::volumes)
                .on("ec2", "DescribeSnapshots", DescribeSnapshotsRequest::builder, this::snapshots)
                .on("ec2", "DescribeAddresses", DescribeAddressesRequest::builder, this::addresses)
                .on(
                        "rds",
                        "DescribeDBInstances",
                        DescribeDbInstancesRequest::builder,
                        (DescribeDbInstancesRequest request, Call call) ->
                                DescribeDbInstancesResponse.builder().build())
                .on(
                        "lambda",
                        "ListFunctions",
                        ListFunctionsRequest::builder,
                        (ListFunctionsRequest request, Call call) ->
                                ListFunctionsResponse.builder().build())
                .on(
                        "elasticloadbalancing",
                        "DescribeLoadBalancers",
                        DescribeLoadBalancersRequest::builder,
                        (DescribeLoadBalancersRequest request, Call call) ->
                                DescribeLoadBalancersResponse.builder().build())
                .on("monitoring", "ListMetrics", ListMetricsRequest::builder, this::names)
                .on("monitoring", "GetMetricData", GetMetricDataRequest::builder, this::data);
    }

    private void allow(Call call) throws Fault {
        if (denied.contains(call.service() + ":" + call.operation())
                || denied.contains(account(call) + "/" + call.region())) {
            throw Fault.denied(call.operation());
        }
        stopper.check(call);
    }

    static String account(Call call) {
        return call.accessKey().startsWith(KEY) ? call.accessKey().substring(KEY.length()) : PAYER;
    }

    private GetCallerIdentityResponse identity(GetCallerIdentityRequest request, Call call) throws Fault {
        stopper.check(call);
        return GetCallerIdentityResponse.builder()
                .account(account(call))
                .arn("arn:aws:iam::" + account(call) + ":user/analyst")
                .build();
    }

    private AssumeRoleResponse role(AssumeRoleRequest request, Call call) throws Fault {
        String account = request.roleArn().split(":")[4];
        if (!ids().contains(account)) {
            throw Fault.denied("sts:AssumeRole");
        }
        return AssumeRoleResponse.builder()
                .credentials(Credentials.builder()
                        .accessKeyId(KEY + account)
                        .secretAccessKey("s")
                        .sessionToken("t")
                        .expiration(Instant.parse("2099-01-01T00:00:00Z"))
                        .build())
                .build();
    }

    private ListAccountsResponse list(ListAccountsRequest request, Call call) throws Fault {
        allow(call);
        return ListAccountsResponse.builder()
                .accounts(ids().stream()
                        .map(id -> Account.builder()
                                .id(id)
                                .name("Account " + id)
                                .status("ACTIVE")
                                .build())
                        .toList())
                .build();
    }

    /// The servers of a place.
    List<String> servers(String account, String region) {
        return IntStream.range(0, perPlace)
                .mapToObj(i -> "i-" + account.substring(9) + region.replace("-", "") + String.format("%05d", i))
                .toList();
    }

    private DescribeRegionsResponse regions(DescribeRegionsRequest request, Call call) throws Fault {
        allow(call);
        return DescribeRegionsResponse.builder()
                .regions(REGIONS.stream()
                        .map(name -> Region.builder().regionName(name).build())
                        .toList())
                .build();
    }

    private DescribeInstancesResponse instances(DescribeInstancesRequest request, Call call) throws Fault {
        allow(call);
        List<String> all = servers(account(call), call.region());
        int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        int to = Math.min(all.size(), from + PAGE);
        return DescribeInstancesResponse.builder()
                .reservations(Reservation.builder()
                        .instances(all.subList(from, to).stream()
                                .map(id -> Instance.builder()
                                        .instanceId(id)
                                        .instanceType("m6a.large")
                                        .launchTime(now.minus(Duration.ofDays(400)))
                                        .state(state -> state.name("running"))
                                        .tags(Tag.builder()
                                                .key("Name")
                                                .value("web " + id)
                                                .build())
                                        .build())
                                .toList())
                        .build())
                .nextToken(to < all.size() ? Integer.toString(to) : null)
                .build();
    }

    private DescribeVolumesResponse volumes(DescribeVolumesRequest request, Call call) throws Fault {
        allow(call);
        return DescribeVolumesResponse.builder()
                .volumes(servers(account(call), call.region()).stream()
                        .map(id -> Volume.builder()
                                .volumeId("vol-" + id)
                                .volumeType("gp3")
                                .size(100)
                                .state("in-use")
                                .attachments(attachment -> attachment.instanceId(id))
                                .build())
                        .toList())
                .build();
    }

    private DescribeSnapshotsResponse snapshots(DescribeSnapshotsRequest request, Call call) throws Fault {
        allow(call);
        return DescribeSnapshotsResponse.builder()
                .snapshots(Snapshot.builder()
                        .snapshotId("snap-" + account(call) + call.region())
                        .volumeSize(8)
                        .startTime(now.minus(Duration.ofDays(200)))
                        .build())
                .build();
    }

    private DescribeAddressesResponse addresses(DescribeAddressesRequest request, Call call) throws Fault {
        allow(call);
        return DescribeAddressesResponse.builder()
                .addresses(Address.builder()
                        .allocationId("eipalloc-" + account(call) + call.region())
                        .build())
                .build();
    }

    private ListMetricsResponse names(ListMetricsRequest request, Call call) throws Fault {
        allow(call);
        if (!MEMORY.equals(request.metricName())) {
            return ListMetricsResponse.builder().build();
        }
        return ListMetricsResponse.builder()
                .metrics(servers(account(call), call.region()).stream()
                        .map(id -> Metric.builder()
                                .namespace(request.namespace())
                                .metricName(request.metricName())
                                .dimensions(
                                        dimension("ImageId", "ami-1"),
                                        dimension("InstanceId", id),
                                        dimension("InstanceType", "m6a.large"))
                                .build())
                        .toList())
                .build();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    private GetMetricDataResponse data(GetMetricDataRequest request, Call call) throws Fault {
        allow(call);
        Fault fault = failure;
        if (fault != null && request.metricDataQueries().stream().anyMatch(query -> isMemory(query, failing))) {
            throw fault;
        }
        if (request.metricDataQueries().size() > MOST_METRICS) {
            throw new Fault(400, "ValidationError", "More than 500 metrics.");
        }
        int skip = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        int room = Math.min(MOST_POINTS, request.maxDatapoints() == null ? MOST_POINTS : request.maxDatapoints());
        List<MetricDataResult> results = new ArrayList<>();
        int seen = 0;
        boolean more = false;
        for (MetricDataQuery query : request.metricDataQueries()) {
            List<Instant> times = times(query, request);
            int first = Math.clamp(skip - seen, 0, times.size());
            int last = Math.clamp(skip + room - seen, first, times.size());
            more |= last < times.size();
            results.add(MetricDataResult.builder()
                    .id(query.id())
                    .timestamps(times.subList(first, last))
                    .values(times.subList(first, last).stream()
                            .map(at -> value(query, at))
                            .toList())
                    .statusCode(status(last < times.size()))
                    .build());
            seen += times.size();
        }
        return GetMetricDataResponse.builder()
                .metricDataResults(results)
                .nextToken(more ? Integer.toString(skip + room) : null)
                .build();
    }

    private StatusCode status(boolean more) {
        if (failingInside) {
            return StatusCode.INTERNAL_ERROR;
        }
        return more ? StatusCode.PARTIAL_DATA : StatusCode.COMPLETE;
    }

    /// The times for which there is a value; none where the period is no longer kept.
    private List<Instant> times(MetricDataQuery query, GetMetricDataRequest request) {
        int period = query.metricStat().period();
        Duration kept =
                period < 300 ? Duration.ofDays(15) : period < 3_600 ? Duration.ofDays(63) : Duration.ofDays(455);
        List<Instant> times = new ArrayList<>();
        Instant at = Instant.ofEpochSecond(Math.ceilDiv(request.startTime().getEpochSecond(), period) * period);
        while (at.isBefore(request.endTime()) && at.isBefore(now)) {
            if (!at.isBefore(now.minus(kept))) {
                times.add(at);
            }
            at = at.plusSeconds(period);
        }
        return times;
    }

    /// What is told of a metric at a time.
    static double value(MetricDataQuery query, Instant at) {
        return value(
                server(query),
                query.metricStat().metric().metricName(),
                query.metricStat().stat(),
                at);
    }

    private static boolean isMemory(MetricDataQuery query, String server) {
        return query.metricStat().metric().metricName().equals(MEMORY)
                && server(query).equals(server);
    }

    private static String server(MetricDataQuery query) {
        return query.metricStat().metric().dimensions().stream()
                .filter(dimension -> dimension.name().equals("InstanceId"))
                .map(Dimension::value)
                .findFirst()
                .orElse("");
    }

    static double value(String id, String metric, String statistic, Instant at) {
        boolean bytes = metric.contains("Bytes") || metric.startsWith("Network");
        int hash = Math.floorMod((id + metric + statistic).hashCode(), 40);
        double hour = at.getEpochSecond() / 3_600 % 24;
        return bytes ? 3_600_000.0 * (hash + hour + 1) : hash + hour + 1;
    }
}
