package dev.headroom.app.usecase;

import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.publish.Publication;
import dev.headroom.storage.publish.PublishSwitch;
import dev.headroom.storage.publish.PublishSwitches;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsWritePolicy;
import dev.headroom.storage.source.aws.S3Address;
import dev.headroom.storage.source.aws.TopicArn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What of a workspace is switched on to be written to AWS: nothing, until a user does. Nothing of it is
/// secret, and each change is in the audit log.
public final class PublishSettings {
    private final OpenWorkspace workspace;

    public PublishSettings(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// Something that is on.
    ///
    /// @param target a place in S3, a namespace of CloudWatch, or a topic of SNS
    /// @param role the role that is taken for it; empty for that of the login
    public record Switch(PublishAws.What what, String target, Optional<String> role) {
        static Switch of(PublishSwitch one) {
            return new Switch(PublishAws.What.of(one.what()), one.target(), one.role());
        }
    }

    public List<Switch> list() throws UseCaseException {
        return all().stream().map(Switch::of).toList();
    }

    List<PublishSwitch> all() throws UseCaseException {
        return done(PublishSwitches::all);
    }

    /// Switches something on, or changes where it goes.
    ///
    /// @return false when it was so already
    /// @throws UseCaseException of kind USAGE when the target or the role cannot be one
    public boolean allow(Switch one, Instant now) throws UseCaseException {
        return done(switches -> switches.allow(
                PublishSwitch.of(one.what().publication(), one.target().strip(), one.role()), now));
    }

    /// @return false when it was off already
    public boolean forbid(PublishAws.What what, Instant now) throws UseCaseException {
        return done(switches -> switches.forbid(what.publication(), now));
    }

    /// The least that must be allowed for what is on.
    ///
    /// @param json a policy of IAM
    /// @param notes which statement belongs to which role, when there are roles
    public record Policy(String json, List<String> notes) {}

    /// @throws UseCaseException of kind USAGE when nothing is on
    public Policy policy() throws UseCaseException {
        List<PublishSwitch> all = all();
        if (all.isEmpty()) {
            throw nothingIsOn();
        }
        List<String> notes = new ArrayList<>();
        for (PublishSwitch one : all) {
            one.role()
                    .ifPresent(role -> notes.add("The statement " + statement(one.what()) + " belongs to the role "
                            + role + ", which the login must be allowed to take (sts:AssumeRole)."));
        }
        return new Policy(
                done(switches -> {
                    Optional<PublishSwitch> series = switches.get(Publication.SERIES);
                    Optional<PublishSwitch> alerts = switches.get(Publication.ALERTS);
                    return AwsWritePolicy.json(
                            series.isPresent()
                                    ? Optional.of(S3Address.of(series.get().target()))
                                    : Optional.empty(),
                            switches.get(Publication.METRICS).map(PublishSwitch::target),
                            alerts.isPresent()
                                    ? Optional.of(TopicArn.of(alerts.get().target()))
                                    : Optional.empty());
                }),
                notes);
    }

    private static String statement(Publication what) {
        return switch (what) {
            case SERIES -> AwsWritePolicy.SERIES;
            case METRICS -> AwsWritePolicy.METRICS;
            case ALERTS -> AwsWritePolicy.ALERTS;
        };
    }

    static UseCaseException nothingIsOn() {
        return new UseCaseException(
                UseCaseException.Kind.USAGE,
                "HR-4052",
                "Nothing is switched on, so nothing is written to AWS. Switch on what you want with headroom publish aws"
                        + " --allow series --to s3://bucket/prefix, --allow metrics, or --allow alerts --to"
                        + " arn:aws:sns:...; each may have a --role of its own.");
    }

    private interface Work<T> {
        T on(PublishSwitches switches) throws AwsFailureException;
    }

    private <T> T done(Work<T> work) throws UseCaseException {
        try {
            return work.on(new PublishSwitches(workspace.storage()));
        } catch (AwsFailureException wrong) {
            throw AwsRequests.translated(wrong);
        } catch (CacheException failure) {
            throw OpenWorkspace.translated(failure);
        }
    }
}
