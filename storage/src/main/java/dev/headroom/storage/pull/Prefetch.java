package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.AwsFailureException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Makes calls a few ahead of the one whose answer is being kept, and gives the answers in the order of the
/// calls. Memory is bounded by the answers of the calls that are ahead.
final class Prefetch<T> implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<? extends Callable<T>> calls;
    private final int ahead;
    private final Deque<Future<T>> flying = new ArrayDeque<>();
    private int next;

    /// @param ahead how many calls are made at once
    Prefetch(List<? extends Callable<T>> calls, int ahead) {
        this.calls = calls;
        this.ahead = ahead;
    }

    /// The answer of the next call.
    T next() throws AwsFailureException, InterruptedException {
        while (flying.size() < ahead && next < calls.size()) {
            flying.add(threads.submit(calls.get(next)));
            next++;
        }
        try {
            return flying.remove().get();
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case AwsFailureException known -> throw known;
                case RuntimeException other -> throw other;
                case Error other -> throw other;
                case null, default -> throw new IllegalStateException(failure);
            }
        }
    }

    /// Goes on with a later call; answers before it are thrown away.
    void skipTo(int call) {
        while (next - flying.size() < call && !flying.isEmpty()) {
            flying.remove().cancel(true);
        }
        next = Math.max(next, call);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
