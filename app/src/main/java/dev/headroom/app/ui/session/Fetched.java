package dev.headroom.app.ui.session;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.Work;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Something that is read in the background when it is first looked at.
public final class Fetched<T> {
    private final String name;
    private final BackgroundRunner runner;
    private final Work<T> work;
    private final ReadOnlyObjectWrapper<Loaded<T>> state = new ReadOnlyObjectWrapper<>(new Loaded.Waiting<>());
    private boolean asked;

    /// @param name what is being done, as the status bar shows it
    Fetched(String name, BackgroundRunner runner, Work<T> work) {
        this.name = name;
        this.runner = runner;
        this.work = work;
    }

    public ReadOnlyObjectProperty<Loaded<T>> property() {
        return state.getReadOnlyProperty();
    }

    /// Reads it unless that was done or is being done.
    public void want() {
        if (!asked) {
            load();
        }
    }

    /// Reads it again, if it was ever wanted.
    public void refresh() {
        if (asked) {
            load();
        }
    }

    /// Reads it again.
    public void load() {
        asked = true;
        runner.start(Job.of(name, work)
                .before(() -> state.set(new Loaded.Waiting<>()))
                .after(value -> state.set(new Loaded.Known<>(value)))
                .failed(failure -> state.set(new Loaded.Failed<>(failure)))
                .stopped(() -> asked = false));
    }
}
