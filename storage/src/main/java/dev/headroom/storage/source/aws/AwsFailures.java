package dev.headroom.storage.source.aws;

import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns failures of the SDK into sentences that say what to do.
final class AwsFailures {
    private AwsFailures() {}

    /// @param asked what was asked, such as `ec2:DescribeInstances in eu-central-1`
    static AwsFailureException of(SdkException failure, String asked, AwsLogin login) {
        return switch (AwsCodes.meaning(failure)) {
            case DENIED ->
                new AwsFailureException(
                        Reason.DENIED,
                        "The account does not allow " + asked + "; attach the policy that"
                                + " headroom pull aws --print-policy shows.",
                        failure);
            case EXPIRED -> new AwsFailureException(Reason.EXPIRED, "The login has expired; " + again(login), failure);
            case REFUSED ->
                new AwsFailureException(
                        Reason.REFUSED,
                        "AWS does not know the credentials for " + asked + "; " + again(login),
                        failure);
            case SKEWED ->
                new AwsFailureException(
                        Reason.CLOCK,
                        "AWS refuses " + asked + " because the clock of this machine is more than five minutes off; set"
                                + " it and try again.",
                        failure);
            case NOT_SWITCHED_ON ->
                new AwsFailureException(
                        Reason.NOT_SWITCHED_ON,
                        "The service behind " + asked + " is not switched on for the account; opt in on its page in the"
                                + " console of AWS, and pull again a day later.",
                        failure);
            case NO_DATA ->
                new AwsFailureException(Reason.NO_DATA, "AWS has no data that answers " + asked + ".", failure);
            case THROTTLED ->
                new AwsFailureException(
                        Reason.THROTTLED,
                        "AWS kept asking to slow down at " + asked + "; try again later or ask for less.",
                        failure);
            case OTHER -> other(failure, asked, login);
        };
    }

    private static AwsFailureException other(SdkException failure, String asked, AwsLogin login) {
        if (failure instanceof AwsServiceException service) {
            return new AwsFailureException(
                    Reason.FAILED,
                    "AWS could not answer " + asked + " (status " + service.statusCode() + code(service)
                            + "); try again later.",
                    failure);
        }
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("sso")) {
            return new AwsFailureException(
                    Reason.EXPIRED, "There is no valid login of IAM Identity Center; run " + sso(login) + ".", failure);
        }
        if (message.contains("credentials") || message.contains("profile")) {
            return new AwsFailureException(Reason.NO_LOGIN, noLogin(login), failure);
        }
        return new AwsFailureException(
                Reason.UNREACHABLE,
                "AWS cannot be reached for " + asked + "; check the network, the proxy and the region.",
                failure);
    }

    static String noLogin(AwsLogin login) {
        return login.profile()
                .map(name -> "There is no usable profile " + name
                        + " in the configuration of AWS; correct --profile or add" + " it there.")
                .orElse(
                        "No credentials for AWS were found; name a profile with --profile, or log in with the AWS CLI.");
    }

    private static String code(AwsServiceException service) {
        return Optional.ofNullable(service.awsErrorDetails())
                .map(details -> ", " + details.errorCode())
                .orElse("");
    }

    private static String again(AwsLogin login) {
        return "log in again"
                + login.profile().map(name -> " with the profile " + name).orElse("") + " and go on with the same"
                + " command; what is complete is kept.";
    }

    private static String sso(AwsLogin login) {
        return "aws sso login"
                + login.profile().map(name -> " --profile " + name).orElse("");
    }
}
