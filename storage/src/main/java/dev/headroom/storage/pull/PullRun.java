package dev.headroom.storage.pull;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.aws.AwsFailureException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs the parts of a pull: those of one place one after the other, several places at once. What ends one
/// part for good ends all of them.
final class PullRun {
    private static final int PLACES = 4;
    private static final PullReport.End STOPPED = new PullReport.End(
            "HR-4009", "The pull was stopped; what is complete is kept, and the same command goes on.");

    private final Map<Place, List<PullPart>> places = new LinkedHashMap<>();
    private final PullDesk desk;
    private final AtomicReference<PullReport.@Nullable End> end = new AtomicReference<>();

    PullRun(List<PullPart> parts, PullDesk desk) {
        parts.forEach(part ->
                places.computeIfAbsent(part.place(), _ -> new ArrayList<>()).add(part));
        this.desk = desk;
    }

    /// Runs all parts.
    ///
    /// @return why they ended early; empty when they did not
    Optional<PullReport.End> end() {
        // Threads of their own that are never interrupted: an interrupted thread closes the file of the cache.
        try (ExecutorService threads = Executors.newFixedThreadPool(
                PLACES, Thread.ofPlatform().daemon().name("pull-", 0).factory())) {
            List<Future<?>> running = new ArrayList<>();
            places.values().forEach(parts -> running.add(threads.submit(() -> place(parts))));
            running.forEach(this::await);
        }
        return Optional.ofNullable(end.get());
    }

    private void await(Future<?> place) {
        boolean stopped = false;
        try {
            while (true) {
                try {
                    place.get();
                    return;
                } catch (InterruptedException asked) {
                    stopped = true;
                    end(STOPPED);
                } catch (ExecutionException failure) {
                    if (failure.getCause() instanceof RuntimeException known) {
                        throw known;
                    }
                    throw new IllegalStateException(failure);
                }
            }
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void place(List<PullPart> parts) {
        boolean done = false;
        try {
            for (PullPart part : parts) {
                if (desk.isToStop()) {
                    end(STOPPED);
                    break;
                }
                run(part);
            }
            done = true;
        } finally {
            if (!done) {
                desk.end();
            }
        }
    }

    private void run(PullPart part) {
        try {
            part.run(desk);
        } catch (AwsFailureException failure) {
            if (failure.reason().endsAll()) {
                end(new PullReport.End(failure.reason().code(), String.valueOf(failure.getMessage())));
            } else {
                desk.missing(part.topic(), part.place(), failure);
            }
        } catch (SourceException failure) {
            end(
                    failure.code().equals(ErrorCode.FILE_CANCELLED.code())
                            ? STOPPED
                            : new PullReport.End(failure.code(), failure.sentence()));
        } catch (InterruptedException asked) {
            end(STOPPED);
        }
    }

    /// The first reason counts: what stops the other parts follows from it.
    private void end(PullReport.End why) {
        end.compareAndSet(null, why);
        desk.end();
    }
}
