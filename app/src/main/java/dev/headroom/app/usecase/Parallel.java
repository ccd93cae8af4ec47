package dev.headroom.app.usecase;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// Runs one pure function over many inputs on several threads and hands the results on in input order.
final class Parallel {
    private Parallel() {}

    /// On all processors.
    ///
    /// @throws UseCaseException of kind CANCELLED when `progress` asks to stop
    static <T, R> void forEach(
            List<T> inputs, Function<T, R> function, Consumer<R> consumer, String what, Progress progress)
            throws UseCaseException {
        forEach(Threads.all(), inputs, function, consumer, what, progress);
    }

    /// At most a few results wait at a time, so that long inputs do not pile up in memory.
    ///
    /// @throws UseCaseException of kind CANCELLED when `progress` asks to stop
    static <T, R> void forEach(
            Threads workers,
            List<T> inputs,
            Function<T, R> function,
            Consumer<R> consumer,
            String what,
            Progress progress)
            throws UseCaseException {
        int threads = workers.count();
        try (ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("headroom-work-", 0).daemon().factory())) {
            Deque<Future<R>> waiting = new ArrayDeque<>();
            int submitted = 0;
            for (int done = 0; done < inputs.size(); done++) {
                if (progress.cancelled()) {
                    pool.shutdownNow();
                    throw cancelled();
                }
                while (submitted < inputs.size() && submitted < done + 8 * threads) {
                    T input = inputs.get(submitted++);
                    waiting.add(pool.submit(() -> function.apply(input)));
                }
                consumer.accept(waiting.remove().get());
                progress.report(what, done + 1L, inputs.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled();
        } catch (CancellationException e) {
            throw cancelled();
        } catch (ExecutionException e) {
            throw rethrow(Objects.requireNonNull(e.getCause()));
        }
    }

    private static UseCaseException cancelled() {
        return new UseCaseException(UseCaseException.Kind.CANCELLED, "HR-3001", "Stopped on request.");
    }

    private static RuntimeException rethrow(Throwable cause) {
        return switch (cause) {
            case RuntimeException bug -> bug;
            case Error error -> throw error;
            default -> new IllegalStateException(cause);
        };
    }
}
