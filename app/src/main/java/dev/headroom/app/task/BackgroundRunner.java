package dev.headroom.app.task;

import dev.headroom.app.usecase.UseCaseException;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Runs jobs on a bounded pool of platform threads and hands their results back to the window's thread.
public final class BackgroundRunner implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BackgroundRunner.class.getName());

    private final Executor window;
    private final InstantSource clock;
    private final ExecutorService pool;
    private final ObservableList<RunningTask> running = FXCollections.observableArrayList();
    private final ObservableList<RunningTask> runningView = FXCollections.unmodifiableObservableList(running);

    /// @param window runs a step on the window's thread, such as `Platform::runLater`
    /// @param threads how many jobs may work at the same time
    public BackgroundRunner(Executor window, InstantSource clock, int threads) {
        this.window = window;
        this.clock = clock;
        this.pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("headroom-task-", 0).daemon().factory());
    }

    /// The started jobs that have not ended, oldest first. Changes on the window's thread only.
    public ObservableList<RunningTask> running() {
        return runningView;
    }

    /// Starts a job. Call on the window's thread.
    public <T> RunningTask start(Job<T> job) {
        RunningTask task = new RunningTask(job.name(), window, clock);
        running.add(task);
        job.before().run();
        pool.execute(() -> work(job, task));
        return task;
    }

    private <T> void work(Job<T> job, RunningTask task) {
        try {
            T result = job.work().run(task.progress());
            end(task, task.isStopped() ? job.stopped() : () -> job.after().accept(result));
        } catch (UseCaseException e) {
            boolean stopped = task.isStopped() || e.kind() == UseCaseException.Kind.CANCELLED;
            LOG.log(Level.FINE, "Task (" + job.name() + ") ended with " + e.code() + ".", e);
            end(task, stopped ? job.stopped() : () -> job.failed().accept(TaskFailure.of(e)));
        } catch (Throwable e) {
            LOG.log(Level.WARNING, "Task (" + job.name() + ") failed.", e);
            end(task, task.isStopped() ? job.stopped() : () -> job.failed().accept(TaskFailure.of(e)));
        }
    }

    private void end(RunningTask task, Runnable last) {
        window.execute(() -> {
            running.remove(task);
            last.run();
        });
    }

    /// Stops all jobs and waits a moment for them to end.
    @Override
    public void close() {
        running.forEach(RunningTask::stop);
        pool.shutdown();
        try {
            if (!pool.awaitTermination(3, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
