package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.adapter.ForecastPlot;
import dev.headroom.app.ui.data.QualityRow;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.rightsizing.SizingRow;
import dev.headroom.app.ui.risk.BreachRow;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.usecase.CostOutlook;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.WorkspaceSummary;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.evaluation.ReliabilityTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    public OverviewViewModel(FleetModel fleet, Formats formats, InstantSource clock) {
        this.fleet = fleet;
        this.formats = formats;
        this.clock = clock;
    }

    /// Such as `5 accounts, 120 servers, 480 series`.
    public String subtitle() {
        WorkspaceSummary summary = fleet.summary();
        return "%s, %s, %s"
                .formatted(
                        counted(summary.accounts(), "account"),
                        counted(summary.servers(), "server"),
                        summary.series() == 1 ? "1 series" : formats.count(summary.series()) + " series");
    }

    private String counted(int count, String noun) {
        return formats.count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /// Empty when there are no bills.
    public ObservableValue<Loaded<Optional<CostTile>>> cost() {
        return mapped(
                fleet.costProperty(),
                list -> list.isEmpty() ? Optional.empty() : Optional.of(CostTile.of(list, formats)));
    }

    /// The daily cost of the first currency.
    public ObservableValue<Loaded<Optional<Plot>>> costPlot() {
        return mapped(
                fleet.costProperty(),
                list -> list.stream()
                        .findFirst()
                        .map(outlook -> ForecastPlot.of(outlook).build()));
    }

    /// Such as `to 18 Feb 2027`.
    public String costSpan(CostOutlook outlook) {
        return "to " + formats.dayYear(outlook.forecast().grid().end().minusSeconds(1));
    }

    public ReadOnlyObjectProperty<Loaded<List<CostOutlook>>> outlooks() {
        return fleet.costProperty();
    }

    public ObservableValue<Loaded<FigureTile>> atRisk() {
        return mapped(fleet.riskProperty(), this::riskTile);
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
        return mapped(fleet.rightsizingProperty(), this::savingTile);
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
                result -> result.recommendations().stream()
                        .map(SizingRow::new)
                        .filter(row -> row.grossOrder() > 0)
                        .limit(5)
                        .toList());
    }

    public void retryRightsizing() {
        fleet.loadRightsizing();
    }

    /// How well probabilities held in backtests; empty when no series is long enough.
    public ObservableValue<Loaded<FigureTile>> accuracy() {
        return mapped(
                fleet.reliabilityProperty(),
                table -> table.map(this::accuracyTile)
                        .orElse(FigureTile.one(Formats.UNKNOWN, "No backtest yet", "The series are too short")));
    }

    private FigureTile accuracyTile(ReliabilityTable table) {
        return FigureTile.one(
                formats.number(table.brierScore(), 3),
                "Brier score, backtests",
                "guessing gives " + formats.number(table.baseRate() * (1 - table.baseRate()), 3));
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
                risk -> BreachRow.of(risk, cell -> true, formats).stream()
                        .limit(BREACHES)
                        .toList());
    }

    /// Such as `All 33 in Risk`.
    public ObservableValue<String> breachLink() {
        return fleet.riskProperty()
                .map(loaded -> loaded.known()
                        .map(risk -> "All %d in Risk"
                                .formatted(BreachRow.of(risk, cell -> true, formats)
                                        .size()))
                        .orElse("All in Risk"));
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
        return mapped(fleet.qualityProperty(), QualityRow::of);
    }

    public ObservableValue<Loaded<List<QualityRow.Finding>>> findings() {
        return mapped(fleet.qualityProperty(), judged -> QualityRow.worst(judged, 2));
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

    private static <T, R> ObservableValue<Loaded<R>> mapped(
            ReadOnlyObjectProperty<Loaded<T>> source, Function<T, R> function) {
        ReadOnlyObjectWrapper<Loaded<R>> target =
                new ReadOnlyObjectWrapper<>(source.get().map(function));
        source.addListener((observable, before, now) -> target.set(now.map(function)));
        return target.getReadOnlyProperty();
    }
}
