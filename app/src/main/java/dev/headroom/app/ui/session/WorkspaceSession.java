package dev.headroom.app.ui.session;

import dev.headroom.app.usecase.AnomalyFeedback;
import dev.headroom.app.usecase.BillStanding;
import dev.headroom.app.usecase.CheckImports;
import dev.headroom.app.usecase.CommitmentReport;
import dev.headroom.app.usecase.CostPivot;
import dev.headroom.app.usecase.CostQuery;
import dev.headroom.app.usecase.DecideAnomaly;
import dev.headroom.app.usecase.DecideRecommendation;
import dev.headroom.app.usecase.Decisions;
import dev.headroom.app.usecase.ExploreSeries;
import dev.headroom.app.usecase.FilePreviewResult;
import dev.headroom.app.usecase.FleetAnomalies;
import dev.headroom.app.usecase.FleetCost;
import dev.headroom.app.usecase.FleetExploration;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.ForecastAccuracy;
import dev.headroom.app.usecase.ForecastDrivers;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.GroundRequest;
import dev.headroom.app.usecase.ImportAnswers;
import dev.headroom.app.usecase.ImportReport;
import dev.headroom.app.usecase.InvoiceCheck;
import dev.headroom.app.usecase.KeepScenarios;
import dev.headroom.app.usecase.ListBills;
import dev.headroom.app.usecase.ModelScore;
import dev.headroom.app.usecase.PivotCost;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.ReconcileBill;
import dev.headroom.app.usecase.RetrainReport;
import dev.headroom.app.usecase.RiskRequest;
import dev.headroom.app.usecase.RunScenarios;
import dev.headroom.app.usecase.ScopeIndex;
import dev.headroom.app.usecase.SendAlerts;
import dev.headroom.app.usecase.SeriesDrift;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.app.usecase.SeriesHistory;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.app.usecase.WatchAnomalies;
import dev.headroom.app.usecase.WorkspaceSummary;
import dev.headroom.engine.capacity.LimitRule;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.evaluation.ReliabilityTable;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.scenario.Scenario;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.SeriesQuality;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.Sufficiency;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// The use cases of one open workspace, as the window calls them. Every method may take long and is called
/// away from the window's thread.
public interface WorkspaceSession extends AutoCloseable {
    WorkspaceSummary summary() throws UseCaseException;

    /// The servers of the inventory, and the resources that only have series.
    List<Server> servers() throws UseCaseException;

    /// What an import of this file would read; writes nothing.
    FilePreviewResult preview(Path file, ImportAnswers answers);

    /// Imports files about which the same is said.
    ImportReport importFiles(List<Path> files, ImportAnswers answers, Progress progress) throws UseCaseException;

    /// All imports so far, the latest first.
    List<ImportReport> imports() throws UseCaseException;

    List<JudgedSeries> quality(Progress progress) throws UseCaseException;

    /// The imported files and how good they are, the latest first.
    List<CheckImports.Judged> files() throws UseCaseException;

    /// What is known of one resource of a server.
    SeriesHistory explore(ExploreSeries.Request request) throws UseCaseException;

    /// One resource of all servers.
    FleetExploration exploreFleet(ResourceKind kind, Progress progress) throws UseCaseException;

    /// Cost by two dimensions, one pivot a currency.
    List<CostPivot> pivot(PivotCost.Query query) throws UseCaseException;

    SeriesForecast forecast(ForecastRequest request) throws UseCaseException;

    /// What moves a forecast.
    ForecastDrivers explain(ForecastRequest request) throws UseCaseException;

    /// The models of a series by their error in backtests, the best first.
    List<ModelScore> compare(ForecastRequest request, Progress progress) throws UseCaseException;

    /// Whether the promoted model of a series still does what its backtest promised.
    SeriesDrift drift(SeriesKey series, Progress progress) throws UseCaseException;

    /// Trains the model of a series again, and promotes it when it is not worse than the one in use.
    RetrainReport.Row retrain(SeriesKey series, Progress progress) throws UseCaseException;

    /// What the scope can be narrowed to.
    ScopeIndex scopes() throws UseCaseException;

    FleetCost cost(CostQuery query) throws UseCaseException;

    FleetRisk risk(RiskRequest request, Progress progress) throws UseCaseException;

    /// How good forecasts were lately; empty when nothing has come due and no series is long enough.
    Optional<ForecastAccuracy> accuracy(Progress progress) throws UseCaseException;

    /// Empty when no series is long enough.
    Optional<ReliabilityTable> reliability(LimitRule limit, Progress progress) throws UseCaseException;

    /// Live AWS accounts.
    AwsSession aws();

    /// Where money can be saved beside another size.
    AdviceSession advice();

    /// One recommendation a server, the largest saving first.
    FleetRightsizing rightsize(SizingPolicy policy, Progress progress) throws UseCaseException;

    /// What the bills say about commitments, and what to buy for a term.
    CommitmentReport commitments(CommitmentTerm term, Progress progress) throws UseCaseException;

    /// Writes decisions about recommendations into the log, all or none.
    ///
    /// @return the decisions that hold now
    Decisions decide(List<DecideRecommendation.Request> requests) throws UseCaseException;

    /// The anomalies of costs and metrics.
    FleetAnomalies anomalies(WatchAnomalies.Request request, Progress progress) throws UseCaseException;

    /// Writes what is said of anomalies into the log, all or none.
    ///
    /// @return everything that was said
    AnomalyFeedback say(List<DecideAnomaly.Saying> sayings) throws UseCaseException;

    /// Sends those of the chosen anomalies that are open and were not sent before.
    SendAlerts.Sent send(FleetAnomalies all, List<FoundAnomaly> chosen, SendAlerts.Channel channel)
            throws UseCaseException;

    /// Writes everything that the workspace keeps into a file, while the window stays open. An earlier file
    /// of the name is replaced once the new one is complete.
    void backUp(Path file) throws UseCaseException;

    /// Releases the workspace.
    @Override
    void close();

    /// The versions of the bills, the closed months that were restated, and the last comparisons with
    /// invoices.
    KnownBills bills() throws UseCaseException;

    /// Holds an invoice against the bills and keeps the result.
    ReconcileBill.Report reconcile(ReconcileBill.Request request, Progress progress) throws UseCaseException;

    /// Prepares scenarios of a view: what is run on it needs neither reading nor fitting.
    RunScenarios scenarios(GroundRequest request, Progress progress) throws UseCaseException;

    /// The last versions of the saved scenarios, by name.
    List<KeepScenarios.Kept> savedScenarios() throws UseCaseException;

    /// Saves the next version of a scenario.
    Scenario saveScenario(Scenario scenario) throws UseCaseException;

    /// A series, how far it can be trusted, and whether it carries a forecast.
    record JudgedSeries(SeriesKey key, Step step, SeriesQuality quality, Sufficiency sufficiency) {}

    /// What is known about the bills; versions and restatements the oldest first.
    ///
    /// @param checks the last comparison of each month, currency and part of the bills with an invoice
    record KnownBills(
            List<ListBills.Version> versions, List<ListBills.Restated> restatements, List<InvoiceCheck> checks) {
        public KnownBills {
            versions = List.copyOf(versions);
            restatements = List.copyOf(restatements);
            checks = List.copyOf(checks);
        }

        /// How a bill stands to its invoice.
        public BillStanding standing(ListBills.Version version) {
            return BillStanding.of(version, checks);
        }

        /// How the bills of a month that hold stand to their invoices.
        public BillStanding standing(YearMonth month) {
            return BillStanding.of(month, versions, checks);
        }
    }
}
