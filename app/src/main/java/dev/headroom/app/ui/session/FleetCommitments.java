package dev.headroom.app.ui.session;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.usecase.CommitmentReport;
import dev.headroom.engine.commitment.CommitmentTerm;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the bills say about commitments and what to buy, worked out when it is first looked at.
public final class FleetCommitments {
    private final WorkspaceSession session;
    private final BackgroundRunner runner;
    private final ReadOnlyObjectWrapper<Loaded<CommitmentReport>> state =
            new ReadOnlyObjectWrapper<>(new Loaded.Waiting<>());
    private final ReadOnlyObjectWrapper<CommitmentTerm> term = new ReadOnlyObjectWrapper<>(CommitmentTerm.ONE_YEAR);
    private @Nullable RunningTask task;

    FleetCommitments(WorkspaceSession session, BackgroundRunner runner) {
        this.session = session;
        this.runner = runner;
    }

    public ReadOnlyObjectProperty<Loaded<CommitmentReport>> property() {
        return state.getReadOnlyProperty();
    }

    /// The wished term.
    public ReadOnlyObjectProperty<CommitmentTerm> termProperty() {
        return term.getReadOnlyProperty();
    }

    /// Advises for another term. The last advice stays until the new one is there.
    public void setTerm(CommitmentTerm next) {
        if (next != term.get()) {
            term.set(next);
            load();
        }
    }

    /// Works it out unless that was done or is being done.
    public void want() {
        if (task == null) {
            load();
        }
    }

    public void load() {
        CommitmentTerm wanted = term.get();
        if (task != null) {
            task.stop();
        }
        task = runner.start(Job.of("Advising on commitments", progress -> session.commitments(wanted, progress))
                .before(() -> {
                    if (state.get().known().isEmpty()) {
                        state.set(new Loaded.Waiting<>());
                    }
                })
                .after(value -> state.set(new Loaded.Known<>(value)))
                .failed(failure -> state.set(new Loaded.Failed<>(failure))));
    }
}
