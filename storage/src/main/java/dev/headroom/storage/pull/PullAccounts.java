package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import dev.headroom.storage.source.aws.AwsLogin;
import dev.headroom.storage.source.aws.CallMeter;
import dev.headroom.storage.source.aws.MfaPrompt;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The accounts of a request: who looks into each of them, and where.
final class PullAccounts implements AutoCloseable {
    /// Where the services of the whole account answer.
    static final String HOME = "us-east-1";

    private final PullRequest request;
    private final AwsConnection login;
    private final Queue<AwsConnection> others = new ConcurrentLinkedQueue<>();

    PullAccounts(PullRequest request, MfaPrompt prompt, CallMeter meter) throws AwsFailureException {
        this.request = request;
        login = AwsConnection.open(request.login(), home(), prompt, meter);
    }

    /// The region in which the login itself is asked.
    String home() {
        String first = request.regions().getFirst();
        return first.equals(PullRequest.ALL) ? HOME : first;
    }

    AwsConnection login() {
        return login;
    }

    /// The numbers of the accounts that are looked into.
    ///
    /// @throws AwsFailureException when the organization is wanted and cannot be read
    List<String> numbers(String own) throws AwsFailureException {
        if (request.accounts().isEmpty()) {
            return List.of(own);
        }
        return request.accounts().contains(PullRequest.ALL)
                ? login.accounts().stream().map(AwsConnection.Account::id).toList()
                : request.accounts().stream().distinct().toList();
    }

    /// Who looks into an account: the login itself into its own, the role into all others.
    ///
    /// @throws AwsFailureException when there is no role for another account, it may not be taken, or it is one
    ///     of yet another account: what it sees must not be kept under this number
    AwsConnection into(String account, String own) throws AwsFailureException {
        if (account.equals(own)) {
            return login;
        }
        String role = request.role()
                .orElseThrow(() -> new AwsFailureException(
                        Reason.NAME,
                        "The login is one of the account " + own + "; say with --role which role to take in " + account
                                + ", such as arn:aws:iam::{account}:role/headroom-read."));
        AwsConnection other = login.in(AwsLogin.Role.of(role, account, request.externalId()));
        others.add(other);
        String reached = other.identity().account();
        if (!reached.equals(account)) {
            throw new AwsFailureException(
                    Reason.NAME,
                    "The role for the account " + account + " is one of the account " + reached
                            + "; write {account} in the place of the number in --role.");
        }
        return other;
    }

    /// @throws AwsFailureException when all regions are wanted and the account does not tell them
    List<Place> places(String account, AwsConnection connection) throws AwsFailureException {
        List<String> regions =
                request.regions().contains(PullRequest.ALL) ? connection.regions(account) : request.regions();
        return regions.stream()
                .distinct()
                .map(region -> new Place(account, region))
                .toList();
    }

    @Override
    public void close() {
        others.forEach(AwsConnection::close);
        login.close();
    }
}
