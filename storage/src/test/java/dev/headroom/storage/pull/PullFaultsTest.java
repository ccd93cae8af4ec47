package dev.headroom.storage.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import dev.headroom.storage.source.aws.AwsLogin;
import dev.headroom.storage.source.aws.MfaPrompt;
import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.Fault;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import dev.headroom.storage.source.aws.loopback.LoopbackLogin;
import dev.headroom.storage.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a pull makes of accounts, regions and calls that are not as they should be.
class PullFaultsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:20:00Z");
    private static final String ROLE = "arn:aws:iam::{account}:role/headroom-read";
    private static final String HERE = "eu-central-1";
    private static final String OTHER = "100000000002";

    @TempDir
    Path folder;

    private LoopbackLogin login;
    private LoopbackAws aws;
    private Workspace workspace;
    private GeneratedAccounts accounts;
    private final CountDownLatch over = new CountDownLatch(1);

    @BeforeEach
    void configure() throws Exception {
        aws = new LoopbackAws();
        accounts = new GeneratedAccounts(2, 2, NOW);
        accounts.serve(aws);
        login = new LoopbackLogin(aws, folder);
        workspace = Workspace.open(folder.resolve("w"));
    }

    @AfterEach
    void close() {
        over.countDown();
        workspace.close();
        login.close();
    }

    private static PullRequest request(List<String> regions, List<String> of, Optional<String> role) {
        return new PullRequest(
                AwsLogin.usual(),
                regions,
                of,
                role,
                Optional.empty(),
                NOW.minus(Duration.ofDays(2)),
                Set.of(PullTopic.INVENTORY, PullTopic.USAGE),
                Duration.ofHours(1));
    }

    private PullReport pull(PullRequest request, PullListener listener) throws Exception {
        try (AwsPull pull = AwsPull.plan(workspace, request, MfaPrompt.NOBODY, listener, NOW)) {
            return pull.run(listener);
        }
    }

    private PullReport pull(List<String> regions, List<String> of, Optional<String> role) throws Exception {
        return pull(request(regions, of, role), PullListener.none());
    }

    @Test
    void anotherAccountIsNotLookedIntoWithTheLoginItself() throws Exception {
        PullReport report = pull(List.of(HERE), List.of(GeneratedAccounts.PAYER, OTHER), Optional.empty());
        assertThat(report.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.reason()).isEqualTo(Reason.NAME);
            assertThat(missing.place().account()).isEqualTo(OTHER);
            assertThat(missing.sentence()).contains("--role");
        });
        assertThat(workspace.inventory().servers())
                .hasSize(2)
                .allMatch(server -> server.account().equals(GeneratedAccounts.PAYER));
    }

    @Test
    void aRoleOfOneAccountIsNotTakenForAnother() throws Exception {
        String third = "100000000003";
        PullReport report = pull(List.of(HERE), List.of(OTHER, third), Optional.of(ROLE.replace("{account}", OTHER)));
        assertThat(report.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.place().account()).isEqualTo(third);
            assertThat(missing.sentence()).contains("is one of the account " + OTHER, "write {account}");
        });
        assertThat(workspace.inventory().servers())
                .hasSize(2)
                .allMatch(server -> server.account().equals(OTHER));
    }

    @Test
    void anAccountThatDoesNotTellItsRegionsIsLeftOut() throws Exception {
        accounts.stopper(call -> {
            if (call.operation().equals("DescribeRegions")
                    && GeneratedAccounts.account(call).equals(OTHER)) {
                throw Fault.denied("ec2:DescribeRegions");
            }
        });
        PullReport report = pull(List.of(PullRequest.ALL), List.of(PullRequest.ALL), Optional.of(ROLE));
        assertThat(report.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.reason()).isEqualTo(Reason.DENIED);
            assertThat(missing.place()).isEqualTo(new Place(OTHER, "-"));
        });
        assertThat(workspace.inventory().servers())
                .hasSize(2 * GeneratedAccounts.REGIONS.size())
                .allMatch(server -> server.account().equals(GeneratedAccounts.PAYER));
    }

    @Test
    void whereServersMayNotBeSeenTheRestIs() throws Exception {
        accounts.deny("ec2:DescribeInstances");
        PullReport report = pull(List.of(HERE), List.of(), Optional.empty());
        assertThat(report.missing())
                .singleElement()
                .satisfies(missing -> assertThat(missing.sentence()).contains("ec2:DescribeInstances"));
        assertThat(workspace.inventory().servers()).isEmpty();
        assertThat(workspace.assets().all()).hasSize(2 + 1 + 1);
    }

    @Test
    void whatCloudWatchTellsOnlyInPartIsNotComplete() throws Exception {
        accounts.failInside(true);
        PullReport broken = pull(List.of(HERE), List.of(), Optional.empty());
        assertThat(broken.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.topic()).isEqualTo(PullTopic.USAGE);
            assertThat(missing.reason()).isEqualTo(Reason.FAILED);
            assertThat(missing.sentence()).contains("only in part");
        });
        assertThat(usage(broken)).isZero();
        accounts.failInside(false);
        PullReport whole = pull(List.of(HERE), List.of(), Optional.empty());
        assertThat(usage(whole)).isEqualTo(2 * 12 * 47);
    }

    private static long usage(PullReport report) {
        return report.kept().stream()
                .filter(kept -> kept.name().endsWith("usage"))
                .mapToLong(PullReport.Kept::accepted)
                .sum();
    }

    @Test
    @Timeout(60)
    void aStopIsSeenWhileACallHangs() throws Exception {
        CountDownLatch hanging = hang("GetMetricData");
        PullReport report = pull(request(List.of(HERE), List.of(), Optional.empty()), stopping(hanging));
        assertThat(report.end())
                .hasValueSatisfying(end -> assertThat(end.code()).isEqualTo("HR-4009"));
        assertThat(workspace.inventory().servers()).as("complete before").hasSize(2);
        assertThat(usage(report)).isZero();
        assertThat(workspace.verify().isSound()).isTrue();
    }

    @Test
    @Timeout(60)
    void aStopIsSeenWhileThePlanHangs() {
        CountDownLatch hanging = hang("DescribeInstances");
        PullRequest request = request(List.of(HERE), List.of(), Optional.empty());
        assertThatThrownBy(() -> pull(request, stopping(hanging))).isInstanceOf(InterruptedException.class);
        assertThat(workspace.inventory().servers()).isEmpty();
    }

    /// Makes an operation hang until the test is over.
    ///
    /// @return zero when it hangs
    private CountDownLatch hang(String operation) {
        CountDownLatch hanging = new CountDownLatch(1);
        accounts.stopper(call -> {
            if (call.operation().equals(operation)) {
                hanging.countDown();
                await(over);
            }
        });
        return hanging;
    }

    private static PullListener stopping(CountDownLatch hanging) {
        return new PullListener() {
            @Override
            public void advanced(String what, long calls, long expectedCalls) {
                // Only the end matters here.
            }

            @Override
            public boolean cancelled() {
                return hanging.getCount() == 0;
            }
        };
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    @Timeout(60)
    void placesArePulledAtOnce() throws Exception {
        CountDownLatch there = new CountDownLatch(1);
        accounts.stopper(call -> {
            if (call.operation().equals("GetMetricData")) {
                if (call.region().equals(HERE)) {
                    await(there);
                } else {
                    there.countDown();
                }
            }
        });
        PullReport report = pull(GeneratedAccounts.REGIONS, List.of(), Optional.empty());
        assertThat(there.getCount()).isZero();
        assertThat(usage(report)).isEqualTo(2 * 2 * 12 * 47);
        assertThat(report.kept().stream().map(kept -> kept.name().toString())).isSorted();
    }

    @Test
    void aRegionThatIsNamedTwiceIsPulledOnce() throws Exception {
        PullReport report = pull(List.of(HERE, HERE), List.of(), Optional.empty());
        assertThat(usage(report)).isEqualTo(2 * 12 * 47);
        assertThat(aws.calls().stream().map(Call::operation).filter("DescribeInstances"::equals))
                .hasSize(1);
    }
}
