package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.AwsLogin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What to pull, and from where.
///
/// @param regions such as `eu-central-1`, at least one; `all` for those that an account has switched on
/// @param accounts numbers of accounts, `all` for those of the organization; empty for that of the login
/// @param role template of the role to take in other accounts, with `{account}` in the place of the number
/// @param externalId what the roles ask for
/// @param since from when on usage and cost are wanted
/// @param step of usage
/// @param cost where bills come from; empty for none
public record PullRequest(
        AwsLogin login,
        List<String> regions,
        List<String> accounts,
        Optional<String> role,
        Optional<String> externalId,
        Instant since,
        Set<PullTopic> topics,
        Duration step,
        Optional<CostSources> cost) {
    /// Every account of the organization, or every region of an account.
    public static final String ALL = "all";

    /// A request without bills.
    public PullRequest(
            AwsLogin login,
            List<String> regions,
            List<String> accounts,
            Optional<String> role,
            Optional<String> externalId,
            Instant since,
            Set<PullTopic> topics,
            Duration step) {
        this(login, regions, accounts, role, externalId, since, topics, step, Optional.empty());
    }

    public PullRequest {
        regions = List.copyOf(regions);
        accounts = List.copyOf(accounts);
        topics = Set.copyOf(topics);
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("regions (" + regions + ") must name at least one.");
        }
    }
}
