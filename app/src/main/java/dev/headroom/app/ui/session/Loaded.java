package dev.headroom.app.ui.session;

import dev.headroom.app.task.TaskFailure;
import java.util.Optional;
import java.util.function.Function;

/// A result that may still be on its way.
public sealed interface Loaded<T> {
    /// Not asked for, or being worked on.
    record Waiting<T>() implements Loaded<T> {}

    record Failed<T>(TaskFailure failure) implements Loaded<T> {}

    record Known<T>(T value) implements Loaded<T> {}

    /// The value, if it is there.
    default Optional<T> known() {
        return this instanceof Known<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /// The same state of something made from the value.
    default <R> Loaded<R> map(Function<T, R> function) {
        return switch (this) {
            case Waiting<T> waiting -> new Waiting<>();
            case Failed<T>(TaskFailure failure) -> new Failed<>(failure);
            case Known<T>(T value) -> new Known<>(function.apply(value));
        };
    }
}
