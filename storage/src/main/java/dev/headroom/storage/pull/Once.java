package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.AwsFailureException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks for a list once and keeps the answer, a failure included. For one thread.
final class Once<T> {
    private final Asked<T> asked;
    private @Nullable List<T> answer;
    private @Nullable AwsFailureException failure;

    /// What is asked for.
    interface Asked<T> {
        List<T> read() throws AwsFailureException;
    }

    Once(Asked<T> asked) {
        this.asked = asked;
    }

    List<T> read() throws AwsFailureException {
        if (failure != null) {
            throw failure;
        }
        List<T> known = answer;
        if (known == null) {
            try {
                known = asked.read();
                answer = known;
            } catch (AwsFailureException failed) {
                failure = failed;
                throw failed;
            }
        }
        return known;
    }

    boolean isRead() {
        return answer != null || failure != null;
    }
}
