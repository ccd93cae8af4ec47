package dev.headroom.app.usecase;

import dev.headroom.storage.pull.CostSources;
import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsLogin;
import dev.headroom.storage.source.aws.AwsPolicy;
import dev.headroom.storage.source.aws.CallMeter;
import dev.headroom.storage.source.aws.S3Address;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a login of AWS works, what it may do, and what it must be allowed.
public final class CheckAws {
    private CheckAws() {}

    /// Whether a login works, and what it may do.
    ///
    /// @param who the user or role
    public record Result(String account, String who, List<Permitted> actions) {
        /// True when nothing is denied.
        public boolean isComplete() {
            return actions.stream().allMatch(action -> action.verdict().equals("allowed"));
        }
    }

    /// One action and what a harmless call of it said.
    ///
    /// @param action such as `ec2:DescribeInstances`
    /// @param verdict `allowed`, `denied` or `unknown`
    /// @param words why it is not allowed; empty when it is
    public record Permitted(String action, String what, String verdict, String words) {}

    /// Tries each action that costs nothing, with as little as it can ask for.
    ///
    /// @param region in which is tried; empty for the one of the profile or the environment
    public static Result run(Optional<String> profile, Optional<String> region, PullAws.CodePrompt codes)
            throws UseCaseException {
        AwsLogin login = AwsRequests.login(profile);
        String at = region.isPresent() ? region.get() : AwsRequests.usualRegion(login);
        try (AwsConnection connection = AwsConnection.open(login, at, codes::code, new CallMeter())) {
            AwsConnection.Identity who = connection.identity();
            return new Result(
                    who.account(),
                    who.arn(),
                    connection.permissions().stream()
                            .map(permission -> new Permitted(
                                    permission.action().iam(),
                                    permission.action().topic().name().toLowerCase(Locale.ROOT),
                                    permission.verdict().name().toLowerCase(Locale.ROOT),
                                    permission.words()))
                            .toList());
        } catch (AwsFailureException failure) {
            throw AwsRequests.translated(failure);
        }
    }

    /// The least that a role must be allowed, as a policy of IAM in JSON.
    ///
    /// @param role the roles in other accounts that may be taken, with `{account}` in the place of the number
    ///
    /// @param bills limits the reading of files to their buckets, and the writing of results to its place
    /// @throws UseCaseException of kind USAGE when an address is none
    public static String policy(Optional<String> role, PullAws.BillSources bills) throws UseCaseException {
        String roles = role.orElse("arn:aws:iam::{account}:role/headroom-read").replace("{account}", "*");
        Optional<CostSources> sources = AwsRequests.sources(bills);
        if (sources.isEmpty()) {
            return AwsPolicy.json(roles);
        }
        return AwsPolicy.json(
                roles,
                sources.get().exports().stream()
                        .map(S3Address::bucket)
                        .distinct()
                        .toList(),
                sources.get().tables().stream()
                        .flatMap(table -> table.output().stream())
                        .findFirst());
    }

    /// The profiles in the configuration of AWS on this machine, by name.
    public static List<String> profiles() {
        return AwsConnection.profiles();
    }
}
