package dev.headroom.storage.pull;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.Password;
import dev.headroom.storage.source.aws.AwsLogin;
import dev.headroom.storage.source.aws.CallMeter;
import dev.headroom.storage.source.aws.MfaPrompt;
import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import dev.headroom.storage.source.aws.loopback.LoopbackBuckets;
import dev.headroom.storage.source.aws.loopback.LoopbackLogin;
import dev.headroom.storage.workspace.Workspace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// A workspace and a loopback AWS from which bills are pulled into it.
final class BillDesk implements AutoCloseable {
    static final String ACCOUNT = "111122223333";
    static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
    static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

    private final LoopbackLogin login;
    private final LoopbackAws aws;
    private final Workspace workspace;

    BillDesk(Path folder) throws Exception {
        this(folder, null);
    }

    /// @param password of the workspace; null for one in the clear
    BillDesk(Path folder, @Nullable Password password) throws Exception {
        aws = new LoopbackAws()
                .on(
                        "sts",
                        "GetCallerIdentity",
                        GetCallerIdentityRequest::builder,
                        (GetCallerIdentityRequest request, Call call) -> GetCallerIdentityResponse.builder()
                                .account(ACCOUNT)
                                .arn("arn:aws:iam::" + ACCOUNT + ":user/analyst")
                                .build());
        login = new LoopbackLogin(aws, folder);
        if (password != null) {
            Workspace.changePassword(folder.resolve("workspace"), null, password);
        }
        workspace = Workspace.open(folder.resolve("workspace"), password);
    }

    LoopbackAws aws() {
        return aws;
    }

    LoopbackBuckets buckets() {
        return aws.buckets();
    }

    Workspace workspace() {
        return workspace;
    }

    static PullRequest request(CostSources sources, Instant since) {
        return new PullRequest(
                AwsLogin.usual().withProfile("analyst"),
                List.of("eu-central-1"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                since,
                Set.of(PullTopic.COST),
                Duration.ofHours(1),
                Optional.of(sources));
    }

    AwsPull plan(CostSources sources, Instant since) throws Exception {
        return plan(sources, since, NOW);
    }

    AwsPull plan(CostSources sources, Instant since, Instant now) throws Exception {
        return AwsPull.plan(workspace, request(sources, since), MfaPrompt.NOBODY, PullListener.none(), now);
    }

    PullReport pull(CostSources sources) throws Exception {
        try (AwsPull pull = plan(sources, SINCE)) {
            return pull.run(PullListener.none());
        }
    }

    /// What an operation was metered with in a pull.
    static CallMeter.Usage metered(PullReport report, String operation) {
        return Objects.requireNonNull(report.usage().get(operation), operation);
    }

    BigDecimal total(CostBasis basis) {
        return workspace.charges().totals(basis).getOrDefault(CurrencyCode.USD, BigDecimal.ZERO);
    }

    long calls(String operation) {
        return aws.calls().stream()
                .filter(call -> call.operation().equals(operation))
                .count();
    }

    @Override
    public void close() {
        workspace.close();
        login.close();
    }
}
