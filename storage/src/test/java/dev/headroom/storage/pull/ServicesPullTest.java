package dev.headroom.storage.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.asset.Advice;
import dev.headroom.engine.asset.AssetUsage;
import dev.headroom.engine.asset.DatabaseAdvisor;
import dev.headroom.engine.asset.FunctionAdvisor;
import dev.headroom.engine.asset.IdleFinder;
import dev.headroom.engine.asset.Idleness;
import dev.headroom.engine.asset.PriceSheet;
import dev.headroom.engine.asset.VolumeAdvisor;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.fleet.AssetMetric;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.SeriesInfo;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsLogin;
import dev.headroom.storage.source.aws.MfaPrompt;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import dev.headroom.storage.source.aws.loopback.LoopbackLogin;
import dev.headroom.storage.source.price.ShippedServicePrices;
import dev.headroom.storage.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesPullTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final int HOURS = 40 * 24;

    @TempDir
    Path folder;

    private final ServiceAccount account = new ServiceAccount(NOW);
    private LoopbackAws aws;
    private LoopbackLogin login;

    @BeforeEach
    void configure() throws Exception {
        aws = new LoopbackAws();
        account.serve(aws);
        login = new LoopbackLogin(aws, folder);
    }

    @AfterEach
    void restore() {
        login.close();
    }

    private PullReport pull(Workspace workspace) throws Exception {
        PullRequest request = new PullRequest(
                AwsLogin.usual(),
                List.of(ServiceAccount.REGION),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                NOW.minus(Duration.ofHours(HOURS)),
                Set.of(PullTopic.INVENTORY, PullTopic.USAGE),
                Duration.ofHours(1));
        try (AwsPull pull = AwsPull.plan(workspace, request, MfaPrompt.NOBODY, PullListener.none(), NOW)) {
            return pull.run(PullListener.none());
        }
    }

    @Test
    void everythingBesideServersHasItsKindAndFacts() throws Exception {
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            PullReport report = pull(workspace);
            assertThat(report.end()).isEmpty();
            assertThat(report.missing()).isEmpty();
            Asset orders = workspace.assets().find(ServiceAccount.ORDERS).orElseThrow();
            assertThat(orders.kind()).isEqualTo(AssetKind.DATABASE);
            assertThat(orders.name()).isEqualTo("orders");
            assertThat(orders.type()).isEqualTo("db.m5.xlarge");
            assertThat(orders.account()).isEqualTo(ServiceAccount.ACCOUNT);
            assertThat(orders.region()).isEqualTo(ServiceAccount.REGION);
            assertThat(orders.environment()).isEqualTo("prod");
            assertThat(orders.facts())
                    .isEqualTo(Map.of(
                            AssetFact.ENGINE, "mysql",
                            AssetFact.STATE, "available",
                            AssetFact.MULTI_AZ, "true",
                            AssetFact.SIZE_GIB, "100",
                            AssetFact.STORAGE_TYPE, "gp2",
                            AssetFact.CREATED, ServiceAccount.MADE.toString()));
            Asset ledger = workspace.assets().find(ServiceAccount.LEDGER).orElseThrow();
            assertThat(ledger.facts()).doesNotContainKeys(AssetFact.SIZE_GIB, AssetFact.STORAGE_TYPE);
            Asset resize = workspace.assets().find(ServiceAccount.RESIZE).orElseThrow();
            assertThat(resize.kind()).isEqualTo(AssetKind.FUNCTION);
            assertThat(resize.facts())
                    .isEqualTo(Map.of(
                            AssetFact.MEMORY_MB, "1024",
                            AssetFact.TIMEOUT_S, "30",
                            AssetFact.RUNTIME, "python3.12",
                            AssetFact.ARCHITECTURE, "x86_64"));
            assertThat(workspace.assets().find(ServiceAccount.FORGOTTEN)).isPresent();
            Asset shop = workspace.assets().find(ServiceAccount.SHOP).orElseThrow();
            assertThat(shop.kind()).isEqualTo(AssetKind.LOAD_BALANCER);
            assertThat(shop.type()).isEqualTo("application");
            assertThat(shop.environment()).isEqualTo("staging");
            assertThat(shop.text(AssetFact.STATE)).contains("active");
        }
    }

    @Test
    void metricsAreKeptUnderTheNamesAndUnitsThatAdviceReads() throws Exception {
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            PullReport report = pull(workspace);
            assertThat(report.kept()).allMatch(kept -> kept.rejected() == 0);
            String orders = ServiceAccount.ORDERS;
            assertThat(every(workspace, orders, "cpu", Statistic.P95)).isEqualTo(12);
            assertThat(every(workspace, orders, "cpu", Statistic.MEAN)).isEqualTo(10);
            assertThat(every(workspace, orders, "connections", Statistic.MAX)).isEqualTo(40);
            assertThat(every(workspace, orders, "freeable_memory", Statistic.MIN))
                    .isEqualTo(12.0 * (1L << 30));
            assertThat(every(workspace, orders, "iops", Statistic.P95)).isEqualTo(150);
            assertThat(every(workspace, orders, "disk_io", Statistic.MEAN)).isCloseTo(2, within(1e-12));
            assertThat(every(workspace, orders, "FreeStorageSpace", Statistic.MIN))
                    .isEqualTo(40.0 * (1L << 30));
            assertThat(every(workspace, ServiceAccount.VOLUME, "iops", Statistic.MEAN))
                    .isCloseTo(11, within(1e-12));
            assertThat(every(workspace, ServiceAccount.VOLUME, "disk_io", Statistic.MEAN))
                    .isCloseTo(3, within(1e-12));
            String resize = ServiceAccount.RESIZE;
            assertThat(every(workspace, resize, "invocations", Statistic.SUM)).isEqualTo(5_000);
            assertThat(every(workspace, resize, "duration", Statistic.MEAN)).isEqualTo(800);
            assertThat(every(workspace, resize, "duration", Statistic.MAX)).isEqualTo(2_000);
            assertThat(every(workspace, resize, "used_memory", Statistic.MAX)).isEqualTo(300.0 * (1 << 20));
            assertThat(every(workspace, ServiceAccount.SHOP, "requests", Statistic.SUM))
                    .isEqualTo(9_000);
            assertThat(every(workspace, ServiceAccount.SHOP, "processed_bytes", Statistic.SUM))
                    .isEqualTo(4e6);
            assertThat(every(workspace, ServiceAccount.SERVICE, "cpu", Statistic.MAX))
                    .isEqualTo(60);
            assertThat(every(workspace, ServiceAccount.SERVICE, "memory", Statistic.MEAN))
                    .isEqualTo(30);
            for (SeriesInfo info : workspace.series().catalog()) {
                AssetMetric.ofMetric(info.key().metric())
                        .ifPresent(metric -> assertThat(info.unit()).isEqualTo(metric.unit()));
                assertThat(info.unit()).isNotEqualTo(MeasureUnit.UNKNOWN);
            }
        }
    }

    /// The value that all hours of the window have.
    private static double every(Workspace workspace, String resource, String metric, Statistic statistic) {
        double[] values = values(workspace, resource, metric, statistic);
        assertThat(values).hasSize(HOURS).containsOnly(values[0]);
        return values[0];
    }

    private static double[] values(Workspace workspace, String resource, String metric, Statistic statistic) {
        return workspace
                .series()
                .read(new SeriesKey(resource, metric, statistic), Step.HOUR)
                .map(TimeSeries::values)
                .orElse(new double[0]);
    }

    @Test
    void silenceOfWhatTellsOnlyWhatHappensIsZeroWhileItWasThere() throws Exception {
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            pull(workspace);
            assertThat(every(workspace, ServiceAccount.FORGOTTEN, "invocations", Statistic.SUM))
                    .isZero();
            assertThat(values(workspace, ServiceAccount.FORGOTTEN, "duration", Statistic.MEAN))
                    .isEmpty();
            assertThat(values(workspace, ServiceAccount.FRESH, "invocations", Statistic.SUM))
                    .as("changed five hours ago, and before that it may not have been there")
                    .hasSize(5)
                    .containsOnly(0);
            assertThat(every(workspace, ServiceAccount.RETIRED, "requests", Statistic.SUM))
                    .isZero();
            assertThat(values(workspace, ServiceAccount.LEDGER, "connections", Statistic.MAX))
                    .as("a database that tells nothing is not one without connections")
                    .isEmpty();
        }
    }

    @Test
    void adviceIsGivenOnWhatWasPulled() throws Exception {
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            pull(workspace);
            PriceSheet prices = ShippedServicePrices.load();
            SizingPolicy policy = SizingPolicy.standard();
            assertThat(DatabaseAdvisor.advise(usage(workspace, ServiceAccount.ORDERS), prices, policy))
                    .isInstanceOfSatisfying(
                            Advice.Change.class,
                            change -> assertThat(change.reason())
                                    .contains("CPU", "Memory in use", "At most 40 connections"));
            assertThat(FunctionAdvisor.advise(usage(workspace, ServiceAccount.RESIZE), prices, policy))
                    .isInstanceOfSatisfying(
                            Advice.Change.class,
                            change -> assertThat(change.reason()).contains("A call used at most 300 MB"));
            assertThat(FunctionAdvisor.advise(usage(workspace, ServiceAccount.FORGOTTEN), prices, policy))
                    .isInstanceOfSatisfying(
                            Advice.Remove.class,
                            remove -> assertThat(remove.idleness()).isEqualTo(Idleness.UNUSED_FUNCTION));
            assertThat(FunctionAdvisor.advise(usage(workspace, ServiceAccount.FRESH), prices, policy))
                    .isInstanceOf(Advice.Undecided.class);
            assertThat(VolumeAdvisor.advise(usage(workspace, ServiceAccount.VOLUME), prices, policy))
                    .isInstanceOfSatisfying(
                            Advice.Change.class,
                            change -> assertThat(change.to()).startsWith("gp3 500 GiB"));
            assertThat(IdleFinder.loadBalancer(usage(workspace, ServiceAccount.RETIRED), prices))
                    .isInstanceOf(Advice.Remove.class);
            assertThat(IdleFinder.loadBalancer(usage(workspace, ServiceAccount.SHOP), prices))
                    .isInstanceOf(Advice.Keep.class);
        }
    }

    private static AssetUsage usage(Workspace workspace, String id) {
        List<TimeSeries> series = workspace.series().catalog().stream()
                .filter(info -> info.key().resource().equals(id))
                .flatMap(info -> workspace.series().read(info.key(), info.step()).stream())
                .toList();
        return new AssetUsage(workspace.assets().find(id).orElseThrow(), series, NOW);
    }

    @Test
    void theSecondPullChangesNothing() throws Exception {
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            pull(workspace);
            List<Asset> assets = workspace.assets().all();
            List<SeriesInfo> series = workspace.series().catalog();
            int calls = aws.calls().size();
            pull(workspace);
            assertThat(workspace.assets().all()).isEqualTo(assets);
            assertThat(workspace.series().catalog()).isEqualTo(series);
            assertThat(aws.calls().subList(calls, aws.calls().size()))
                    .extracting(call -> call.operation())
                    .doesNotContain("GetMetricData")
                    .containsOnlyOnce("DescribeVolumes", "DescribeLoadBalancers");
        }
    }

    @Test
    void aDeniedServiceIsListedAndTheRestIsKept() throws Exception {
        account.deny("rds:DescribeDBInstances");
        account.deny("lambda:ListFunctions");
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            PullReport report = pull(workspace);
            assertThat(report.end()).isEmpty();
            assertThat(report.missing())
                    .allMatch(missing -> missing.reason() == AwsFailureException.Reason.DENIED)
                    .extracting(missing ->
                            missing.topic() + " " + missing.sentence().replaceAll(".*allow (\\S+) .*", "$1"))
                    .containsExactlyInAnyOrder(
                            "USAGE rds:DescribeDBInstances",
                            "USAGE lambda:ListFunctions",
                            "INVENTORY rds:DescribeDBInstances",
                            "INVENTORY lambda:ListFunctions");
            assertThat(workspace.assets().all())
                    .extracting(Asset::id)
                    .containsExactlyInAnyOrder(ServiceAccount.VOLUME, ServiceAccount.SHOP, ServiceAccount.RETIRED);
            assertThat(values(workspace, ServiceAccount.VOLUME, "iops", Statistic.MEAN))
                    .hasSize(HOURS);
        }
    }
}
