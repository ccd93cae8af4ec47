package dev.headroom.storage.source.aws;

import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns failures of the SDK into sentences that say what to do.
final class AwsFailures {
    private static final String SSO = "sso";

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
                        "AWS refuses " + asked + " because the clock of this machine is " + off(failure)
                                + "; set it and try again.",
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

    /// By how much, where the answer says what time it is.
    private static String off(SdkException failure) {
        return Optional.of(failure)
                .filter(AwsServiceException.class::isInstance)
                .map(service -> ((AwsServiceException) service).awsErrorDetails())
                .map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(response -> response.firstMatchingHeader("Date"))
                .flatMap(AwsFailures::time)
                .map(there -> Duration.between(there, Instant.now()))
                .filter(ahead -> ahead.abs().compareTo(Duration.ofMinutes(1)) > 0)
                .map(ahead -> "about " + ahead.abs().toMinutes() + " minutes " + (ahead.isNegative() ? "slow" : "fast"))
                .orElse("more than five minutes off");
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static AwsFailureException other(SdkException failure, String asked, AwsLogin login) {
        if (failure instanceof AwsServiceException service) {
            return new AwsFailureException(
                    Reason.FAILED,
                    "AWS could not answer " + asked + " (status " + service.statusCode() + code(service)
                            + "); try again later.",
                    failure);
        }
        if (message(failure).contains(SSO)) {
            return new AwsFailureException(
                    Reason.EXPIRED, "There is no valid login of IAM Identity Center; run " + sso(login) + ".", failure);
        }
        if (isOfLogin(failure)) {
            return new AwsFailureException(Reason.NO_LOGIN, noLogin(login), failure);
        }
        return new AwsFailureException(
                Reason.UNREACHABLE,
                "AWS cannot be reached for " + asked + "; check the network, the proxy and the region.",
                failure);
    }

    /// True when no credentials were found, before anything was asked.
    static boolean isOfLogin(SdkException failure) {
        String message = message(failure);
        return message.contains(SSO) || message.contains("credentials") || message.contains("profile");
    }

    private static String message(SdkException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
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
