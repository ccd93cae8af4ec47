package dev.headroom.storage.source.aws;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A topic of SNS.
///
/// @param region where it is; the client has to ask there
public record TopicArn(String arn, String region) {
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:sns:([a-z]{2}[a-z0-9-]+):\\d{12}:[A-Za-z0-9_-]{1,251}(?:\\.fifo)?");

    /// @param text such as `arn:aws:sns:eu-central-1:111122223333:alerts`
    public static TopicArn of(String text) throws AwsFailureException {
        Matcher matcher = ARN.matcher(text.strip());
        if (!matcher.matches()) {
            throw new AwsFailureException(
                    AwsFailureException.Reason.NAME,
                    "\"" + Printable.of(text) + "\" is no topic of SNS: it is written as"
                            + " arn:aws:sns:eu-central-1:111122223333:alerts.");
        }
        return new TopicArn(matcher.group(), matcher.group(1));
    }

    /// True for a topic that keeps the order of messages.
    boolean isOrdered() {
        return arn.endsWith(".fifo");
    }

    @Override
    public String toString() {
        return arn;
    }
}
