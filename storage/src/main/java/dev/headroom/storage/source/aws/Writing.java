package dev.headroom.storage.source.aws;

import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.model.StsException;

/// Writes to AWS, and says what is missing when it is not allowed.
record Writing(AwsLogin login, Breaker breaker) {
    private static final int NOT_FOUND = 404;

    /// @param where it is written, for the sentences
    <T> T asked(AwsWrite action, String where, Supplier<T> call) throws AwsFailureException {
        try {
            return new Asking(login, where, breaker).asked(action.iam(), call);
        } catch (AwsFailureException failure) {
            throw explained(action, where, failure);
        }
    }

    private AwsFailureException explained(AwsWrite action, String where, AwsFailureException failure) {
        if (failure.reason() == Reason.DENIED) {
            return failure.getCause() instanceof StsException
                    ? new AwsFailureException(
                            Reason.ROLE_DENIED,
                            "The login may not take the role "
                                    + login.role().map(AwsLogin.Role::arn).orElse("of its profile")
                                    + "; its trust policy has to name the login, and the login needs"
                                    + " sts:AssumeRole on it.",
                            failure)
                    : new AwsFailureException(
                            Reason.WRITE_DENIED,
                            "The account does not allow " + action.iam() + " on " + where
                                    + "; attach the policy that headroom publish aws --print-policy shows.",
                            failure);
        }
        boolean gone = failure.getCause() instanceof AwsServiceException service && service.statusCode() == NOT_FOUND;
        return gone
                ? new AwsFailureException(
                        Reason.NOT_THERE,
                        "There is no place to write to at " + where + "; make it first, or name another one with"
                                + " headroom publish aws --allow.",
                        failure)
                : failure;
    }
}
