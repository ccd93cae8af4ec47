package dev.headroom.app.usecase;

import dev.headroom.storage.pull.CostSources;
import dev.headroom.storage.pull.PullRequest;
import dev.headroom.storage.pull.PullTopic;
import dev.headroom.storage.source.athena.TableName;
import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsLogin;
import dev.headroom.storage.source.aws.S3Address;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// What a user says about AWS, in the words of the storage; and what AWS says, in those of a use case.
final class AwsRequests {
    private AwsRequests() {}

    static UseCaseException translated(AwsFailureException failure) {
        return new UseCaseException(
                failure.reason() == AwsFailureException.Reason.NAME
                        ? UseCaseException.Kind.USAGE
                        : UseCaseException.Kind.SOURCE,
                failure.reason().code(),
                String.valueOf(failure.getMessage()),
                failure);
    }

    static PullRequest of(PullAws.Request request, Instant now) throws UseCaseException {
        AwsLogin login = login(request.profile());
        Instant oldest = now.minus(Duration.ofDays(PullAws.MOST_DAYS));
        EnumSet<PullTopic> topics = EnumSet.noneOf(PullTopic.class);
        request.what().forEach(what -> topics.add(what.topic()));
        return new PullRequest(
                login,
                request.regions().isEmpty() ? List.of(usualRegion(login)) : request.regions(),
                request.accounts(),
                request.role(),
                request.externalId(),
                request.since()
                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                        .orElse(oldest),
                topics,
                request.step().length(),
                sources(request.bills()));
    }

    static Optional<CostSources> sources(PullAws.BillSources bills) throws UseCaseException {
        if (bills.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<S3Address> exports = new ArrayList<>();
            for (String export : bills.exports()) {
                exports.add(S3Address.of(export));
            }
            Optional<S3Address> output = bills.output().isPresent()
                    ? Optional.of(S3Address.of(bills.output().get()))
                    : Optional.empty();
            List<CostSources.Table> tables = new ArrayList<>();
            for (String table : bills.tables()) {
                tables.add(new CostSources.Table(table(table), bills.region(), bills.workgroup(), output));
            }
            return Optional.of(new CostSources(exports, tables));
        } catch (AwsFailureException wrong) {
            throw translated(wrong);
        }
    }

    private static TableName table(String text) throws UseCaseException {
        return TableName.of(text)
                .orElseThrow(() -> new UseCaseException(
                        UseCaseException.Kind.USAGE,
                        AwsFailureException.Reason.NAME.code(),
                        "\"" + text + "\" is no table of Athena; write database.table."));
    }

    static AwsLogin login(Optional<String> profile) {
        return profile.map(AwsLogin.usual()::withProfile).orElseGet(AwsLogin::usual);
    }

    static String usualRegion(AwsLogin login) throws UseCaseException {
        return AwsConnection.usualRegion(login)
                .orElseThrow(() -> new UseCaseException(
                        UseCaseException.Kind.USAGE,
                        "HR-4011",
                        "Neither the profile nor the environment names a region; name some with --regions, such as"
                                + " --regions eu-central-1,us-east-1 or --regions all."));
    }
}
