package dev.headroom.app.ui.session;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.usecase.DecideRecommendation;
import dev.headroom.app.usecase.Decisions;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The recommendations under the policy, and the decisions about them.
final class FleetSizing {
    private final WorkspaceSession session;
    private final BackgroundRunner runner;
    private final Shown<FleetRightsizing> rightsizing;
    private final ReadOnlyObjectWrapper<SizingPolicy> policy = new ReadOnlyObjectWrapper<>(SizingPolicy.standard());
    private final ReadOnlyObjectWrapper<Decisions> decisions =
            new ReadOnlyObjectWrapper<>(Decisions.none(LocalDate.EPOCH));
    private @Nullable RunningTask task;

    FleetSizing(WorkspaceSession session, BackgroundRunner runner, ReadOnlyObjectProperty<Names> names) {
        this.session = session;
        this.runner = runner;
        this.rightsizing = new Shown<>(names, Renaming::rightsizing);
    }

    ReadOnlyObjectProperty<Loaded<FleetRightsizing>> rightsizingProperty() {
        return rightsizing.property();
    }

    /// What was decided so far about advice of all kinds.
    ReadOnlyObjectProperty<Decisions> decisionsProperty() {
        return decisions.getReadOnlyProperty();
    }

    /// Reads what was decided before.
    void loadDecisions() {
        runner.start(
                Job.of("Reading the decisions", progress -> session.advice().decisions())
                        .after(this::take));
    }

    private void take(Decisions known) {
        decisions.set(decisions.get().entries() == 0 ? known : decisions.get().newer(known));
    }

    ReadOnlyObjectProperty<SizingPolicy> policyProperty() {
        return policy.getReadOnlyProperty();
    }

    /// Recommends under another policy. The last result stays until the new one is there.
    void setPolicy(SizingPolicy next) {
        if (!next.equals(policy.get())) {
            policy.set(next);
            load();
        }
    }

    void load() {
        SizingPolicy wanted = policy.get();
        if (task != null) {
            task.stop();
        }
        task = runner.start(Job.of("Rightsizing", progress -> session.rightsize(wanted, progress))
                .before(this::waitUnlessKnown)
                .after(value -> {
                    take(value.decisions());
                    rightsizing.set(new Loaded.Known<>(decided(value)));
                })
                .failed(failure -> rightsizing.set(new Loaded.Failed<>(failure))));
    }

    private void waitUnlessKnown() {
        if (rightsizing.property().get().known().isEmpty()) {
            rightsizing.set(new Loaded.Waiting<>());
        }
    }

    /// With the decisions that were taken while the result was on its way.
    private FleetRightsizing decided(FleetRightsizing value) {
        return rightsizing
                .computed()
                .known()
                .map(before -> value.with(value.decisions().newer(before.decisions())))
                .orElse(value);
    }

    /// Writes decisions and shows where the recommendations stand then.
    ///
    /// @param done called once they are written
    /// @param failed called when nothing was written
    void decide(List<DecideRecommendation.Request> requests, Runnable done, Consumer<TaskFailure> failed) {
        runner.start(Job.of("Writing decisions", progress -> session.decide(requests))
                .after(written -> {
                    take(written);
                    rightsizing.set(rightsizing
                            .computed()
                            .map(known -> known.with(known.decisions().newer(written))));
                    done.run();
                })
                .failed(failed));
    }
}
