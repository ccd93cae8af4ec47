package dev.headroom.storage.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.asset.DatabaseClass;
import dev.headroom.engine.asset.PriceItem;
import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.storage.cache.PriceBook;
import dev.headroom.storage.source.aws.AwsLogin;
import dev.headroom.storage.source.aws.MfaPrompt;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import dev.headroom.storage.source.aws.loopback.LoopbackLogin;
import dev.headroom.storage.source.price.PlanRate;
import dev.headroom.storage.source.price.PriceList;
import dev.headroom.storage.source.price.PriceScope;
import dev.headroom.storage.source.price.ReservedPrice;
import dev.headroom.storage.workspace.Workspace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesPullTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String REGION = "eu-central-1";

    @TempDir
    Path folder;

    private final PriceShop shop = new PriceShop(REGION);
    private LoopbackAws aws;
    private LoopbackLogin login;

    @BeforeEach
    void configure() throws Exception {
        aws = new LoopbackAws();
        new ServiceAccount(NOW).serve(aws);
        shop.serve(aws);
        login = new LoopbackLogin(aws, folder);
    }

    @AfterEach
    void restore() {
        login.close();
    }

    private static PullReport pull(Workspace workspace, Instant now) throws Exception {
        return pull(workspace, now, REGION);
    }

    private static PullReport pull(Workspace workspace, Instant now, String region) throws Exception {
        PullRequest request = new PullRequest(
                AwsLogin.usual(),
                List.of(region),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                now.minus(Duration.ofDays(1)),
                Set.of(PullTopic.PRICES),
                Duration.ofHours(1));
        try (AwsPull pull = AwsPull.plan(workspace, request, MfaPrompt.NOBODY, PullListener.none(), now)) {
            assertThat(pull.expected().calls()).isEqualTo(pull.planned().size() * 40L);
            assertThat(pull.expected().usd()).isZero();
            return pull.run(PullListener.none());
        }
    }

    @Test
    void pricesOfMachinesReservationsAndVolumesAreKept() throws Exception {
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            PullReport report = pull(workspace, NOW);
            assertThat(report.end()).isEmpty();
            assertThat(report.missing()).isEmpty();
            PriceBook.Dated dated =
                    workspace.prices().latest(PriceScope.MACHINES).getFirst();
            assertThat(dated.version().region()).isEqualTo(REGION);
            assertThat(dated.version().source()).isEqualTo("AWS Price List");
            assertThat(dated.version().published()).contains(Instant.parse("2026-11-18T10:00:00Z"));
            PriceList list = dated.list();
            assertThat(list.shapes())
                    .as("a type with disks of its own cannot be compared, and one without price is not advised")
                    .extracting(InstanceShape::instanceType)
                    .containsExactly("m5.large", "m5.xlarge", "m6g.large");
            assertThat(list.shapes().getLast())
                    .isEqualTo(new InstanceShape(
                            "m6g.large",
                            "m6g",
                            2,
                            8,
                            "arm64",
                            OptionalDouble.of(750),
                            OptionalDouble.of(593.75),
                            false,
                            true,
                            REGION,
                            Optional.of(Money.of("0.088", "USD"))));
            assertThat(list.reservations())
                    .contains(new ReservedPrice(
                            "m5.large",
                            CommitmentTerm.ONE_YEAR,
                            Payment.NO_UPFRONT,
                            BigDecimal.ZERO,
                            new BigDecimal("0.0666")))
                    .hasSize(6);
            assertThat(list.reservations().get(1).effectiveHour()).isEqualByComparingTo("0.05");
            assertThat(list.items())
                    .isEqualTo(Map.of(
                            PriceItem.VOLUME_GP2_GIB, new BigDecimal("0.119"),
                            PriceItem.VOLUME_GP3_GIB, new BigDecimal("0.0952"),
                            PriceItem.VOLUME_GP3_IOPS, new BigDecimal("0.006"),
                            PriceItem.VOLUME_GP3_MIBPS, new BigDecimal("0.048"),
                            PriceItem.SNAPSHOT_GIB, new BigDecimal("0.054")));
            assertThat(workspace.verify().isSound()).isTrue();
        }
    }

    @Test
    void onlyAChangeMakesANewVersion() throws Exception {
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            pull(workspace, NOW);
            Instant later = NOW.plus(Duration.ofDays(1));
            PullReport same = pull(workspace, later);
            assertThat(workspace.prices().versions())
                    .extracting(PriceBook.Version::scope)
                    .containsExactly(PriceScope.MACHINES, PriceScope.DATABASES, PriceScope.SAVINGS_PLANS);
            assertThat(workspace.prices().versions()).allSatisfy(version -> {
                assertThat(version.first()).isEqualTo(NOW);
                assertThat(version.confirmed()).isEqualTo(later);
            });
            assertThat(same.kept().getFirst().notes())
                    .containsExactly("No price of machines and volumes in eu-central-1 has changed.");
            shop.price("m5.large", "0.109");
            pull(workspace, later.plus(Duration.ofDays(1)));
            List<PriceBook.Version> versions = workspace.prices().versions();
            assertThat(versions)
                    .extracting(PriceBook.Version::scope)
                    .containsExactly(
                            PriceScope.MACHINES, PriceScope.DATABASES, PriceScope.SAVINGS_PLANS, PriceScope.MACHINES);
            assertThat(hour(workspace.prices().list(versions.getFirst()))).isEqualTo(Money.of("0.111", "USD"));
            assertThat(hour(workspace
                            .prices()
                            .latest(PriceScope.MACHINES)
                            .getFirst()
                            .list()))
                    .isEqualTo(Money.of("0.109", "USD"));
        }
    }

    @Test
    void classesAndStorageOfDatabasesAreKept() throws Exception {
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            assertThat(pull(workspace, NOW).missing()).isEmpty();
            PriceBook.Dated dated =
                    workspace.prices().latest(PriceScope.DATABASES).getFirst();
            assertThat(dated.version().published()).contains(Instant.parse("2026-11-17T10:00:00Z"));
            assertThat(dated.list().databases())
                    .as("no Aurora, no disks of its own, no clusters of three, nothing in another currency")
                    .containsExactly(
                            databaseClass("db.m5.xlarge", 4, 16, "amd64", "mysql", "0.420", Optional.of("0.840")),
                            databaseClass("db.m7g.large", 2, 8, "arm64", "mysql", "0.180", Optional.of("0.361")),
                            databaseClass("db.t4g.micro", 2, 1, "arm64", "postgres", "0.019", Optional.empty()),
                            databaseClass("db.x2g.16xlarge", 64, 1_024, "arm64", "mysql", "7.5", Optional.empty()));
            assertThat(dated.list().items())
                    .isEqualTo(Map.of(
                            PriceItem.DATABASE_GP2_GIB, new BigDecimal("0.137"),
                            PriceItem.DATABASE_GP3_GIB, new BigDecimal("0.137"),
                            PriceItem.DATABASE_GP3_IOPS, new BigDecimal("0.024"),
                            PriceItem.DATABASE_IO1_GIB, new BigDecimal("0.149"),
                            PriceItem.DATABASE_IO1_IOPS, new BigDecimal("0.119")));
            shop.databases().price("0.175");
            PullReport changed = pull(workspace, NOW.plus(Duration.ofDays(1)));
            assertThat(changed.kept())
                    .flatExtracting(PullReport.Kept::notes)
                    .containsExactly(
                            "No price of machines and volumes in eu-central-1 has changed.",
                            "A new version of the prices of databases in eu-central-1.",
                            "No price of savings plans in eu-central-1 has changed.");
        }
    }

    @Test
    void ratesOfSavingsPlansAreKept() throws Exception {
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            assertThat(pull(workspace, NOW).missing()).isEmpty();
            PriceBook.Dated dated =
                    workspace.prices().latest(PriceScope.SAVINGS_PLANS).getFirst();
            assertThat(dated.version().source()).isEqualTo("AWS Savings Plans rates");
            assertThat(dated.version().currency()).isEqualTo(CurrencyCode.USD);
            assertThat(dated.list().plans())
                    .as("no idle reserved capacity, other currency, term, region or kind of plan")
                    .containsExactly(
                            plan(
                                    CommitmentKind.COMPUTE_SAVINGS_PLAN,
                                    "m5.large",
                                    CommitmentTerm.ONE_YEAR,
                                    Payment.NO_UPFRONT,
                                    "0.0810"),
                            plan(
                                    CommitmentKind.INSTANCE_SAVINGS_PLAN,
                                    "m5.large",
                                    CommitmentTerm.THREE_YEARS,
                                    Payment.ALL_UPFRONT,
                                    "0.0444"),
                            plan(
                                    CommitmentKind.INSTANCE_SAVINGS_PLAN,
                                    "m6g.large",
                                    CommitmentTerm.ONE_YEAR,
                                    Payment.PARTIAL_UPFRONT,
                                    "0.0528"));
            assertThat(aws.calls())
                    .filteredOn(call -> call.service().equals("savingsplans"))
                    .hasSize(5);
        }
    }

    private static PlanRate plan(
            CommitmentKind kind, String type, CommitmentTerm term, Payment payment, String hourly) {
        return new PlanRate(new PlanRate.Offer(kind, type, term, payment), new BigDecimal(hourly));
    }

    @Test
    void deniedSavingsPlansLeaveTheOtherPrices() throws Exception {
        shop.plans().deny();
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            PullReport report = pull(workspace, NOW);
            assertThat(report.end()).isEmpty();
            assertThat(report.missing()).singleElement().satisfies(missing -> {
                assertThat(missing.reason().code()).isEqualTo("HR-4004");
                assertThat(missing.sentence()).contains("savingsplans:DescribeSavingsPlansOfferingRates");
            });
            assertThat(workspace.prices().versions())
                    .extracting(PriceBook.Version::scope)
                    .containsExactly(PriceScope.MACHINES, PriceScope.DATABASES);
        }
    }

    private static DatabaseClass databaseClass(
            String name,
            double vcpu,
            double gib,
            String architecture,
            String engine,
            String hour,
            Optional<String> twoZones) {
        String family = name.split("\\.")[1];
        return new DatabaseClass(
                name,
                family,
                vcpu,
                gib,
                architecture,
                family.startsWith("t"),
                true,
                engine,
                REGION,
                Money.of(hour, "USD"),
                twoZones.map(price -> Money.of(price, "USD")));
    }

    @Test
    void aListThatIsDeniedLeavesTheOthers() throws Exception {
        shop.denyTypes();
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            PullReport report = pull(workspace, NOW);
            assertThat(report.missing())
                    .singleElement()
                    .satisfies(missing -> assertThat(missing.sentence()).contains("ec2:DescribeInstanceTypes"));
            assertThat(workspace.prices().latest(PriceScope.MACHINES)).isEmpty();
            assertThat(workspace.prices().latest(PriceScope.DATABASES)).hasSize(1);
            assertThat(workspace.prices().latest(PriceScope.SAVINGS_PLANS)).hasSize(1);
        }
    }

    private static Money hour(PriceList list) {
        return list.shapes().getFirst().onDemandHour().orElseThrow();
    }

    @Test
    void aPartitionWithoutPriceListIsMissing() throws Exception {
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            PullReport report = pull(workspace, NOW, "us-gov-west-1");
            assertThat(report.end()).isEmpty();
            assertThat(report.missing())
                    .singleElement()
                    .satisfies(missing -> assertThat(missing.sentence()).contains("us-gov-west-1"));
            assertThat(aws.calls()).extracting(call -> call.service()).doesNotContain("pricing");
        }
    }

    @Test
    void deniedPricesAreMissing() throws Exception {
        shop.deny();
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            PullReport report = pull(workspace, NOW);
            assertThat(report.missing()).isNotEmpty().allSatisfy(missing -> {
                assertThat(missing.topic()).isEqualTo(PullTopic.PRICES);
                assertThat(missing.sentence()).contains("pricing:GetProducts");
            });
            assertThat(workspace.prices().versions())
                    .extracting(PriceBook.Version::scope)
                    .containsExactly(PriceScope.SAVINGS_PLANS);
        }
    }
}
