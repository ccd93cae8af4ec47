package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.data.QualityRow;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.rightsizing.SizingRow;
import dev.headroom.app.ui.risk.BreachRow;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.session.WorkspaceSession.JudgedSeries;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.ForecastAccuracy;
import dev.headroom.app.usecase.WorkspaceSummary;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.capacity.LimitRule;
import dev.headroom.engine.evaluation.ReliabilityTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// What the Overview shows, made from what is known about the fleet.
public final class OverviewViewModel {
    static final int BREACHES = 12;
    private final FleetModel fleet;
    private final Formats formats;
    private final InstantSource clock;
    private final ShellViewModel shell;
    private final Followed followed;
    private final AnomalyGlance anomalies;
    private final MonthCost costs;

    public OverviewViewModel(FleetModel fleet, ShellViewModel shell, Formats formats, InstantSource clock) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        this.clock = clock;
        this.followed = new Followed(fleet, shell);
        this.costs = new MonthCost(fleet, shell, formats, followed);
        this.anomalies = new AnomalyGlance(fleet, shell, formats, followed);
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
        return costs.face();
    }

    /// How the bill of the last closed month stands to its invoice; nothing without bills.
    public ObservableValue<Optional<BillBadge>> bill() {
        return fleet.bills().property().map(loaded -> loaded.known().flatMap(known -> BillBadge.of(known, formats)));
    }

    /// Shows the bill that the badge is about.
    public void openBill(BillBadge badge) {
        fleet.bills().askedProperty().set(Optional.of(badge.month()));
        shell.open(PanelId.DATA);
    }

    /// The daily cost of the first currency.
    public ObservableValue<Loaded<Optional<Plot>>> costPlot() {
        return costs.plot();
    }

    /// Such as `to 18 Feb 2027, amortised`.
    public ObservableValue<String> costSpan() {
        return costs.span();
    }

    /// Such as `Daily cost, all accounts`.
    public ObservableValue<String> costTitle() {
        return costs.title();
    }

    public ObservableValue<Loaded<FigureTile>> atRisk() {
        return followed.mapped(fleet.riskProperty(), risk -> riskTile(inScope(risk)));
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
        return followed.mapped(fleet.rightsizingProperty(), result -> savingTile(inScope(result)));
    }

    private FigureTile savingTile(FleetRightsizing result) {
        return result.savings().totals().values().stream()
                .max(Comparator.comparing(totals -> totals.cost().amount()))
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
        return followed.mapped(
                fleet.rightsizingProperty(),
                result -> inScope(result).recommendations().stream()
                        .map(recommendation -> new SizingRow(recommendation, result.standing(recommendation)))
                        .filter(row -> row.grossOrder() > 0 && row.status().countsAsPotential())
                        .limit(5)
                        .toList());
    }

    /// The open anomalies.
    public AnomalyGlance anomalies() {
        return anomalies;
    }

    public void retryRightsizing() {
        fleet.loadRightsizing();
    }

    /// How good forecasts were lately: kept ones that have come due, else backtests marked as such.
    public ObservableValue<Loaded<FigureTile>> accuracy() {
        return followed.mapped(
                fleet.accuracyProperty(),
                found -> found.map(this::accuracyTile)
                        .orElse(FigureTile.one(Formats.UNKNOWN, "Nothing due yet", "No series is long enough")));
    }

    private FigureTile accuracyTile(ForecastAccuracy accuracy) {
        return FigureTile.one(
                formats.number(accuracy.mase(), 2),
                "MASE, 80\u00a0%: " + formats.percent(100 * accuracy.coverage80(), 0),
                switch (accuracy.source()) {
                    case LEDGER -> formats.count(accuracy.forecasts()) + " kept forecasts";
                    case BACKTEST -> "from backtests";
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
        return followed.mapped(
                fleet.riskProperty(),
                risk -> BreachRow.of(inScope(risk), formats).stream()
                        .limit(BREACHES)
                        .toList());
    }

    /// Such as `All 33 in Risk`.
    public ObservableValue<String> breachLink() {
        ObservableValue<Loaded<Integer>> count = followed.mapped(
                fleet.riskProperty(),
                risk -> BreachRow.of(inScope(risk), formats).size());
        return count.map(
                loaded -> loaded.known().map("All %d in Risk"::formatted).orElse("All in Risk"));
    }

    /// Such as `80 % limit`.
    public ObservableValue<String> limitWords() {
        ReadOnlyStringWrapper words = new ReadOnlyStringWrapper();
        words.bind(fleet.riskRequestProperty()
                .map(request -> request.limit() instanceof LimitRule.Flat(double percent)
                        ? formats.percent(percent, 0) + " limit"
                        : "limit by size"));
        return words.getReadOnlyProperty();
    }

    /// Of the cells shown as likely, how many really breached.
    public ObservableValue<Loaded<String>> calibration() {
        return followed.mapped(
                fleet.reliabilityProperty(),
                table -> table.map(this::calibrationWords)
                        .orElse("No backtest is long enough to check these probabilities."));
    }

    private String calibrationWords(ReliabilityTable table) {
        return table.bins().stream()
                .filter(bin -> bin.from() >= 0.5)
                .max(Comparator.comparingInt(ReliabilityTable.Bin::cases))
                .map(bin -> "Of the cells shown as %.0f–%.0f\u00a0%% in past forecasts, %s breached."
                        .formatted(100 * bin.from(), 100 * bin.to(), formats.probability(bin.observedShare())))
                .orElse("No cell was shown as likely in the backtests.");
    }

    public ObservableValue<Loaded<List<QualityRow>>> quality() {
        return followed.mapped(fleet.qualityProperty(), judged -> QualityRow.of(inScope(judged)));
    }

    public ObservableValue<Loaded<List<QualityRow.Finding>>> findings() {
        return followed.mapped(
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
}
