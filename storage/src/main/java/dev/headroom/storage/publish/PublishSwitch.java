package dev.headroom.storage.publish;

import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.S3Address;
import dev.headroom.storage.source.aws.TopicArn;
import java.util.Optional;
import java.util.regex.Pattern;

/// Something that is switched on to be written. Nothing of it is secret.
///
/// @param target a place in S3, a namespace of CloudWatch, or a topic of SNS
/// @param role the role to take for it; empty for that of the login
public record PublishSwitch(Publication what, String target, Optional<String> role) {
    private static final Pattern NAMESPACE = Pattern.compile("(?!AWS/)[A-Za-z0-9._/#-]{1,255}");
    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]{1,576}");
    private static final String AS = " as ";

    /// @throws AwsFailureException when the target or the role cannot be one
    public static PublishSwitch of(Publication what, String target, Optional<String> role) throws AwsFailureException {
        if (role.isPresent() && !ROLE.matcher(role.get()).matches()) {
            throw refused(role.get(), "is no role; it is written as arn:aws:iam::111122223333:role/headroom-write");
        }
        return new PublishSwitch(
                what,
                switch (what) {
                    case SERIES -> place(target);
                    case METRICS -> namespace(target);
                    case ALERTS -> TopicArn.of(target).arn();
                },
                role);
    }

    private static String place(String target) throws AwsFailureException {
        if (!target.matches("(?i)s3a?://.+")) {
            throw refused(target, "is no place in S3; it is written as s3://bucket/prefix");
        }
        S3Address place = S3Address.of(target);
        if (place.key().chars().anyMatch(Character::isWhitespace)) {
            throw refused(target, "has blanks, which many engines do not read in addresses");
        }
        return place.key().isEmpty() ? "s3://" + place.bucket() : place.toString();
    }

    private static String namespace(String target) throws AwsFailureException {
        if (!NAMESPACE.matcher(target).matches()) {
            throw refused(
                    target,
                    "is no namespace for metrics of your own; it has letters, digits and . - _ / # and does not begin"
                            + " with AWS/");
        }
        return target;
    }

    private static AwsFailureException refused(String text, String why) {
        return new AwsFailureException(
                AwsFailureException.Reason.NAME, "\"" + text.replaceAll("\\p{Cntrl}", " ") + "\" " + why + ".");
    }

    /// As it stands in the settings and in the audit log.
    String text() {
        return target + role.map(arn -> AS + arn).orElse("");
    }

    static PublishSwitch parse(Publication what, String text) throws AwsFailureException {
        int as = text.lastIndexOf(AS);
        return as < 0
                ? of(what, text, Optional.empty())
                : of(what, text.substring(0, as), Optional.of(text.substring(as + AS.length())));
    }
}
