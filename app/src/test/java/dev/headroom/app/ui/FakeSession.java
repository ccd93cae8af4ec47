package dev.headroom.app.ui;

import dev.headroom.app.ui.session.AdviceSession;
import dev.headroom.app.ui.session.WorkspaceSession;
import dev.headroom.app.usecase.AnomalyFeedback;
import dev.headroom.app.usecase.AwsStatement;
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
import dev.headroom.app.usecase.ImportQuestion;
import dev.headroom.app.usecase.ImportReport;
import dev.headroom.app.usecase.InvoiceCheck;
import dev.headroom.app.usecase.KeepScenarios;
import dev.headroom.app.usecase.ModelScore;
import dev.headroom.app.usecase.PivotCost;
import dev.headroom.app.usecase.Problem;
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
import dev.headroom.engine.anomaly.AnomalyEvent;
import dev.headroom.engine.capacity.LimitRule;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.evaluation.ReliabilityTable;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.DecisionEvent;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.scenario.Scenario;
import dev.headroom.engine.series.SeriesKey;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A session with invented results. It can be told to refuse, and counts nothing that it was not asked.
public final class FakeSession implements WorkspaceSession {
    /// The day of this session.
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final int series;
    private final AtomicInteger trainings = new AtomicInteger();
    private ForecastAccuracy.Source accuracy = ForecastAccuracy.Source.LEDGER;
    private final AtomicBoolean refusing = new AtomicBoolean();
    private final AtomicBoolean refusingForecasts = new AtomicBoolean();
    private final AtomicBoolean uncommitted = new AtomicBoolean();
    private final FakeAws aws = new FakeAws();
    private final FakeBills bills = new FakeBills();
    private final FakeAnomalies anomalies = new FakeAnomalies();
    private final List<DecisionEvent> decided = new CopyOnWriteArrayList<>();
    private final List<List<Path>> imported = new ArrayList<>();
    private final List<RiskRequest> assessed = new CopyOnWriteArrayList<>();
    private final List<CostQuery> asked = new CopyOnWriteArrayList<>();
    private final List<PivotCost.Query> pivots = new CopyOnWriteArrayList<>();
    private final List<ImportAnswers> previewed = new CopyOnWriteArrayList<>();
    private final List<ImportAnswers> said = new CopyOnWriteArrayList<>();
    private final List<Path> backups = new ArrayList<>();
    private AwsStatement statement = InventedStatement.statement();
    private final List<GroundRequest> grounds = new CopyOnWriteArrayList<>();
    private final List<KeepScenarios.Kept> scenarios = new CopyOnWriteArrayList<>();

    private FakeSession(int series) {
        this.series = series;
    }

    public static FakeSession empty() {
        return new FakeSession(0);
    }

    public static FakeSession filled() {
        return new FakeSession(160);
    }

    /// From now on every use case but the summary fails with HR-4242, or works again.
    public FakeSession refuse(boolean refuse) {
        refusing.set(refuse);
        return this;
    }

    /// The cost queries so far.
    public List<CostQuery> asked() {
        return List.copyOf(asked);
    }

    /// From now on no kept forecast has come due.
    public FakeSession withoutKeptForecasts() {
        accuracy = ForecastAccuracy.Source.BACKTEST;
        return this;
    }

    public List<List<Path>> imported() {
        return List.copyOf(imported);
    }

    void check() throws UseCaseException {
        if (refusing.get()) {
            throw new UseCaseException(UseCaseException.Kind.SOURCE, "HR-4242", "The disk is full; free some space.");
        }
    }

    @Override
    public WorkspaceSummary summary() {
        boolean filled = series > 0;
        return new WorkspaceSummary(
                Path.of("test-fleet"),
                series / 4,
                filled ? 2 : 0,
                series,
                filled ? 2 : 0,
                filled ? Optional.of(InventedFleet.AS_OF.minusSeconds(86_400)) : Optional.empty(),
                filled ? Optional.of(Instant.parse("2026-11-20T08:14:00Z")) : Optional.empty(),
                2_000_000);
    }

    @Override
    public List<Server> servers() throws UseCaseException {
        check();
        return InventedFleet.servers();
    }

    /// A file of allocations asks for its currency, one of readings assumes a statistic.
    @Override
    public FilePreviewResult preview(Path file, ImportAnswers answers) {
        boolean known = file.toString().endsWith(".csv");
        ImportQuestion currency = new ImportQuestion(ImportQuestion.Kind.CURRENCY, "", List.of("USD", "EUR"));
        ImportQuestion statistic = new ImportQuestion(ImportQuestion.Kind.STATISTIC, "", List.of("mean", "max", "p95"));
        boolean open =
                file.toString().contains("allocation") && answers.to(currency).isEmpty();
        boolean assumed =
                file.toString().contains("readings") && answers.to(statistic).isEmpty();
        previewed.add(answers);
        boolean good = known && !open;
        return new FilePreviewResult(
                file,
                good ? "utilization" : "",
                good ? "UTF-8" : "",
                good ? "," : "",
                good ? List.of("timestamp", "resource", "cpu_p95") : List.of(),
                good ? List.of("comment") : List.of(),
                good ? List.of(List.of("2026-11-20T00:00:00Z", "db-eu-01", "71.5", "")) : List.of(),
                open
                        ? Optional.of(new Problem(
                                "HR-2030", "The amounts name no currency; import the file with --currency USD."))
                        : known
                                ? Optional.empty()
                                : Optional.of(new Problem("HR-2003", "This is not a file that Headroom can read.")),
                open ? Optional.of(currency) : Optional.empty(),
                assumed ? List.of(statistic) : List.of());
    }

    /// With what was said each file was looked at.
    public List<ImportAnswers> previewed() {
        return List.copyOf(previewed);
    }

    @Override
    public ImportReport importFiles(List<Path> files, ImportAnswers answers, Progress progress)
            throws UseCaseException {
        check();
        imported.add(List.copyOf(files));
        said.add(answers);
        return InventedFleet.imports().getFirst();
    }

    /// What was said about the files of each import.
    public List<ImportAnswers> said() {
        return List.copyOf(said);
    }

    @Override
    public List<ImportReport> imports() throws UseCaseException {
        check();
        return InventedFleet.imports();
    }

    @Override
    public List<JudgedSeries> quality(Progress progress) throws UseCaseException {
        check();
        return InventedFleet.quality();
    }

    @Override
    public List<CheckImports.Judged> files() throws UseCaseException {
        check();
        return InventedFleet.files();
    }

    @Override
    public SeriesHistory explore(ExploreSeries.Request request) throws UseCaseException {
        check();
        return InventedSeries.history(request);
    }

    @Override
    public FleetExploration exploreFleet(ResourceKind kind, Progress progress) throws UseCaseException {
        check();
        return InventedSeries.fleet(kind);
    }

    @Override
    public List<CostPivot> pivot(PivotCost.Query query) throws UseCaseException {
        check();
        pivots.add(query);
        return InventedSeries.pivots(query);
    }

    /// The pivots that were asked for so far.
    public List<PivotCost.Query> pivots() {
        return List.copyOf(pivots);
    }

    /// From now on only the bills cannot be read, or can again.
    public FakeSession refuseBills(boolean refuse) {
        bills.refuse(refuse);
        return this;
    }

    @Override
    public KnownBills bills() throws UseCaseException {
        check();
        return bills.known(series > 0);
    }

    /// A file whose name holds "total" states no month; any other differs by a tax, or matches with a
    /// tolerance of 10 % and more.
    @Override
    public ReconcileBill.Report reconcile(ReconcileBill.Request request, Progress progress) throws UseCaseException {
        check();
        return bills.reconcile(request);
    }

    /// As if invoices had been compared before.
    public FakeSession checked(InvoiceCheck... before) {
        bills.checked(before);
        return this;
    }

    /// What was asked to be compared so far.
    public List<ReconcileBill.Request> reconciled() {
        return bills.reconciled();
    }

    /// From now on no series can be forecast.
    public FakeSession refuseForecasts() {
        refusingForecasts.set(true);
        return this;
    }

    @Override
    public SeriesForecast forecast(ForecastRequest request) throws UseCaseException {
        check();
        if (refusingForecasts.get()) {
            throw new UseCaseException(UseCaseException.Kind.NO_DATA, "HR-3003", "The history is too short.");
        }
        return InventedFleet.forecast(request);
    }

    @Override
    public ForecastDrivers explain(ForecastRequest request) throws UseCaseException {
        check();
        return InventedFleet.drivers(request);
    }

    @Override
    public List<ModelScore> compare(ForecastRequest request, Progress progress) throws UseCaseException {
        check();
        return InventedFleet.scores();
    }

    /// No version was trained, until [#retrain] was called; then the first one drifted and a later one is
    /// stable.
    @Override
    public SeriesDrift drift(SeriesKey series, Progress progress) throws UseCaseException {
        check();
        return InventedModels.drift(series, trainings.get());
    }

    @Override
    public RetrainReport.Row retrain(SeriesKey series, Progress progress) throws UseCaseException {
        check();
        return InventedModels.trained(series, trainings.incrementAndGet());
    }

    /// As if the models had been trained so many times.
    public FakeSession trained(int times) {
        trainings.set(times);
        return this;
    }

    @Override
    public ScopeIndex scopes() throws UseCaseException {
        check();
        return ScopeIndex.of(InventedFleet.servers());
    }

    /// How risk was asked for so far.
    public List<RiskRequest> assessed() {
        return List.copyOf(assessed);
    }

    /// List cost is not in the invented bills.
    @Override
    public FleetCost cost(CostQuery query) throws UseCaseException {
        check();
        asked.add(query);
        return query.basis() == CostBasis.LIST
                ? new FleetCost(query, List.of(), 500, 500)
                : new FleetCost(query, List.of(InventedFleet.cost(query)), 500, 0);
    }

    @Override
    public FleetRisk risk(RiskRequest request, Progress progress) throws UseCaseException {
        check();
        assessed.add(request);
        return InventedFleet.risk(request.limit().flatPercent());
    }

    @Override
    public Optional<ForecastAccuracy> accuracy(Progress progress) throws UseCaseException {
        check();
        return Optional.of(new ForecastAccuracy(accuracy, 12, 0.74, 0.79));
    }

    @Override
    public Optional<ReliabilityTable> reliability(LimitRule limit, Progress progress) throws UseCaseException {
        check();
        return InventedFleet.reliability();
    }

    @Override
    public FakeAws aws() {
        return aws;
    }

    /// From now on AWS itself says this.
    public FakeSession saying(AwsStatement next) {
        statement = next;
        return this;
    }

    AwsStatement statement() {
        return statement;
    }

    @Override
    public AdviceSession advice() {
        return new InventedAdvice(this);
    }

    @Override
    public FleetRightsizing rightsize(SizingPolicy policy, Progress progress) throws UseCaseException {
        check();
        return InventedFleet.rightsizing(policy, decisions());
    }

    @Override
    public Decisions decide(List<DecideRecommendation.Request> requests) throws UseCaseException {
        check();
        requests.forEach(
                request -> decided.add(DecisionEvent.of(request.about(), request.decision(), InventedFleet.AS_OF)));
        return decisions();
    }

    @Override
    public FleetAnomalies anomalies(WatchAnomalies.Request request, Progress progress) throws UseCaseException {
        check();
        return anomalies.of(request);
    }

    @Override
    public SendAlerts.Sent send(FleetAnomalies all, List<FoundAnomaly> chosen, SendAlerts.Channel channel)
            throws UseCaseException {
        check();
        return anomalies.send(all, chosen, channel);
    }

    @Override
    public AnomalyFeedback say(List<DecideAnomaly.Saying> sayings) throws UseCaseException {
        check();
        return anomalies.say(sayings);
    }

    /// Everything that was said of anomalies, the first thing first.
    public List<AnomalyEvent> noted() {
        return anomalies.noted();
    }

    Decisions decisions() {
        Map<String, DecisionEvent> latest = new HashMap<>();
        decided.forEach(event -> latest.put(event.key(), event));
        return new Decisions(decided.size(), TODAY, latest);
    }

    /// From now on no bill tells of commitments.
    public FakeSession withoutCommitments() {
        uncommitted.set(true);
        return this;
    }

    @Override
    public CommitmentReport commitments(CommitmentTerm term, Progress progress) throws UseCaseException {
        check();
        if (uncommitted.get()) {
            throw new UseCaseException(UseCaseException.Kind.NO_DATA, "HR-3252", "The workspace holds no bills.");
        }
        return InventedCommitments.report(term);
    }

    /// Everything that was decided, the first decision first.
    public List<DecisionEvent> decided() {
        return List.copyOf(decided);
    }

    @Override
    public void backUp(Path file) throws UseCaseException {
        if (file.toString().contains("full")) {
            throw new UseCaseException(UseCaseException.Kind.SOURCE, "HR-1005", "The disk is full.");
        }
        backups.add(file);
    }

    /// The files that were asked to be written.
    public List<Path> backups() {
        return List.copyOf(backups);
    }

    @Override
    public RunScenarios scenarios(GroundRequest request, Progress progress) throws UseCaseException {
        check();
        grounds.add(request);
        return InventedScenarios.on(request);
    }

    /// What scenarios were prepared for so far.
    public List<GroundRequest> grounds() {
        return List.copyOf(grounds);
    }

    @Override
    public List<KeepScenarios.Kept> savedScenarios() throws UseCaseException {
        check();
        return List.copyOf(scenarios);
    }

    @Override
    public Scenario saveScenario(Scenario scenario) throws UseCaseException {
        check();
        Scenario numbered = scenario.numbered(1
                + (int) scenarios.stream()
                        .filter(kept -> kept.scenario().name().equals(scenario.name()))
                        .count());
        scenarios.add(new KeepScenarios.Kept(numbered, InventedFleet.AS_OF, "planner"));
        return numbered;
    }

    @Override
    public void close() {}
}
