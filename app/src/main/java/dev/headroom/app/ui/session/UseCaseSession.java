package dev.headroom.app.ui.session;

import dev.headroom.app.usecase.AdviseCommitments;
import dev.headroom.app.usecase.AnomalyFeedback;
import dev.headroom.app.usecase.AssessRisk;
import dev.headroom.app.usecase.BackupWorkspace;
import dev.headroom.app.usecase.CheckAccuracy;
import dev.headroom.app.usecase.CheckDrift;
import dev.headroom.app.usecase.CheckImports;
import dev.headroom.app.usecase.CheckQuality;
import dev.headroom.app.usecase.CheckReliability;
import dev.headroom.app.usecase.CommitmentReport;
import dev.headroom.app.usecase.CompareModels;
import dev.headroom.app.usecase.CostPivot;
import dev.headroom.app.usecase.CostQuery;
import dev.headroom.app.usecase.DecideAnomaly;
import dev.headroom.app.usecase.DecideRecommendation;
import dev.headroom.app.usecase.Decisions;
import dev.headroom.app.usecase.DescribeWorkspace;
import dev.headroom.app.usecase.ExplainForecast;
import dev.headroom.app.usecase.ExploreFleet;
import dev.headroom.app.usecase.ExploreSeries;
import dev.headroom.app.usecase.FilePreviewResult;
import dev.headroom.app.usecase.FleetAnomalies;
import dev.headroom.app.usecase.FleetCost;
import dev.headroom.app.usecase.FleetExploration;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.ForecastAccuracy;
import dev.headroom.app.usecase.ForecastCost;
import dev.headroom.app.usecase.ForecastDrivers;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.ForecastSeries;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.GroundRequest;
import dev.headroom.app.usecase.ImportAnswers;
import dev.headroom.app.usecase.ImportData;
import dev.headroom.app.usecase.ImportReport;
import dev.headroom.app.usecase.KeepScenarios;
import dev.headroom.app.usecase.ListBills;
import dev.headroom.app.usecase.ListScopes;
import dev.headroom.app.usecase.ListServers;
import dev.headroom.app.usecase.ModelScore;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.PivotCost;
import dev.headroom.app.usecase.PrepareScenarios;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.ReconcileBill;
import dev.headroom.app.usecase.RetrainModels;
import dev.headroom.app.usecase.RetrainReport;
import dev.headroom.app.usecase.RightsizeFleet;
import dev.headroom.app.usecase.RiskReliability;
import dev.headroom.app.usecase.RiskRequest;
import dev.headroom.app.usecase.RunScenarios;
import dev.headroom.app.usecase.ScopeIndex;
import dev.headroom.app.usecase.SendAlerts;
import dev.headroom.app.usecase.SeriesDrift;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.app.usecase.SeriesHistory;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.TrainModels;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.app.usecase.WatchAnomalies;
import dev.headroom.app.usecase.WorkspaceSummary;
import dev.headroom.engine.capacity.LimitRule;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.evaluation.ReliabilityTable;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.scenario.Scenario;
import dev.headroom.engine.series.SeriesKey;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// A session that runs the use cases on an open workspace.
final class UseCaseSession implements WorkspaceSession {
    private final OpenWorkspace workspace;
    private final ShapeCatalog shipped;
    private volatile ShapeCatalog shapes;
    private final Clock clock;
    private final ImportData imports;
    private volatile RightsizeFleet rightsizing;
    private final DecideRecommendation decisions;

    /// @param shipped counted with where the workspace holds no prices of its own
    UseCaseSession(OpenWorkspace workspace, ShapeCatalog shipped, Clock clock) throws UseCaseException {
        this.workspace = workspace;
        this.shipped = shipped;
        this.shapes = Shapes.known(workspace, shipped);
        this.clock = clock;
        this.imports = new ImportData(workspace, clock);
        this.rightsizing = new RightsizeFleet(workspace, shapes, clock);
        this.decisions = new DecideRecommendation(workspace, clock);
    }

    @Override
    public RunScenarios scenarios(GroundRequest request, Progress progress) throws UseCaseException {
        return new RunScenarios(new PrepareScenarios(workspace, shapes).run(request, progress), shapes);
    }

    @Override
    public List<KeepScenarios.Kept> savedScenarios() throws UseCaseException {
        return new KeepScenarios(workspace, clock).latest();
    }

    @Override
    public Scenario saveScenario(Scenario scenario) throws UseCaseException {
        return new KeepScenarios(workspace, clock).save(scenario);
    }

    @Override
    public WorkspaceSummary summary() throws UseCaseException {
        return new DescribeWorkspace(workspace).run();
    }

    @Override
    public List<Server> servers() throws UseCaseException {
        return new ListServers(workspace)
                .run().stream().map(ListServers.Entry::server).toList();
    }

    @Override
    public FilePreviewResult preview(Path file, ImportAnswers answers) {
        return imports.preview(file, answers);
    }

    @Override
    public ImportReport importFiles(List<Path> files, ImportAnswers answers, Progress progress)
            throws UseCaseException {
        return imports.run(answers.request(files), ImportData.Bills.AUTO, progress);
    }

    @Override
    public List<ImportReport> imports() throws UseCaseException {
        return imports.history();
    }

    @Override
    public void backUp(Path file) throws UseCaseException {
        BackupWorkspace.make(workspace, file, BackupWorkspace.Place.REPLACED, clock.instant());
    }

    @Override
    public List<JudgedSeries> quality(Progress progress) throws UseCaseException {
        return new CheckQuality(workspace)
                .run(progress).stream()
                        .map(judged ->
                                new JudgedSeries(judged.key(), judged.step(), judged.quality(), judged.sufficiency()))
                        .toList();
    }

    @Override
    public List<CheckImports.Judged> files() throws UseCaseException {
        return new CheckImports(workspace).run(imports.history(), List.of());
    }

    @Override
    public SeriesHistory explore(ExploreSeries.Request request) throws UseCaseException {
        return new ExploreSeries(workspace, shapes).run(request);
    }

    @Override
    public FleetExploration exploreFleet(ResourceKind kind, Progress progress) throws UseCaseException {
        return new ExploreFleet(workspace, shapes).run(kind, progress);
    }

    @Override
    public List<CostPivot> pivot(PivotCost.Query query) throws UseCaseException {
        return new PivotCost(workspace).run(query);
    }

    @Override
    public KnownBills bills() throws UseCaseException {
        ListBills bills = new ListBills(workspace);
        return new KnownBills(bills.versions(), bills.restatements(), new ReconcileBill(workspace, clock).kept());
    }

    @Override
    public ReconcileBill.Report reconcile(ReconcileBill.Request request, Progress progress) throws UseCaseException {
        return new ReconcileBill(workspace, clock).run(request, progress);
    }

    @Override
    public SeriesForecast forecast(ForecastRequest request) throws UseCaseException {
        return new ForecastSeries(workspace, shapes).run(request);
    }

    @Override
    public ForecastDrivers explain(ForecastRequest request) throws UseCaseException {
        return new ExplainForecast(workspace, shapes).run(request);
    }

    @Override
    public List<ModelScore> compare(ForecastRequest request, Progress progress) throws UseCaseException {
        return new CompareModels(workspace, shapes).run(request, progress);
    }

    @Override
    public SeriesDrift drift(SeriesKey series, Progress progress) throws UseCaseException {
        return new CheckDrift(workspace, shapes).run(names(series), progress).getFirst();
    }

    @Override
    public RetrainReport.Row retrain(SeriesKey series, Progress progress) throws UseCaseException {
        return new RetrainModels(workspace, shapes, clock)
                .run(
                        TrainModels.Request.usual(names(series)),
                        RetrainModels.When.ALWAYS,
                        RetrainModels.Effect.WRITE,
                        progress)
                .rows()
                .getFirst();
    }

    private static List<String> names(SeriesKey series) {
        return List.of(series.resource() + "/" + series.metric());
    }

    @Override
    public ScopeIndex scopes() throws UseCaseException {
        return new ListScopes(workspace).run();
    }

    @Override
    public FleetCost cost(CostQuery query) throws UseCaseException {
        return new ForecastCost(workspace).run(query);
    }

    @Override
    public FleetRisk risk(RiskRequest request, Progress progress) throws UseCaseException {
        return new AssessRisk(workspace, shapes).run(request, progress);
    }

    @Override
    public Optional<ForecastAccuracy> accuracy(Progress progress) throws UseCaseException {
        return new CheckAccuracy(workspace, shapes).run(progress);
    }

    @Override
    public Optional<ReliabilityTable> reliability(LimitRule limit, Progress progress) throws UseCaseException {
        return new CheckReliability(workspace, shapes)
                .run(limit, CheckReliability.USUAL_ORIGINS, progress)
                .map(RiskReliability::table);
    }

    /// Counts with the prices that the workspace holds now.
    private void readPrices() throws UseCaseException {
        shapes = Shapes.known(workspace, shipped);
        rightsizing = new RightsizeFleet(workspace, shapes, clock);
    }

    @Override
    public AwsSession aws() {
        return new UseCaseAws(workspace, clock, this::readPrices);
    }

    @Override
    public AdviceSession advice() {
        return new UseCaseAdvice(workspace, shapes, clock);
    }

    /// One after the other, because the use case keeps what it read.
    @Override
    public synchronized FleetRightsizing rightsize(SizingPolicy policy, Progress progress) throws UseCaseException {
        return rightsizing.run(policy, progress);
    }

    /// Without servers there is nothing to rightsize, and the advice goes without it.
    @Override
    public CommitmentReport commitments(CommitmentTerm term, Progress progress) throws UseCaseException {
        Optional<FleetRightsizing> smaller =
                servers().isEmpty() ? Optional.empty() : Optional.of(rightsize(SizingPolicy.standard(), progress));
        return new AdviseCommitments(workspace)
                .run(AdviseCommitments.Request.usual().withTerm(term), smaller, progress);
    }

    @Override
    public FleetAnomalies anomalies(WatchAnomalies.Request request, Progress progress) throws UseCaseException {
        return new WatchAnomalies(workspace).run(request, progress);
    }

    @Override
    public SendAlerts.Sent send(FleetAnomalies all, List<FoundAnomaly> chosen, SendAlerts.Channel channel)
            throws UseCaseException {
        return new SendAlerts(workspace, clock).send(all, chosen, channel);
    }

    @Override
    public AnomalyFeedback say(List<DecideAnomaly.Saying> sayings) throws UseCaseException {
        return new DecideAnomaly(workspace, clock).say(sayings);
    }

    @Override
    public Decisions decide(List<DecideRecommendation.Request> requests) throws UseCaseException {
        return decisions.run(requests);
    }

    @Override
    public void close() {
        workspace.close();
    }
}
