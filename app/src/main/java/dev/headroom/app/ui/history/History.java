package dev.headroom.app.ui.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The changes of the user, to be undone in the reverse order and done again. One step runs at a time; what is
/// asked for while one does waits for it. A step that fails leaves the history as it was. To be used on the
/// window's thread only.
public final class History {
    private static final int REMEMBERED = 100;

    private final Deque<Change> past = new ArrayDeque<>();
    private final Deque<Change> future = new ArrayDeque<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Change>> undoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Change>> redoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// What an undo would take back; empty when there is nothing.
    public ReadOnlyObjectProperty<Optional<Change>> undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /// What a redo would do again; empty when there is nothing.
    public ReadOnlyObjectProperty<Optional<Change>> redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /// True while a step runs.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Makes a change and remembers it. What was undone before cannot be done again then.
    public void make(Change change) {
        enqueue(() -> run(change.redo(), () -> {
            future.clear();
            remember(change);
        }));
    }

    /// Takes the last change back, if there is one.
    public void undo() {
        enqueue(() -> undo(past.peek()));
    }

    /// Takes this change back if it is still the last one.
    public void undoIfLast(Change change) {
        enqueue(() -> undo(past.peek() == change ? change : null));
    }

    private void undo(@Nullable Change last) {
        if (last != null) {
            run(last.undo(), () -> {
                past.remove(last);
                future.push(last);
            });
        }
    }

    /// Does again what was undone last, if there is something.
    public void redo() {
        enqueue(() -> {
            Change next = future.peek();
            if (next != null) {
                run(next.redo(), () -> {
                    future.remove(next);
                    remember(next);
                });
            }
        });
    }

    private void remember(Change change) {
        past.push(change);
        if (past.size() > REMEMBERED) {
            past.removeLast();
        }
    }

    private void enqueue(Runnable request) {
        waiting.add(request);
        runWaiting();
    }

    private void runWaiting() {
        while (!busy.get() && !waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private void run(Change.Step step, Runnable whenDone) {
        busy.set(true);
        step.run(outcome -> {
            if (outcome == Change.Outcome.DONE) {
                whenDone.run();
            }
            undoable.set(Optional.ofNullable(past.peek()));
            redoable.set(Optional.ofNullable(future.peek()));
            busy.set(false);
            runWaiting();
        });
    }
}
