package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What is asked once a pull with the login itself, not in each region: it is about the whole bill.
final class PayerParts {
    private final Workspace workspace;
    private final AwsConnection login;
    private final Place place;
    private final Instant since;
    private final Instant now;

    /// @param place the account of the login, where the services of the whole account answer
    /// @param since from when on cost is wanted
    PayerParts(Workspace workspace, AwsConnection login, Place place, Instant since, Instant now) {
        this.workspace = workspace;
        this.login = login;
        this.place = place;
        this.since = since;
        this.now = now;
    }

    /// Cost and usage.
    ///
    /// @throws AwsFailureException when it is not told who pays: the cost would be kept as that of another bill
    CostPart cost() throws AwsFailureException {
        return new CostPart(
                place,
                login.costs(place.account()),
                workspace.charges(),
                login.payer(place.account()),
                CostAsks.of(workspace.pulls().covers(place.name()), since, now),
                CostAsks.rowsPerDay(workspace.bills().versions()));
    }

    /// What AWS itself says, advises and expects.
    AdvicePart advice() {
        String account = place.account();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new AdvicePart(
                PullTopic.RECOMMENDATIONS,
                place,
                workspace.advice(),
                AdviceQuestions.ofPayer(
                        login.commitments(account), login.costAdvice(account), login.budgets(account), today),
                now);
    }
}
