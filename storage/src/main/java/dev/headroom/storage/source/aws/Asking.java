package dev.headroom.storage.source.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/// Asks AWS and turns what goes wrong into sentences.
///
/// @param place where is asked, for the sentences, such as `111122223333/eu-central-1`
/// @param breaker knows what is to be left alone
record Asking(AwsLogin login, String place, Breaker breaker) {
    /// @param action as a policy names it, such as `ec2:DescribeInstances`
    <T> T asked(String action, Supplier<T> call) throws AwsFailureException {
        breaker.check(action, place);
        try {
            T answer = call.get();
            breaker.succeeded(action, place);
            return answer;
        } catch (SdkException failure) {
            AwsFailureException told = AwsFailures.of(failure, action + " in " + place, login);
            if (AwsCodes.isOutage(failure)) {
                breaker.failed(action, place, told);
            } else if (!(failure instanceof AbortedException)) {
                breaker.succeeded(action, place);
            }
            throw told;
        }
    }

    void done(String action, Runnable call) throws AwsFailureException {
        asked(action, () -> {
            call.run();
            return action;
        });
    }

    /// The failure of a call whose answer says that it is not whole.
    AwsFailureException incomplete(String action, AwsFailureException.Reason reason) {
        return new AwsFailureException(
                reason, "AWS answered " + action + " in " + place + " only in part; pull again later.");
    }
}
