package dev.headroom.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.usecase.UseCaseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundRunnerTest {
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final BackgroundRunner runner = new BackgroundRunner(window::add, InstantSource.system(), 2);
    private final List<String> events = new ArrayList<>();

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void beforeRunsAtOnceAndAfterOnTheWindowsThread() throws Exception {
        Thread here = Thread.currentThread();
        runner.start(Job.of("Adding", progress -> Thread.currentThread() == here ? -1 : 6 * 7)
                .before(() -> events.add("before"))
                .after(result -> events.add("after " + result + " " + (Thread.currentThread() == here))));
        assertThat(events).containsExactly("before");
        assertThat(runner.running()).hasSize(1);
        turn();
        assertThat(events).containsExactly("before", "after 42 true");
        assertThat(runner.running()).isEmpty();
    }

    @Test
    void anExpectedObstacleKeepsItsCodeAndSentence() throws Exception {
        List<TaskFailure> failures = new ArrayList<>();
        runner.start(Job.of("Opening", progress -> {
                    throw new UseCaseException(UseCaseException.Kind.SOURCE, "HR-1002", "Close the other window.");
                })
                .failed(failures::add));
        turn();
        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("HR-1002");
            assertThat(failure.message()).isEqualTo("Close the other window.");
        });
    }

    @Test
    void aBugIsAFailureWithItsOwnCode() throws Exception {
        List<TaskFailure> failures = new ArrayList<>();
        runner.start(Job.of("Failing", progress -> {
                    throw new IllegalStateException("seasonLength (0) must be positive.");
                })
                .failed(failures::add));
        turn();
        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("HR-9001");
            assertThat(failure.details()).contains("seasonLength (0)");
        });
    }

    @Test
    void progressReachesTheWindowAsAFractionAndWords() throws Exception {
        CountDownLatch reported = new CountDownLatch(1);
        CountDownLatch shown = new CountDownLatch(1);
        RunningTask task = runner.start(Job.of("Forecasting", progress -> {
            progress.report("Forecasting", 30, 120);
            reported.countDown();
            return shown.await(10, TimeUnit.SECONDS);
        }));
        assertThat(reported.await(10, TimeUnit.SECONDS)).isTrue();
        turn();
        assertThat(task.fractionProperty().get()).isEqualTo(0.25);
        assertThat(task.detailProperty().get()).isEqualTo("Forecasting, 30 of 120");
        shown.countDown();
        turn();
    }

    @Test
    void aStoppedTaskDropsItsResult() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        RunningTask task = runner.start(Job.of("Long", progress -> {
                    boolean told = stopped.await(10, TimeUnit.SECONDS);
                    return told && progress.cancelled();
                })
                .after(result -> events.add("after"))
                .stopped(() -> events.add("stopped")));
        task.stop();
        stopped.countDown();
        turn();
        assertThat(events).containsExactly("stopped");
    }

    @Test
    void theRemainingTimeFollowsTheSpeedSoFar() {
        assertThat(RunningTask.left(0.25, Duration.ofSeconds(24))).isEqualTo("1:12 left");
        assertThat(RunningTask.left(0.25, Duration.ofMillis(900))).isEmpty();
        assertThat(RunningTask.left(-1, Duration.ofSeconds(24))).isEmpty();
    }

    private void turn() throws InterruptedException {
        Runnable step = window.poll(10, TimeUnit.SECONDS);
        assertThat(step).as("a step for the window's thread").isNotNull();
        step.run();
    }
}
