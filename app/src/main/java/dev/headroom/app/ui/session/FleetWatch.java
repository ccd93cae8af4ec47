package dev.headroom.app.ui.session;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.usecase.DecideAnomaly;
import dev.headroom.app.usecase.FleetAnomalies;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.SendAlerts;
import dev.headroom.app.usecase.WatchAnomalies;
import dev.headroom.engine.anomaly.Sensitivity;
import dev.headroom.engine.cost.CostBasis;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The anomalies of costs and metrics, looked for when somebody first wants them. Everything is under its real names;
/// who shows them asks [FleetModel#namesProperty].
public final class FleetWatch {
    private final WorkspaceSession session;
    private final BackgroundRunner runner;
    private final ObservableValue<CostBasis> basis;
    private final ReadOnlyObjectWrapper<Loaded<FleetAnomalies>> state =
            new ReadOnlyObjectWrapper<>(new Loaded.Waiting<>());
    private final ReadOnlyObjectWrapper<Sensitivity> sensitivity = new ReadOnlyObjectWrapper<>(Sensitivity.STANDARD);
    private @Nullable RunningTask task;

    FleetWatch(WorkspaceSession session, BackgroundRunner runner, ObservableValue<CostBasis> basis) {
        this.session = session;
        this.runner = runner;
        this.basis = basis;
        basis.addListener((source, before, now) -> {
            if (task != null) {
                load();
            }
        });
    }

    public ReadOnlyObjectProperty<Loaded<FleetAnomalies>> property() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Sensitivity> sensitivityProperty() {
        return sensitivity.getReadOnlyProperty();
    }

    /// Looks again with another sensitivity. The last result stays until the new one is there.
    public void setSensitivity(Sensitivity next) {
        if (next != sensitivity.get()) {
            sensitivity.set(next);
            load();
        }
    }

    /// Looks unless that was done or is being done.
    public void want() {
        if (task == null) {
            load();
        }
    }

    /// Looks again. Bills are looked at as billed when that is chosen, else amortised.
    public void load() {
        WatchAnomalies.Request request = new WatchAnomalies.Request(
                basis.getValue() == CostBasis.BILLED ? CostBasis.BILLED : CostBasis.EFFECTIVE,
                sensitivity.get(),
                WatchAnomalies.Series.ALL);
        if (task != null) {
            task.stop();
        }
        task = runner.start(Job.of("Looking for anomalies", progress -> session.anomalies(request, progress))
                .before(() -> {
                    if (state.get().known().isEmpty()) {
                        state.set(new Loaded.Waiting<>());
                    }
                })
                .after(value -> state.set(new Loaded.Known<>(value)))
                .failed(failure -> state.set(new Loaded.Failed<>(failure))));
    }

    /// Says something of anomalies and shows where they stand then.
    ///
    /// @param done called once it is written
    /// @param failed called when nothing was written
    public void say(List<DecideAnomaly.Saying> sayings, Runnable done, Consumer<TaskFailure> failed) {
        runner.start(Job.of("Writing about anomalies", progress -> session.say(sayings))
                .after(feedback -> {
                    state.set(state.get().map(known -> known.with(feedback)));
                    done.run();
                })
                .failed(failed));
    }

    /// Sends those of the chosen anomalies that are open and were not sent before.
    ///
    /// @param done takes what was sent
    /// @param failed called when nothing was sent
    public void send(
            List<FoundAnomaly> chosen,
            SendAlerts.Channel channel,
            Consumer<List<FoundAnomaly>> done,
            Consumer<TaskFailure> failed) {
        state.get()
                .known()
                .ifPresent(all ->
                        runner.start(Job.of("Sending anomalies", progress -> session.send(all, chosen, channel))
                                .after(sent -> {
                                    state.set(state.get().map(known -> known.with(sent.feedback())));
                                    done.accept(sent.anomalies());
                                })
                                .failed(failed)));
    }
}
