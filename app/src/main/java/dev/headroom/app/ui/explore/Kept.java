package dev.headroom.app.ui.explore;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.task.Work;
import dev.headroom.app.ui.session.Loaded;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The result for one question at a time; the last results are kept, so that going back to a question shows them at
/// once.
final class Kept<Q, R> {
    private final BackgroundRunner runner;
    private final int most;
    private final Map<Q, R> results = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Loaded<R>> shown = new ReadOnlyObjectWrapper<>(new Loaded.Waiting<>());
    private @Nullable RunningTask task;
    private @Nullable Q asked;

    /// @param most how many results are kept
    Kept(BackgroundRunner runner, int most) {
        this.runner = runner;
        this.most = most;
    }

    ReadOnlyObjectProperty<Loaded<R>> property() {
        return shown.getReadOnlyProperty();
    }

    /// Shows the result for a question. Nothing happens when it is shown or on its way already.
    void ask(Q question, String what, Work<R> work) {
        if (question.equals(asked) && !(shown.get() instanceof Loaded.Failed<R>)) {
            return;
        }
        asked = question;
        stop();
        R known = results.get(question);
        if (known != null) {
            shown.set(new Loaded.Known<>(known));
            return;
        }
        task = runner.start(Job.of(what, work)
                .before(() -> shown.set(new Loaded.Waiting<>()))
                .after(result -> {
                    keep(question, result);
                    if (question.equals(asked)) {
                        shown.set(new Loaded.Known<>(result));
                    }
                })
                .failed(failure -> {
                    if (question.equals(asked)) {
                        shown.set(new Loaded.Failed<>(failure));
                    }
                })
                .stopped(() -> {
                    if (question.equals(asked)) {
                        asked = null;
                    }
                }));
    }

    private void keep(Q question, R result) {
        results.put(question, result);
        if (results.size() > most) {
            results.remove(results.keySet().iterator().next());
        }
    }

    private void stop() {
        if (task != null) {
            task.stop();
        }
    }
}
