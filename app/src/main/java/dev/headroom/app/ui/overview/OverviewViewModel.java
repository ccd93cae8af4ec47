package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.adapter.ForecastPlot;
import dev.headroom.app.ui.data.QualityRow;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.rightsizing.SizingRow;
import dev.headroom.app.ui.risk.BreachRow;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.session.WorkspaceSession.JudgedSeries;
import dev.headroom.app.ui.shell.ScopeWords;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.CostOutlook;
import dev.headroom.app.usecase.FleetCost;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.ForecastAccuracy;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.WorkspaceSummary;
import dev.headroom.charts.plot.Caption;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.evaluation.ReliabilityTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// What the Overview shows, made from what is known about the fleet.
public final class OverviewViewModel {
    static final int BREACHES = 12;
    private final FleetModel fleet;
    private final Formats formats;
    private final InstantSource clock;
    private final ShellViewModel shell;

    public OverviewViewModel(FleetModel fleet, ShellViewModel shell, Formats formats, InstantSource clock) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        this.clock = clock;
    }

    /// Such as `5 accounts, 120 servers, 480 series`, or `24 servers in AWS, prod-eu`.
    public ObservableValue<String> subtitle() {
        ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(subtitleWords());
        InvalidationListener follow = changed -> words.set(subtitleWords());
        fleet.insideProperty().addListener(follow);
        fleet.serversProperty().addListener(follow);
        shell.namesProperty().addListener(follow);
        return words.getReadOnlyProperty();
    }

    private String subtitleWords() {
        WorkspaceSummary summary = fleet.summary();
        if (!shell.scopeProperty().get().isAll()) {
            int inside = (int) fleet.serversProperty().get().known().stream()
                    .flatMap(List::stream)
                    .filter(fleet.insideProperty().get())
                    .count();
            return counted(inside, "server") + " in " + shell.scopeWords();
        }
        return "%s, %s, %s"
                .formatted(
                        counted(summary.accounts(), "account"),
                        counted(summary.servers(), "server"),
                        summary.series() == 1 ? "1 series" : formats.count(summary.series()) + " series");
    }

    /// Leaves the narrowest level of the scope.
    public void widen() {
        shell.widen();
    }

    private String counted(int count, String noun) {
        return formats.count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /// The cost of the month, or why there is none.
    public ObservableValue<Loaded<CostFace>> cost() {
        return mapped(fleet.costProperty(), this::costFace);
    }

    private CostFace costFace(FleetCost cost) {
        CostBasis basis = cost.query().basis();
        if (!cost.outlooks().isEmpty()) {
            return new CostFace.Known(CostTile.of(cost, formats));
        }
        if (cost.basisMissing()) {
            return new CostFace.Missing(
                    ScopeWords.basis(basis) + " cost is not in these bills.",
                    formats.count(cost.unknown()) + " of " + formats.count(cost.charges())
                            + " charges do not state it. Choose another cost above.");
        }
        return cost.query().scope().isAll()
                ? new CostFace.NoBills()
                : new CostFace.OutOfScope("No charge lies inside " + shell.scopeWords() + ".");
    }

    /// The daily cost of the first currency.
    public ObservableValue<Loaded<Optional<Plot>>> costPlot() {
        return mapped(
                fleet.costProperty(),
                cost -> cost.outlooks().stream()
                        .findFirst()
                        .map(outlook -> ForecastPlot.of(outlook)
                                .caption(caption(outlook))
                                .build()));
    }

    private Caption caption(CostOutlook outlook) {
        CostTile tile = CostTile.of(outlook, formats);
        return new Caption(
                tile.heading() + ": " + tile.value() + " (" + tile.range() + ")",
                "Daily cost, " + ScopeWords.basis(outlook.query().basis()).toLowerCase(java.util.Locale.ROOT)
                        + ", without tax, credits and adjustments, " + outlook.currency(),
                List.of("Model: automatic combination, seed " + ForecastRequest.DEFAULT_SEED + "."),
                List.of("Headroom"));
    }

    /// Such as `to 18 Feb 2027, amortised`.
    public ObservableValue<String> costSpan() {
        return fleet.costProperty()
                .map(loaded -> loaded.known()
                        .flatMap(cost -> cost.outlooks().stream().findFirst())
                        .map(this::costSpan)
                        .orElse(""));
    }

    private String costSpan(CostOutlook outlook) {
        return "to " + formats.dayYear(outlook.forecast().grid().end().minusSeconds(1)) + ", "
                + ScopeWords.basis(outlook.query().basis()).toLowerCase(java.util.Locale.ROOT);
    }

    /// Such as `Daily cost, all accounts`.
    public ObservableValue<String> costTitle() {
        return shell.namesProperty()
                .flatMap(names -> shell.scopeProperty().map(scope -> "Daily cost, " + shell.scopeWords()));
    }

    public ObservableValue<Loaded<FigureTile>> atRisk() {
        return mapped(fleet.riskProperty(), risk -> riskTile(inScope(risk)));
    }

    private FleetRisk inScope(FleetRisk risk) {
        return risk.within(fleet.insideProperty().get(), fleet::isInside);
    }

    private FleetRightsizing inScope(FleetRightsizing result) {
        return result.within(fleet.insideProperty().get());
    }

    private FigureTile riskTile(FleetRisk risk) {
        List<FigureTile.Figure> figures = List.of(30, 60, 90).stream()
                .map(days -> new FigureTile.Figure(formats.count(risk.serversAtRisk(days, 0.5)), days + " d"))
                .toList();
        long servers =
                risk.risks().stream().map(cell -> cell.server().id()).distinct().count();
        return new FigureTile(figures, "", "≥ 50\u00a0% likely, of " + formats.count(servers), "", Tone.NEUTRAL);
    }

    public ObservableValue<Loaded<FigureTile>> saving() {
        return mapped(fleet.rightsizingProperty(), result -> savingTile(inScope(result)));
    }

    private FigureTile savingTile(FleetRightsizing result) {
        return result.savings().totals().values().stream()
                .max(java.util.Comparator.comparing(totals -> totals.cost().amount()))
                .map(totals -> FigureTile.one(
                        formats.money(totals.netWhenComplete().orElse(totals.saving()), 0),
                        totals.netWhenComplete().isPresent() ? "net per month" : "gross per month",
                        totals.netWhenComplete().isPresent()
                                ? formats.money(totals.saving(), 0) + " gross"
                                : "net unknown"))
                .orElse(FigureTile.one(Formats.UNKNOWN, "No price known", "Import an inventory"));
    }

    /// The recommendations that save most.
    public ObservableValue<Loaded<List<SizingRow>>> recommendations() {
        return mapped(
                fleet.rightsizingProperty(),
                result -> inScope(result).recommendations().stream()
                        .map(recommendation -> new SizingRow(recommendation, result.standing(recommendation)))
                        .filter(row -> row.grossOrder() > 0 && row.status().countsAsPotential())
                        .limit(5)
                        .toList());
    }

    public void retryRightsizing() {
        fleet.loadRightsizing();
    }

    /// How good forecasts were lately: kept ones that have come due, else backtests marked as such.
    public ObservableValue<Loaded<FigureTile>> accuracy() {
        return mapped(
                fleet.accuracyProperty(),
                found -> found.map(this::accuracyTile)
                        .orElse(FigureTile.one(Formats.UNKNOWN, "Nothing due yet", "No series is long enough")));
    }

    private FigureTile accuracyTile(ForecastAccuracy accuracy) {
        return FigureTile.one(
                formats.number(accuracy.mase(), 2),
                "MASE, in 80\u00a0%: " + formats.percent(100 * accuracy.coverage80(), 0),
                switch (accuracy.source()) {
                    case LEDGER -> formats.count(accuracy.forecasts()) + " kept forecasts";
                    case BACKTEST -> "Backtests, none due yet";
                });
    }

    public void retryAccuracy() {
        fleet.loadAccuracy();
    }

    /// The last complete day and how the imports went.
    public FigureTile freshness() {
        WorkspaceSummary summary = fleet.summary();
        Optional<Instant> last = summary.dataTo();
        String value = last.map(formats::day).orElse(Formats.UNKNOWN);
        Instant now = clock.instant();
        boolean fresh = last.isPresent() && Duration.between(last.get(), now).compareTo(Duration.ofDays(3)) < 0;
        String caption = summary.loaded()
                .map(loaded -> "Loaded " + formats.ago(Duration.between(loaded, now)))
                .orElse("Nothing loaded");
        return new FigureTile(
                List.of(new FigureTile.Figure(value, "")),
                "last day with data",
                caption,
                fresh ? "fth-check-circle" : "fth-clock",
                fresh ? Tone.GOOD : Tone.NEUTRAL);
    }

    /// The soonest of all breaches.
    public ObservableValue<Loaded<List<BreachRow>>> breaches() {
        return mapped(
                fleet.riskProperty(),
                risk -> BreachRow.of(inScope(risk), formats).stream()
                        .limit(BREACHES)
                        .toList());
    }

    /// Such as `All 33 in Risk`.
    public ObservableValue<String> breachLink() {
        ObservableValue<Loaded<Integer>> count = mapped(
                fleet.riskProperty(),
                risk -> BreachRow.of(inScope(risk), formats).size());
        return count.map(
                loaded -> loaded.known().map("All %d in Risk"::formatted).orElse("All in Risk"));
    }

    /// Such as `80 % limit`.
    public ObservableValue<String> limitWords() {
        ReadOnlyStringWrapper words = new ReadOnlyStringWrapper();
        words.bind(fleet.limitProperty().map(limit -> formats.percent(limit.doubleValue(), 0) + " limit"));
        return words.getReadOnlyProperty();
    }

    /// Of the cells shown as likely, how many really breached.
    public ObservableValue<Loaded<String>> calibration() {
        return mapped(
                fleet.reliabilityProperty(),
                table -> table.map(this::calibrationWords)
                        .orElse("No backtest is long enough to check these probabilities."));
    }

    private String calibrationWords(ReliabilityTable table) {
        return table.bins().stream()
                .filter(bin -> bin.from() >= 0.5)
                .max(java.util.Comparator.comparingInt(ReliabilityTable.Bin::cases))
                .map(bin -> "Of the cells shown as %.0f–%.0f\u00a0%% in past forecasts, %s breached."
                        .formatted(100 * bin.from(), 100 * bin.to(), formats.probability(bin.observedShare())))
                .orElse("No cell was shown as likely in the backtests.");
    }

    public ObservableValue<Loaded<List<QualityRow>>> quality() {
        return mapped(fleet.qualityProperty(), judged -> QualityRow.of(inScope(judged)));
    }

    public ObservableValue<Loaded<List<QualityRow.Finding>>> findings() {
        return mapped(
                fleet.qualityProperty(),
                judged -> QualityRow.worst(
                        inScope(judged), 2, shell.namesProperty().get()::resource));
    }

    private List<JudgedSeries> inScope(List<JudgedSeries> judged) {
        return judged.stream()
                .filter(series -> fleet.isInside(series.key().resource()))
                .toList();
    }

    public void retryCost() {
        fleet.loadCost();
    }

    public void retryRisk() {
        fleet.loadRisk();
    }

    public void retryReliability() {
        fleet.loadReliability();
    }

    public void retryQuality() {
        fleet.loadQuality();
    }

    public Formats formats() {
        return formats;
    }

    /// Follows a result and the scope.
    private <T, R> ObservableValue<Loaded<R>> mapped(
            ReadOnlyObjectProperty<Loaded<T>> source, Function<T, R> function) {
        ReadOnlyObjectWrapper<Loaded<R>> target =
                new ReadOnlyObjectWrapper<>(source.get().map(function));
        InvalidationListener follow = changed -> target.set(source.get().map(function));
        source.addListener(follow);
        fleet.insideProperty().addListener(follow);
        shell.namesProperty().addListener(follow);
        return target.getReadOnlyProperty();
    }
}
