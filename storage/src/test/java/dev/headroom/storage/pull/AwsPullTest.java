package dev.headroom.storage.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.ingest.FileReport;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsLogin;
import dev.headroom.storage.source.aws.CallMeter;
import dev.headroom.storage.source.aws.MfaPrompt;
import dev.headroom.storage.source.aws.loopback.Fault;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import dev.headroom.storage.source.aws.loopback.LoopbackLogin;
import dev.headroom.storage.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsPullTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:20:00Z");
    private static final List<String> ONE_REGION = List.of("eu-central-1");
    /// Servers of a place whose metrics are several blocks.
    private static final int MANY = 16;
    /// Of a server and of its volume.
    private static final int METRICS = 8 + 4;

    @TempDir
    Path folder;

    private LoopbackAws aws;
    private LoopbackLogin login;

    @BeforeEach
    void configure() throws Exception {
        aws = new LoopbackAws();
        login = new LoopbackLogin(aws, folder);
    }

    @AfterEach
    void restore() {
        login.close();
    }

    private static PullRequest request(Duration back) {
        return request(back, GeneratedAccounts.REGIONS);
    }

    private static PullRequest request(Duration back, List<String> regions) {
        return new PullRequest(
                AwsLogin.usual(),
                regions,
                List.of(PullRequest.ALL),
                Optional.of("arn:aws:iam::{account}:role/headroom-read"),
                Optional.empty(),
                NOW.truncatedTo(ChronoUnit.HOURS).minus(back),
                Set.of(PullTopic.INVENTORY, PullTopic.USAGE),
                Duration.ofHours(1));
    }

    private PullReport pull(Workspace workspace, PullRequest request, Instant now) throws Exception {
        try (AwsPull pull = AwsPull.plan(workspace, request, MfaPrompt.NOBODY, PullListener.none(), now)) {
            return pull.run(PullListener.none());
        }
    }

    @Test
    void threeAccountsInTwoRegionsLandWithExactValues() throws Exception {
        GeneratedAccounts accounts = new GeneratedAccounts(3, 34, NOW);
        accounts.serve(aws);
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            PullReport report = pull(workspace, request(Duration.ofDays(10)), NOW);
            assertThat(report.end()).isEmpty();
            assertThat(report.missing()).isEmpty();
            assertThat(workspace.inventory().servers()).hasSize(3 * 2 * 34);
            assertThat(workspace.assets().all()).hasSize(3 * 2 * (34 + 1 + 1));
            String account = accounts.ids().get(2);
            String server = accounts.servers(account, "us-east-1").get(33);
            Server found = workspace.inventory().find(server).orElseThrow();
            assertThat(found.account()).isEqualTo(account);
            assertThat(found.region()).isEqualTo("us-east-1");
            double[] cpu = values(workspace, new SeriesKey(server, "cpu", Statistic.P95));
            assertThat(cpu).hasSize(240);
            Instant first = Instant.parse("2026-11-10T10:00:00Z");
            for (int hour = 0; hour < cpu.length; hour++) {
                assertThat(cpu[hour])
                        .isEqualTo(GeneratedAccounts.value(
                                server, "CPUUtilization", "p95", first.plus(Duration.ofHours(hour))));
            }
            double[] network = values(workspace, new SeriesKey(server, "network", Statistic.MEAN));
            double sum = GeneratedAccounts.value(server, "NetworkIn", "Sum", first)
                    + GeneratedAccounts.value(server, "NetworkOut", "Sum", first);
            assertThat(network[0]).isCloseTo(sum / 3_600 * 8 / 1e6, within(1e-9));
            assertThat(values(workspace, new SeriesKey(server, "memory", Statistic.MEAN)))
                    .hasSize(240);
            long rows = report.kept().stream()
                    .filter(kept -> kept.name().endsWith("usage"))
                    .mapToLong(PullReport.Kept::accepted)
                    .sum();
            assertThat(rows).isEqualTo(3 * 2 * 34 * METRICS * 240);
            assertThat(metered(report).units()).isEqualTo(3 * 2 * 34 * METRICS);
            assertThat(metered(report).usd()).isEqualByComparingTo("0.02448");
            assertThat(workspace.pulls().meters(Instant.EPOCH))
                    .hasSameSizeAs(report.usage().keySet());
            assertThat(workspace.verify().isSound()).isTrue();
        }
    }

    @Test
    void theNextPullAsksOnlyForWhatIsMissing() throws Exception {
        new GeneratedAccounts(1, 3, NOW.plus(Duration.ofDays(1))).serve(aws);
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            pull(workspace, request(Duration.ofDays(10)), NOW);
            int before = aws.calls().size();
            PullReport again = pull(workspace, request(Duration.ofDays(10)), NOW);
            assertThat(calls(before, "GetMetricData")).isZero();
            assertThat(again.expected().points()).isZero();
            PullReport later = pull(workspace, request(Duration.ofDays(10)), NOW.plus(Duration.ofDays(1)));
            assertThat(later.expected().points())
                    .as("the last three hours are asked for again")
                    .isEqualTo(2 * 3 * METRICS * 27);
            String server = workspace.inventory().servers().getFirst().id();
            assertThat(values(workspace, new SeriesKey(server, "cpu", Statistic.MEAN)))
                    .hasSize(11 * 24);
            int earlier = aws.calls().size();
            pull(workspace, request(Duration.ofDays(20)), NOW.plus(Duration.ofDays(1)));
            assertThat(calls(earlier, "GetMetricData")).isEqualTo(2);
            assertThat(values(workspace, new SeriesKey(server, "cpu", Statistic.MEAN)))
                    .hasSize(21 * 24);
        }
    }

    private long calls(int from, String operation) {
        return aws.calls().stream()
                .skip(from)
                .filter(call -> call.operation().equals(operation))
                .count();
    }

    @Test
    void whatIsCompleteStaysWhenTheLoginExpiresAndTheNextPullGoesOn() throws Exception {
        GeneratedAccounts accounts = new GeneratedAccounts(1, MANY, NOW);
        accounts.serve(aws);
        accounts.failForMemory(last(accounts), Fault.expired());
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            PullReport broken = pull(workspace, request(Duration.ofDays(100), ONE_REGION), NOW);
            assertThat(broken.end()).hasValueSatisfying(end -> {
                assertThat(end.code()).isEqualTo("HR-4002");
                assertThat(end.sentence()).contains("log in again", "what is complete is kept");
            });
            long first = rows(broken);
            assertThat(first).isPositive();
            accounts.failForMemory("", null);
            PullReport rest = pull(workspace, request(Duration.ofDays(100), ONE_REGION), NOW);
            assertThat(rest.end()).isEmpty();
            assertThat(first + rows(rest)).isEqualTo((long) MANY * METRICS * 2_400);
            assertThat(workspace.verify().isSound()).isTrue();
        }
    }

    /// The server whose memory is asked for in the last call.
    private static String last(GeneratedAccounts accounts) {
        return accounts.servers(GeneratedAccounts.PAYER, "eu-central-1").getLast();
    }

    private static CallMeter.Usage metered(PullReport report) {
        return Objects.requireNonNull(report.usage().get("cloudwatch:GetMetricData"));
    }

    private static long rows(PullReport report) {
        return report.kept().stream()
                .filter(kept -> kept.name().endsWith("usage"))
                .mapToLong(PullReport.Kept::accepted)
                .sum();
    }

    @Test
    void whatIsDeniedIsListedAndTheRestIsPulled() throws Exception {
        GeneratedAccounts accounts = new GeneratedAccounts(2, 2, NOW);
        accounts.serve(aws);
        accounts.deny("ec2:DescribeVolumes");
        accounts.deny(accounts.ids().get(1) + "/us-east-1");
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            PullReport report = pull(workspace, request(Duration.ofDays(2)), NOW);
            assertThat(report.end()).isEmpty();
            assertThat(workspace.inventory().servers()).hasSize(3 * 2);
            assertThat(report.missing())
                    .allMatch(missing -> missing.reason() == AwsFailureException.Reason.DENIED)
                    .filteredOn(missing -> missing.topic() == PullTopic.INVENTORY)
                    .extracting(missing -> missing.place().name())
                    .containsExactlyInAnyOrder(
                            accounts.ids().get(1) + "/us-east-1",
                            accounts.ids().get(0) + "/eu-central-1",
                            accounts.ids().get(0) + "/us-east-1",
                            accounts.ids().get(1) + "/eu-central-1");
            assertThat(report.missing())
                    .filteredOn(missing -> missing.topic() == PullTopic.USAGE)
                    .as("the metrics of volumes are missing, too")
                    .hasSize(3)
                    .allSatisfy(missing ->
                            assertThat(missing.sentence()).contains("ec2:DescribeVolumes", "--print-policy"));
        }
    }

    @Test
    void aCallThatFailsForGoodCostsOnlyItsBlock() throws Exception {
        GeneratedAccounts accounts = new GeneratedAccounts(1, MANY, NOW);
        accounts.serve(aws);
        accounts.failForMemory(last(accounts), new Fault(400, "InvalidParameterCombination", "No."));
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            PullReport report = pull(workspace, request(Duration.ofDays(100), ONE_REGION), NOW);
            assertThat(report.end()).isEmpty();
            assertThat(report.missing()).hasSize(1);
            assertThat(report.missing().getFirst().reason()).isEqualTo(AwsFailureException.Reason.FAILED);
            long before = rows(report);
            assertThat(before).isPositive().isLessThan((long) MANY * METRICS * 2_400);
            assertThat(workspace.batches().batches().getFirst().files())
                    .as("what is refused stands beside what is kept")
                    .filteredOn(file -> file.path().endsWith("usage"))
                    .extracting(file -> file.error().isPresent(), FileReport::accepted)
                    .containsExactlyInAnyOrder(tuple(true, 0L), tuple(false, before));
            accounts.failForMemory("", null);
            PullReport rest = pull(workspace, request(Duration.ofDays(100), ONE_REGION), NOW);
            assertThat(before + rows(rest)).isEqualTo((long) MANY * METRICS * 2_400);
        }
    }

    @Test
    void throttlingIsWaitedFor() throws Exception {
        GeneratedAccounts accounts = new GeneratedAccounts(1, 2, NOW);
        accounts.serve(aws);
        AtomicInteger asked = new AtomicInteger();
        accounts.stopper(call -> {
            if (call.operation().equals("GetMetricData") && asked.incrementAndGet() <= 2) {
                throw Fault.throttled();
            }
        });
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            PullReport report = pull(workspace, request(Duration.ofDays(2)), NOW);
            assertThat(report.missing()).isEmpty();
            assertThat(rows(report)).isEqualTo(2 * 2 * METRICS * 48);
            assertThat(metered(report).calls()).isEqualTo(4);
        }
    }

    @Test
    void aPullCanBeStoppedAndGoesOn() throws Exception {
        GeneratedAccounts accounts = new GeneratedAccounts(1, MANY, NOW);
        accounts.serve(aws);
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            PullRequest request = request(Duration.ofDays(100), ONE_REGION);
            long first;
            try (AwsPull pull = AwsPull.plan(workspace, request, MfaPrompt.NOBODY, PullListener.none(), NOW)) {
                AtomicInteger seen = new AtomicInteger();
                PullReport stopped = pull.run(new PullListener() {
                    @Override
                    public void advanced(String what, long calls, long expectedCalls) {
                        seen.incrementAndGet();
                    }

                    @Override
                    public boolean cancelled() {
                        return seen.get() > 10;
                    }
                });
                assertThat(stopped.end())
                        .hasValueSatisfying(end -> assertThat(end.code()).isEqualTo("HR-4009"));
                first = rows(stopped);
            }
            assertThat(first).isPositive();
            assertThat(first + rows(pull(workspace, request, NOW))).isEqualTo((long) MANY * METRICS * 2_400);
        }
    }

    @Test
    void aServerOfAnotherTypeKeepsItsHistory() throws Exception {
        new GeneratedAccounts(1, 1, NOW).serve(aws);
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            pull(workspace, request(Duration.ofDays(1)), NOW);
            Server server = workspace.inventory().servers().getFirst();
            Instant earlier = NOW.minus(Duration.ofDays(700));
            Server resized = new Server(
                    server.id(),
                    server.name(),
                    server.provider(),
                    server.account(),
                    server.region(),
                    server.environment(),
                    server.archetype(),
                    List.of(new InstanceSpan(earlier, "m5.xlarge")),
                    server.tags());
            workspace.inventory().put(List.of(resized));
            pull(workspace, request(Duration.ofDays(1)), NOW);
            assertThat(workspace.inventory().find(server.id()).orElseThrow().spans())
                    .containsExactly(
                            new InstanceSpan(earlier, "m5.xlarge"),
                            new InstanceSpan(NOW.minus(Duration.ofDays(400)), "m6a.large"));
        }
    }

    @Test
    void nothingSecretIsSaidWhenTheCredentialsAreWrong() throws Exception {
        GeneratedAccounts accounts = new GeneratedAccounts(1, 1, NOW);
        accounts.serve(aws);
        accounts.stopper(_ -> {
            throw new Fault(403, "InvalidClientTokenId", "The security token AKIAANALYST is invalid: very-secret-text");
        });
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            assertThatThrownBy(() -> pull(workspace, request(Duration.ofDays(1)), NOW))
                    .isInstanceOf(AwsFailureException.class)
                    .hasMessageContaining("does not know the credentials")
                    .hasMessageNotContaining("very-secret")
                    .hasMessageNotContaining("AKIA");
        }
    }

    private static double[] values(Workspace workspace, SeriesKey key) {
        return workspace.series().read(key, Step.HOUR).orElseThrow().values();
    }
}
