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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Makes calls a few ahead of the one whose answer is being used, and gives the answers in the order of the
/// calls. Memory is bounded by the answers of the calls that are ahead. Who waits for an answer is set free
/// soon after the user asks to stop; the calls under way are then given up, so they must not touch the
/// workspace.
final class Prefetch<T> implements AutoCloseable {
    private static final long LOOK_MILLIS = 200;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<? extends Callable<T>> calls;
    private final int ahead;
    private final BooleanSupplier stop;
    private final Deque<Future<T>> flying = new ArrayDeque<>();
    private int next;

    /// @param ahead how many calls are made at once
    /// @param stop true when the user asked to stop
    Prefetch(List<? extends Callable<T>> calls, int ahead, BooleanSupplier stop) {
        this.calls = calls;
        this.ahead = ahead;
        this.stop = stop;
    }

    /// The answer of one call.
    ///
    /// @throws InterruptedException when the user asked to stop
    static <T> T one(Callable<T> call, BooleanSupplier stop) throws AwsFailureException, InterruptedException {
        try (Prefetch<T> prefetch = new Prefetch<>(List.of(call), 1, stop)) {
            return prefetch.next();
        }
    }

    /// The answer of the next call.
    ///
    /// @throws InterruptedException when the user asked to stop
    T next() throws AwsFailureException, InterruptedException {
        while (flying.size() < ahead && next < calls.size()) {
            flying.add(threads.submit(calls.get(next)));
            next++;
        }
        return answer(flying.remove());
    }

    private T answer(Future<T> call) throws AwsFailureException, InterruptedException {
        while (!stop.getAsBoolean()) {
            try {
                return call.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException waiting) {
                continue;
            } catch (ExecutionException failure) {
                switch (failure.getCause()) {
                    case AwsFailureException known -> throw known;
                    case InterruptedException stopped -> throw stopped;
                    case RuntimeException other -> throw other;
                    case Error other -> throw other;
                    case null, default -> throw new IllegalStateException(failure);
                }
            }
        }
        call.cancel(true);
        throw new InterruptedException("asked to stop");
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
