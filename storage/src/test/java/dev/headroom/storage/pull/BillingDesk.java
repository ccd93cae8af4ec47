package dev.headroom.storage.pull;

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
import software.amazon.awssdk.services.costexplorer.model.GetCostForecastRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.Organization;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// A workspace and a server that answers as the AWS of a payer, to be pulled from.
final class BillingDesk implements AutoCloseable {
    static final String PAYER = "111122223333";
    private static final String REGION = "eu-central-1";

    private final LoopbackLogin login;
    private final LoopbackAws aws = new LoopbackAws();
    private final Workspace workspace;

    /// @param account whose login it is; the payer is [#PAYER]
    BillingDesk(Path folder, String account) throws Exception {
        workspace = Workspace.open(folder.resolve("workspace"));
        aws.on(
                        "sts",
                        "GetCallerIdentity",
                        GetCallerIdentityRequest::builder,
                        (GetCallerIdentityRequest request, Call call) -> GetCallerIdentityResponse.builder()
                                .account(account)
                                .arn("arn:aws:iam::" + account + ":user/analyst")
                                .build())
                .on(
                        "organizations",
                        "DescribeOrganization",
                        DescribeOrganizationRequest::builder,
                        (DescribeOrganizationRequest request, Call call) -> DescribeOrganizationResponse.builder()
                                .organization(Organization.builder()
                                        .masterAccountId(PAYER)
                                        .build())
                                .build())
                .on(
                        "ce",
                        "GetCostForecast",
                        GetCostForecastRequest::builder,
                        (GetCostForecastRequest request, Call call) -> {
                            throw new Fault(400, "DataUnavailableException", "too little is known");
                        });
        login = new LoopbackLogin(aws, folder);
    }

    LoopbackAws aws() {
        return aws;
    }

    Workspace workspace() {
        return workspace;
    }

    AwsPull plan(Set<PullTopic> topics, Instant since, Instant now) throws Exception {
        PullRequest request = new PullRequest(
                AwsLogin.usual().withProfile("analyst"),
                List.of(REGION),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                since,
                topics,
                Duration.ofHours(1));
        return AwsPull.plan(workspace, request, MfaPrompt.NOBODY, PullListener.none(), now);
    }

    PullReport pull(Set<PullTopic> topics, Instant since, Instant now) throws Exception {
        try (AwsPull pull = plan(topics, since, now)) {
            return pull.run(PullListener.none());
        }
    }

    /// How often an operation was asked for.
    long asked(String operation) {
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
