package dev.headroom.app.ui.session;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.UseCaseException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The answer to a question that may be put in another way, worked out in the background when it is first wanted. The
/// last answer stays until the new one is there; a question that is put while another is worked on takes its place.
///
/// @param <Q> what can be chosen, a value
public final class Asked<Q, T> {
    /// Works the answer out, away from the window's thread.
    @FunctionalInterface
    interface Work<Q, T> {
        T answer(Q question, Progress progress) throws UseCaseException;
    }

    private final String name;
    private final BackgroundRunner runner;
    private final Work<Q, T> work;
    private final ReadOnlyObjectWrapper<Loaded<T>> state = new ReadOnlyObjectWrapper<>(new Loaded.Waiting<>());
    private final ReadOnlyObjectWrapper<Q> question;
    private @Nullable RunningTask task;

    /// @param name what is being done, as the status bar shows it
    /// @param first what is asked unless told otherwise
    Asked(String name, BackgroundRunner runner, Q first, Work<Q, T> work) {
        this.name = name;
        this.runner = runner;
        this.work = work;
        this.question = new ReadOnlyObjectWrapper<>(first);
    }

    public ReadOnlyObjectProperty<Loaded<T>> property() {
        return state.getReadOnlyProperty();
    }

    /// What is asked.
    public ReadOnlyObjectProperty<Q> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /// Asks in another way; nothing happens when it is the same question.
    public void ask(Q next) {
        if (!next.equals(question.get())) {
            question.set(next);
            load();
        }
    }

    /// Whether it was ever wanted.
    public boolean isWanted() {
        return task != null;
    }

    /// Works it out unless that was done or is being done.
    public void want() {
        if (task == null) {
            load();
        }
    }

    /// Works it out again, if it was ever wanted.
    public void refresh() {
        if (task != null) {
            load();
        }
    }

    /// Works it out again.
    public void load() {
        Q asked = question.get();
        if (task != null) {
            task.stop();
        }
        task = runner.start(Job.of(name, progress -> work.answer(asked, progress))
                .before(() -> {
                    if (state.get().known().isEmpty()) {
                        state.set(new Loaded.Waiting<>());
                    }
                })
                .after(value -> state.set(new Loaded.Known<>(value)))
                .failed(failure -> state.set(new Loaded.Failed<>(failure))));
    }
}
