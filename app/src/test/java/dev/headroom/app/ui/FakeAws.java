package dev.headroom.app.ui;

import dev.headroom.app.ui.session.AwsSession;
import dev.headroom.app.usecase.CheckAws;
import dev.headroom.app.usecase.Problem;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.PullAws;
import dev.headroom.app.usecase.UseCaseException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Invented AWS accounts. The profile `expired` has no login, and `guarded` asks for a code.
public final class FakeAws implements AwsSession {
    private static final String WHO = "arn:aws:iam::111122223333:user/analyst";
    private final List<PullAws.Request> pulled = new CopyOnWriteArrayList<>();

    @Override
    public List<String> profiles() {
        return List.of("expired", "guarded", "planning");
    }

    /// What was pulled so far.
    public List<PullAws.Request> pulled() {
        return List.copyOf(pulled);
    }

    private static void login(PullAws.Request request, PullAws.CodePrompt codes) throws UseCaseException {
        String profile = request.profile().orElse("");
        if (profile.equals("expired")) {
            throw new UseCaseException(
                    UseCaseException.Kind.SOURCE,
                    "HR-4002",
                    "The login has expired; log in again with the profile expired.");
        }
        if (profile.equals("guarded")
                && !codes.code("arn:aws:iam::111122223333:mfa/analyst").equals(Optional.of("123456"))) {
            throw new UseCaseException(UseCaseException.Kind.SOURCE, "HR-4001", "Nobody gave the code.");
        }
    }

    @Override
    public CheckAws.Result check(PullAws.Request request, PullAws.CodePrompt codes) throws UseCaseException {
        login(request, codes);
        return new CheckAws.Result(
                "111122223333",
                WHO,
                List.of(
                        new CheckAws.Permitted("organizations:ListAccounts", "identity", "denied", "Not allowed."),
                        new CheckAws.Permitted("cloudwatch:ListMetrics", "usage", "allowed", ""),
                        new CheckAws.Permitted("ec2:DescribeInstances", "inventory", "allowed", ""),
                        new CheckAws.Permitted("ec2:DescribeVolumes", "inventory", "allowed", ""),
                        new CheckAws.Permitted("ec2:DescribeSnapshots", "inventory", "allowed", "")));
    }

    @Override
    public PullAws.Plan plan(PullAws.Request request, PullAws.CodePrompt codes, Progress progress)
            throws UseCaseException {
        login(request, codes);
        return plan();
    }

    private static PullAws.Plan plan() {
        PullAws.Asked inventory = new PullAws.Asked(3, 0, 0, BigDecimal.ZERO);
        PullAws.Asked usage = new PullAws.Asked(107, 10_482_240, 838_579_200, new BigDecimal("0.0096"));
        return new PullAws.Plan(
                "111122223333",
                WHO,
                List.of(
                        new PullAws.Part("111122223333", "eu-central-1", "inventory", inventory),
                        new PullAws.Part("111122223333", "eu-central-1", "usage", usage),
                        new PullAws.Part("111122223333", "us-east-1", "inventory", inventory),
                        new PullAws.Part("111122223333", "us-east-1", "usage", usage)),
                new PullAws.Asked(220, 20_964_480, 1_677_158_400, new BigDecimal("0.0192")),
                List.of(denied()));
    }

    private static PullAws.Missing denied() {
        return new PullAws.Missing(
                "444455556666",
                "eu-central-1",
                "inventory",
                "HR-4004",
                "The account does not allow ec2:DescribeInstances in 444455556666/eu-central-1; attach the policy that"
                        + " headroom pull aws --print-policy shows.");
    }

    @Override
    public PullAws.Result pull(PullAws.Request request, PullAws.CodePrompt codes, Progress progress)
            throws UseCaseException {
        login(request, codes);
        pulled.add(request);
        Optional<Problem> end = request.regions().contains("broken")
                ? Optional.of(new Problem("HR-4002", "The login has expired; what is complete is kept."))
                : Optional.empty();
        return new PullAws.Result(
                plan(),
                "b-1",
                List.of(
                        kept("aws/111122223333/eu-central-1/inventory", 242),
                        kept("aws/111122223333/eu-central-1/usage", 10_482_240)),
                List.of(denied()),
                Map.of("cloudwatch:GetMetricData", new PullAws.Spent(107, 620_500_000, new BigDecimal("0.0096"))),
                new PullAws.Spent(214, 1_200_000_000, new BigDecimal("0.0192")),
                end);
    }

    private static PullAws.Kept kept(String name, long rows) {
        return new PullAws.Kept(
                name,
                rows,
                rows,
                0,
                0,
                Optional.of(Instant.parse("2025-08-24T10:00:00Z")),
                Optional.of(Instant.parse("2026-11-20T08:00:00Z")),
                List.of());
    }
}
