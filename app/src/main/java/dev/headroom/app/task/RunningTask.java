package dev.headroom.app.task;

import dev.headroom.app.usecase.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// A task that has been started: its progress as properties of the window's thread, and the way to stop it.
public final class RunningTask {
    private final String name;
    private final Executor window;
    private final InstantSource clock;
    private final Instant started;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicReference<@Nullable Step> pending = new AtomicReference<>();
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper remaining = new ReadOnlyStringWrapper("");

    RunningTask(String name, Executor window, InstantSource clock) {
        this.name = name;
        this.window = window;
        this.clock = clock;
        this.started = clock.instant();
    }

    public String name() {
        return name;
    }

    /// 0..1, or -1 while nothing is known yet.
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /// Such as `Forecasting, 74 of 120`.
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// Such as `1:12 left`; empty while nothing can be said.
    public ReadOnlyStringProperty remainingProperty() {
        return remaining.getReadOnlyProperty();
    }

    /// Asks the work to stop; its result will not be used.
    public void stop() {
        stopped.set(true);
    }

    public boolean isStopped() {
        return stopped.get();
    }

    /// The listener for the work. Reports that arrive faster than the window paints are merged.
    Progress progress() {
        return new Progress() {
            @Override
            public void report(String what, long done, long total) {
                if (pending.getAndSet(new Step(what, done, total)) == null) {
                    window.execute(RunningTask.this::show);
                }
            }

            @Override
            public boolean cancelled() {
                return stopped.get();
            }
        };
    }

    private void show() {
        Step step = pending.getAndSet(null);
        if (step == null) {
            return;
        }
        double share = step.total() > 0 ? Math.min(1, (double) step.done() / step.total()) : -1;
        fraction.set(share);
        detail.set(step.total() > 0 ? "%s, %,d of %,d".formatted(step.what(), step.done(), step.total()) : step.what());
        remaining.set(left(share, Duration.between(started, clock.instant())));
    }

    /// The remaining time if the work goes on as fast as before; empty in the first second and the first percent.
    static String left(double share, Duration elapsed) {
        if (share < 0.01 || elapsed.toMillis() < 1000) {
            return "";
        }
        long seconds = Math.round(elapsed.toMillis() / 1000.0 * (1 - share) / share);
        return "%d:%02d left".formatted(seconds / 60, seconds % 60);
    }

    private record Step(String what, long done, long total) {}
}
