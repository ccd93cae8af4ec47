package dev.headroom.app.ui.session;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.task.Work;
import dev.headroom.app.usecase.CostOutlook;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.ImportReport;
import dev.headroom.app.usecase.WorkspaceSummary;
import dev.headroom.engine.evaluation.ReliabilityTable;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is known about the fleet of one workspace, computed once in the background and shared by all panels.
public final class FleetModel {
    private final WorkspaceSession session;
    private final BackgroundRunner runner;
    private final WorkspaceSummary summary;
    private final ReadOnlyObjectWrapper<Loaded<List<Server>>> servers = waiting();
    private final ReadOnlyObjectWrapper<Loaded<List<ImportReport>>> imports = waiting();
    private final ReadOnlyObjectWrapper<Loaded<List<CostOutlook>>> cost = waiting();
    private final ReadOnlyObjectWrapper<Loaded<FleetRisk>> risk = waiting();
    private final ReadOnlyObjectWrapper<Loaded<Optional<ReliabilityTable>>> reliability = waiting();
    private final ReadOnlyObjectWrapper<Loaded<List<WorkspaceSession.JudgedSeries>>> quality = waiting();
    private final ReadOnlyObjectWrapper<Loaded<FleetRightsizing>> rightsizing = waiting();
    private final ReadOnlyObjectWrapper<SizingPolicy> policy = new ReadOnlyObjectWrapper<>(SizingPolicy.standard());
    private @Nullable RunningTask rightsizingTask;
    private final ReadOnlyDoubleWrapper limit = new ReadOnlyDoubleWrapper(ForecastRequest.DEFAULT_LIMIT_PERCENT);
    private @Nullable RunningTask riskTask;
    private @Nullable RunningTask reliabilityTask;

    public FleetModel(WorkspaceSession session, BackgroundRunner runner, WorkspaceSummary summary) {
        this.session = session;
        this.runner = runner;
        this.summary = summary;
    }

    private static <T> ReadOnlyObjectWrapper<Loaded<T>> waiting() {
        return new ReadOnlyObjectWrapper<>(new Loaded.Waiting<>());
    }

    public WorkspaceSession session() {
        return session;
    }

    public WorkspaceSummary summary() {
        return summary;
    }

    public ReadOnlyObjectProperty<Loaded<List<Server>>> serversProperty() {
        return servers.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loaded<List<ImportReport>>> importsProperty() {
        return imports.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loaded<List<CostOutlook>>> costProperty() {
        return cost.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loaded<FleetRisk>> riskProperty() {
        return risk.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loaded<Optional<ReliabilityTable>>> reliabilityProperty() {
        return reliability.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loaded<List<WorkspaceSession.JudgedSeries>>> qualityProperty() {
        return quality.getReadOnlyProperty();
    }

    /// The limit that risk is counted against, in percent of the capacity.
    public ReadOnlyDoubleProperty limitProperty() {
        return limit.getReadOnlyProperty();
    }

    /// Starts everything, what is shown first before what takes long.
    public void load() {
        load("Reading the inventory", servers, progress -> session.servers());
        load("Reading the imports", imports, progress -> session.imports());
        loadCost();
        loadRisk();
        loadRightsizing();
        loadQuality();
        loadReliability();
    }

    public void loadCost() {
        load("Forecasting cost", cost, progress -> session.cost());
    }

    public void loadQuality() {
        load("Checking quality", quality, session::quality);
    }

    /// Counts risk against another limit; an assessment that is still running is stopped.
    public void setLimit(double percent) {
        if (limit.get() != percent) {
            limit.set(percent);
            loadRisk();
            loadReliability();
        }
    }

    public void loadRisk() {
        double percent = limit.get();
        stop(riskTask);
        riskTask = load("Assessing risk", risk, progress -> session.risk(percent, progress));
    }

    public ReadOnlyObjectProperty<Loaded<FleetRightsizing>> rightsizingProperty() {
        return rightsizing.getReadOnlyProperty();
    }

    /// The policy that the recommendations follow.
    public ReadOnlyObjectProperty<SizingPolicy> policyProperty() {
        return policy.getReadOnlyProperty();
    }

    /// Recommends under another policy. The last result stays until the new one is there.
    public void setPolicy(SizingPolicy next) {
        if (!next.equals(policy.get())) {
            policy.set(next);
            loadRightsizing();
        }
    }

    public void loadRightsizing() {
        SizingPolicy wanted = policy.get();
        stop(rightsizingTask);
        rightsizingTask = runner.start(Job.of("Rightsizing", progress -> session.rightsize(wanted, progress))
                .before(this::waitUnlessKnown)
                .after(value -> rightsizing.set(new Loaded.Known<>(value)))
                .failed(failure -> rightsizing.set(new Loaded.Failed<>(failure))));
    }

    private void waitUnlessKnown() {
        if (rightsizing.get().known().isEmpty()) {
            rightsizing.set(new Loaded.Waiting<>());
        }
    }

    public void loadReliability() {
        double percent = limit.get();
        stop(reliabilityTask);
        reliabilityTask = load("Checking calibration", reliability, progress -> session.reliability(percent, progress));
    }

    private static void stop(@Nullable RunningTask task) {
        if (task != null) {
            task.stop();
        }
    }

    private <T> RunningTask load(String name, ReadOnlyObjectWrapper<Loaded<T>> target, Work<T> work) {
        return runner.start(Job.of(name, work)
                .before(() -> target.set(new Loaded.Waiting<>()))
                .after(value -> target.set(new Loaded.Known<>(value)))
                .failed(failure -> target.set(new Loaded.Failed<>(failure))));
    }
}
