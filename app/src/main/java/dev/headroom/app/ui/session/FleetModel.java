package dev.headroom.app.ui.session;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.task.Work;
import dev.headroom.app.ui.history.History;
import dev.headroom.app.usecase.CheckImports;
import dev.headroom.app.usecase.CostQuery;
import dev.headroom.app.usecase.DecideRecommendation;
import dev.headroom.app.usecase.Decisions;
import dev.headroom.app.usecase.FleetCost;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.ForecastAccuracy;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.ImportReport;
import dev.headroom.app.usecase.RiskRequest;
import dev.headroom.app.usecase.Scope;
import dev.headroom.app.usecase.ScopeIndex;
import dev.headroom.app.usecase.WorkspaceSummary;
import dev.headroom.engine.capacity.LimitRule;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.evaluation.ReliabilityTable;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What is known about the fleet of one workspace, computed once in the background and shared by all panels.
public final class FleetModel {
    private final WorkspaceSession session;
    private final BackgroundRunner runner;
    private final WorkspaceSummary summary;
    private final ReadOnlyObjectWrapper<Names> names = new ReadOnlyObjectWrapper<>(Names.real(List.of()));
    private final BooleanProperty pseudonyms = new SimpleBooleanProperty();
    private final Shown<List<Server>> servers = new Shown<>(names.getReadOnlyProperty(), Renaming::servers);
    private List<Server> inventory = List.of();
    private Set<String> insideIds = Set.of();
    private final ReadOnlyObjectWrapper<Loaded<List<ImportReport>>> imports = waiting();
    private final ReadOnlyObjectWrapper<Loaded<ScopeIndex>> scopes = waiting();
    private final ReadOnlyObjectWrapper<Loaded<FleetCost>> cost = waiting();
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.ALL);
    private final ObjectProperty<CostBasis> basis = new SimpleObjectProperty<>(CostBasis.EFFECTIVE);
    private final ReadOnlyObjectWrapper<Predicate<Server>> inside = new ReadOnlyObjectWrapper<>(server -> true);
    private final Shown<FleetRisk> risk = new Shown<>(names.getReadOnlyProperty(), Renaming::risk);
    private final ReadOnlyObjectWrapper<Loaded<Optional<ReliabilityTable>>> reliability = waiting();
    private final ReadOnlyObjectWrapper<Loaded<Optional<ForecastAccuracy>>> accuracy = waiting();
    private final ReadOnlyObjectWrapper<Loaded<List<WorkspaceSession.JudgedSeries>>> quality = waiting();
    private final FleetBills bills;
    private final Fetched<List<CheckImports.Judged>> files;
    private final FleetSizing sizing;
    private final FleetCommitments commitments;
    private final FleetWatch watch;
    private final FleetAdvice advice;
    private final History history = new History();
    private final ReadOnlyDoubleWrapper limit = new ReadOnlyDoubleWrapper(ForecastRequest.DEFAULT_LIMIT_PERCENT);
    private final ReadOnlyObjectWrapper<RiskRequest> riskRequest =
            new ReadOnlyObjectWrapper<>(RiskRequest.of(ForecastRequest.DEFAULT_LIMIT_PERCENT));
    private @Nullable CostQuery asked;
    private @Nullable RunningTask costTask;
    private @Nullable RunningTask riskTask;
    private @Nullable RunningTask reliabilityTask;

    public FleetModel(WorkspaceSession session, BackgroundRunner runner, WorkspaceSummary summary) {
        this.session = session;
        this.runner = runner;
        this.summary = summary;
        this.bills = new FleetBills(session, runner);
        this.files = new Fetched<>("Judging the imports", runner, progress -> session.files());
        this.sizing = new FleetSizing(session, runner, names.getReadOnlyProperty());
        this.commitments = new FleetCommitments(session, runner);
        this.watch = new FleetWatch(session, runner, basis);
        this.advice = new FleetAdvice(session.advice(), runner);
        scope.addListener((source, before, now) -> narrow());
        basis.addListener((source, before, now) -> reloadCost());
        scopes.addListener((source, before, now) -> narrow());
        pseudonyms.addListener((source, before, now) -> rename());
    }

    /// The part of the fleet and of its bills that is looked at.
    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /// Which cost column the figures add up.
    public ObjectProperty<CostBasis> basisProperty() {
        return basis;
    }

    /// What the scope can be narrowed to.
    public ReadOnlyObjectProperty<Loaded<ScopeIndex>> scopesProperty() {
        return scopes.getReadOnlyProperty();
    }

    /// Which servers lie inside the scope; changes with the scope and when more is known about it.
    public ReadOnlyObjectProperty<Predicate<Server>> insideProperty() {
        return inside.getReadOnlyProperty();
    }

    /// True when a resource lies inside the scope; one that no inventory knows lies inside of everything
    /// only.
    public boolean isInside(String resource) {
        return scope.get().isAll() || insideIds.contains(resource);
    }

    private void narrow() {
        Scope wanted = scope.get();
        ScopeIndex index = scopes.get().known().orElse(ScopeIndex.empty());
        insideIds = inventory.stream()
                .filter(server -> index.covers(wanted, server))
                .map(Server::id)
                .collect(Collectors.toSet());
        inside.set(server -> isInside(server.id()));
        reloadCost();
    }

    /// True when accounts and hosts are shown under pseudonyms.
    public BooleanProperty pseudonymsProperty() {
        return pseudonyms;
    }

    /// Under which name a resource is shown. Identifiers of AWS often hold the number of the account, so that under
    /// pseudonyms only hosts have a name, and others are told by what they are.
    public String nameOf(String id, String what) {
        String name = names.get().resource(id);
        return pseudonyms.get() && name.equals(id) ? what + " " + Integer.toHexString(id.hashCode()) : name;
    }

    /// Under which names accounts and hosts are shown.
    public ReadOnlyObjectProperty<Names> namesProperty() {
        return names.getReadOnlyProperty();
    }

    private void take(Loaded<List<Server>> state) {
        inventory = state.known().orElse(List.of());
        rename();
        narrow();
        servers.set(state);
    }

    private void rename() {
        names.set(
                pseudonyms.get()
                        ? Names.pseudonyms(
                                inventory, summary.folder().toString().hashCode())
                        : Names.real(inventory));
    }

    private void reloadCost() {
        CostQuery wanted = new CostQuery(scope.get(), basis.get());
        if (asked != null && !wanted.equals(asked)) {
            loadCost();
        }
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
        return servers.property();
    }

    public ReadOnlyObjectProperty<Loaded<List<ImportReport>>> importsProperty() {
        return imports.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loaded<FleetCost>> costProperty() {
        return cost.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loaded<FleetRisk>> riskProperty() {
        return risk.property();
    }

    public ReadOnlyObjectProperty<Loaded<Optional<ReliabilityTable>>> reliabilityProperty() {
        return reliability.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loaded<List<WorkspaceSession.JudgedSeries>>> qualityProperty() {
        return quality.getReadOnlyProperty();
    }

    /// How good the imported files are; read when they are first looked at.
    public Fetched<List<CheckImports.Judged>> files() {
        return files;
    }

    /// The bills and how they stand to their invoices.
    public FleetBills bills() {
        return bills;
    }

    /// The anomalies of costs and metrics.
    public FleetWatch watch() {
        return watch;
    }

    /// Off-hours, waste, shared machines and the best set of actions.
    public FleetAdvice advice() {
        return advice;
    }

    /// Commitments and what to buy; worked out when it is first looked at.
    public FleetCommitments commitments() {
        return commitments;
    }

    /// The limit of resources whose limit does not depend on the size, in percent of the capacity.
    public ReadOnlyDoubleProperty limitProperty() {
        return limit.getReadOnlyProperty();
    }

    /// Which limit risk is counted against, and on which readings.
    public ReadOnlyObjectProperty<RiskRequest> riskRequestProperty() {
        return riskRequest.getReadOnlyProperty();
    }

    /// Starts everything, what is shown first before what takes long.
    public void load() {
        load("Reading the inventory", this::take, progress -> session.servers());
        load("Reading the scopes", scopes::set, progress -> session.scopes());
        load("Reading the imports", imports::set, progress -> session.imports());
        loadCost();
        bills.load();
        sizing.loadDecisions();
        loadRisk();
        loadRightsizing();
        loadQuality();
        loadAccuracy();
        loadReliability();
    }

    /// How good forecasts were lately.
    public ReadOnlyObjectProperty<Loaded<Optional<ForecastAccuracy>>> accuracyProperty() {
        return accuracy.getReadOnlyProperty();
    }

    public void loadAccuracy() {
        load("Checking accuracy", accuracy::set, session::accuracy);
    }

    public void loadCost() {
        CostQuery query = new CostQuery(scope.get(), basis.get());
        asked = query;
        stop(costTask);
        costTask = load("Forecasting cost", cost::set, progress -> session.cost(query));
    }

    public void loadQuality() {
        load("Checking quality", quality::set, session::quality);
    }

    /// Counts risk against another limit or on other readings; an assessment that is still running is stopped.
    public void setRisk(RiskRequest next) {
        RiskRequest before = riskRequest.get();
        if (!next.equals(before)) {
            riskRequest.set(next);
            limit.set(next.limit().flatPercent());
            loadRisk();
            if (!next.limit().equals(before.limit())) {
                loadReliability();
            }
        }
    }

    public void loadRisk() {
        RiskRequest wanted = riskRequest.get();
        stop(riskTask);
        riskTask = load("Assessing risk", risk::set, progress -> session.risk(wanted, progress));
    }

    public ReadOnlyObjectProperty<Loaded<FleetRightsizing>> rightsizingProperty() {
        return sizing.rightsizingProperty();
    }

    /// The policy that the recommendations follow.
    public ReadOnlyObjectProperty<SizingPolicy> policyProperty() {
        return sizing.policyProperty();
    }

    /// Recommends under another policy. The last result stays until the new one is there.
    public void setPolicy(SizingPolicy next) {
        sizing.setPolicy(next);
    }

    public void loadRightsizing() {
        sizing.load();
    }

    /// What was decided so far about advice of all kinds; nothing while that is not known.
    public ReadOnlyObjectProperty<Decisions> decisionsProperty() {
        return sizing.decisionsProperty();
    }

    /// Writes decisions and shows where the recommendations stand then.
    ///
    /// @param done called once they are written
    /// @param failed called when nothing was written
    public void decide(List<DecideRecommendation.Request> requests, Runnable done, Consumer<TaskFailure> failed) {
        sizing.decide(
                requests,
                () -> {
                    done.run();
                    advice.realised().refresh();
                },
                failed);
    }

    /// What the user changed, to be undone.
    public History history() {
        return history;
    }

    public void loadReliability() {
        LimitRule rule = riskRequest.get().limit();
        stop(reliabilityTask);
        reliabilityTask =
                load("Checking calibration", reliability::set, progress -> session.reliability(rule, progress));
    }

    private static void stop(@Nullable RunningTask task) {
        if (task != null) {
            task.stop();
        }
    }

    private <T> RunningTask load(String name, Consumer<Loaded<T>> target, Work<T> work) {
        return runner.start(Job.of(name, work)
                .before(() -> target.accept(new Loaded.Waiting<>()))
                .after(value -> target.accept(new Loaded.Known<>(value)))
                .failed(failure -> target.accept(new Loaded.Failed<>(failure))));
    }
}
