package dev.headroom.app.task;

import java.util.function.Consumer;

/// One task from start to end: `before` and `after` on the window's thread, `work` away from it.
///
/// @param name what is being done, as the status bar shows it
/// @param before runs at once, before the work starts
/// @param after takes the result
/// @param failed takes the failure
/// @param stopped runs when the user stopped the task
public record Job<T>(
        String name, Runnable before, Work<T> work, Consumer<T> after, Consumer<TaskFailure> failed, Runnable stopped) {

    public static <T> Job<T> of(String name, Work<T> work) {
        return new Job<>(name, () -> {}, work, result -> {}, failure -> {}, () -> {});
    }

    public Job<T> before(Runnable step) {
        return new Job<>(name, step, work, after, failed, stopped);
    }

    public Job<T> after(Consumer<T> step) {
        return new Job<>(name, before, work, step, failed, stopped);
    }

    public Job<T> failed(Consumer<TaskFailure> step) {
        return new Job<>(name, before, work, after, step, stopped);
    }

    public Job<T> stopped(Runnable step) {
        return new Job<>(name, before, work, after, failed, step);
    }
}
