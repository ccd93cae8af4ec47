package dev.headroom.storage.source.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/// Asks AWS and turns what goes wrong into sentences.
///
/// @param place where is asked, for the sentences, such as `111122223333/eu-central-1`
record Asking(AwsLogin login, String place) {
    /// @param action as a policy names it, such as `ec2:DescribeInstances`
    <T> T asked(String action, Supplier<T> call) throws AwsFailureException {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw AwsFailures.of(failure, action + " in " + place, login);
        }
    }

    void done(String action, Runnable call) throws AwsFailureException {
        asked(action, () -> {
            call.run();
            return action;
        });
    }
}
