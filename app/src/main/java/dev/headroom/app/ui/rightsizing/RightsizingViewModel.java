package dev.headroom.app.ui.rightsizing;

import dev.headroom.app.ui.adapter.SizingPlots;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.shell.ScopeStates;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.Assessment;
import dev.headroom.engine.rightsizing.FleetSavings;
import dev.headroom.engine.rightsizing.FlipPoint;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.Rejection;
import dev.headroom.engine.rightsizing.Replay;
import dev.headroom.engine.rightsizing.SavingsFrontier;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.SizingRisk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The Rightsizing panel: recommendations under a policy, and the evidence behind the chosen one.
public final class RightsizingViewModel {
    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final Formats formats;
    private final ReadOnlyObjectWrapper<PanelState> state = new ReadOnlyObjectWrapper<>(new PanelState.Loading());
    private final ObservableList<SizingRow> rows = FXCollections.observableArrayList();
    private final ObservableList<SizingRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<Figure> strip = FXCollections.observableArrayList();
    private final ObservableList<Figure> stripView = FXCollections.unmodifiableObservableList(strip);
    private final ObjectProperty<SizingFilter> filter = new SimpleObjectProperty<>(SizingFilter.SAVING);
    private final ObjectProperty<SizingRisk.@Nullable Level> level = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable SizingRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Plot> frontier = new ReadOnlyObjectWrapper<>();

    /// One figure of the strip at the top.
    public record Figure(String heading, String value, Tone tone, String below) {}

    public RightsizingViewModel(FleetModel fleet, ShellViewModel shell, Formats formats) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        fleet.rightsizingProperty().addListener((source, before, now) -> follow(now));
        fleet.insideProperty()
                .addListener((source, before, now) ->
                        follow(fleet.rightsizingProperty().get()));
        filter.addListener((source, before, now) -> refresh());
        level.addListener((source, before, now) -> refresh());
        selected.addListener((source, before, now) -> drawFrontier());
        follow(fleet.rightsizingProperty().get());
    }

    public ReadOnlyObjectProperty<PanelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ObservableList<SizingRow> rows() {
        return rowsView;
    }

    public ObservableList<Figure> strip() {
        return stripView;
    }

    public ObjectProperty<SizingFilter> filterProperty() {
        return filter;
    }

    /// The only risk level to show; null for all.
    public ObjectProperty<SizingRisk.@Nullable Level> levelProperty() {
        return level;
    }

    public ObjectProperty<@Nullable SizingRow> selectedProperty() {
        return selected;
    }

    public ReadOnlyObjectProperty<@Nullable Plot> frontierProperty() {
        return frontier.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SizingPolicy> policyProperty() {
        return fleet.policyProperty();
    }

    public Formats formats() {
        return formats;
    }

    /// Recommends anew with these choices of the policy.
    public void applyPolicy(double percentile, double headroomPercent, int lookbackDays) {
        SizingPolicy now = fleet.policyProperty().get();
        fleet.setPolicy(new SizingPolicy(
                percentile,
                headroomPercent,
                lookbackDays,
                now.ceilings(),
                now.minimumChangePercent(),
                now.minimumDays()));
    }

    public void resetPolicy() {
        fleet.setPolicy(SizingPolicy.standard());
    }

    /// How many recommendations a filter would show.
    public long count(SizingFilter wanted) {
        return inside().stream().filter(wanted::takes).count();
    }

    private void follow(Loaded<FleetRightsizing> result) {
        switch (result) {
            case Loaded.Waiting<FleetRightsizing> waiting -> state.set(new PanelState.Loading());
            case Loaded.Failed<FleetRightsizing>(var failure) ->
                state.set(new PanelState.Failed("Recommendations could not be made", failure, fleet::loadRightsizing));
            case Loaded.Known<FleetRightsizing>(FleetRightsizing known) -> {
                refresh();
                state.set(stateOf(known));
            }
        }
    }

    private PanelState stateOf(FleetRightsizing known) {
        if (known.recommendations().isEmpty()) {
            return PanelState.Empty.plain(
                    "fth-sliders",
                    "No server to size",
                    "Import an inventory with instance types and utilization as CSV.");
        }
        return inside().isEmpty()
                ? ScopeStates.nothing("fth-sliders", "server to size", shell)
                : new PanelState.Ready();
    }

    private List<Recommendation> inside() {
        return fleet.rightsizingProperty().get().known().stream()
                .flatMap(result -> result.recommendations().stream())
                .filter(recommendation -> fleet.insideProperty().get().test(recommendation.server()))
                .toList();
    }

    private void refresh() {
        if (fleet.rightsizingProperty().get().known().isEmpty()) {
            return;
        }
        SizingRow before = selected.get();
        List<Recommendation> inside = inside();
        rows.setAll(inside.stream()
                .filter(filter.get()::takes)
                .map(SizingRow::new)
                .filter(row -> level.get() == null || row.risk().stream().anyMatch(risk -> risk == level.get()))
                .sorted(Comparator.comparingDouble(SizingRow::grossOrder).reversed())
                .toList());
        strip.setAll(figures(FleetSavings.of(inside)));
        selected.set(rows.stream()
                .filter(row -> before != null && row.id().equals(before.id()))
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.getFirst()));
        drawFrontier();
    }

    private List<Figure> figures(FleetSavings savings) {
        if (savings.totals().isEmpty()) {
            return List.of(new Figure("Gross saving", Formats.UNKNOWN, Tone.NEUTRAL, "no server has a known price"));
        }
        FleetSavings.Totals totals = largest(savings).getValue();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "Gross saving",
                formats.money(totals.saving(), 0),
                Tone.GOOD,
                "per month, %d actions".formatted(count(SizingFilter.SAVING))));
        figures.add(totals.netWhenComplete()
                .map(net -> new Figure("Net saving", formats.money(net, 0), Tone.GOOD, "after commitments that go on"))
                .orElse(new Figure("Net saving", "unknown", Tone.NEUTRAL, "commitments are not imported")));
        Money year = totals.saving().times(BigDecimal.valueOf(12));
        figures.add(new Figure("Gross per year", formats.money(year, 0), Tone.GOOD, "no action counted twice"));
        figures.add(new Figure(
                "Share of cost",
                formats.percent(totals.savingPercent(), 1),
                Tone.NEUTRAL,
                "of " + formats.money(totals.cost(), 0) + " at list prices"));
        boolean short0 = totals.extraCost().amount().signum() == 0;
        figures.add(new Figure(
                "Too small today",
                formats.count(count(SizingFilter.SHORTAGE)),
                short0 ? Tone.NEUTRAL : Tone.WATCH,
                short0 ? "servers need more" : "servers, " + formats.money(totals.extraCost(), 0) + " per month more"));
        return figures;
    }

    /// The currency that most money is spent in.
    private static Map.Entry<CurrencyCode, FleetSavings.Totals> largest(FleetSavings savings) {
        return savings.totals().entrySet().stream()
                .max(Comparator.comparing(entry -> entry.getValue().cost().amount()))
                .orElseThrow();
    }

    private void drawFrontier() {
        List<Recommendation> inside = inside();
        FleetSavings savings = FleetSavings.of(inside);
        if (savings.totals().isEmpty()) {
            frontier.set(null);
            return;
        }
        SavingsFrontier made = SavingsFrontier.of(inside, largest(savings).getKey(), SavingsFrontier.Basis.GROSS);
        SizingRow row = selected.get();
        frontier.set(made.points().isEmpty() ? null : SizingPlots.frontier(made, row == null ? "" : row.id(), formats));
    }

    /// The replay of the resource that comes closest to its ceiling.
    public Optional<Replay> replay(SizingRow row) {
        return row.recommendation().assessment().stream()
                .flatMap(assessment -> assessment.replays().stream())
                .max(Comparator.comparingDouble(replay -> replay.highestAfterPercent() / replay.ceilingPercent()));
    }

    public Plot replayPlot(SizingRow row, Replay replay) {
        String before = row.from();
        String after =
                row.recommendation().to().map(InstanceShape::instanceType).orElse("after");
        return SizingPlots.replay(replay, before, after.equals(before) ? before + " kept" : after, formats);
    }

    /// What would flip the verdict; empty when nothing is measured.
    public String flip(SizingRow row) {
        return row.recommendation()
                .assessment()
                .flatMap(Assessment::flip)
                .map(this::flipWords)
                .orElse("");
    }

    private String flipWords(FlipPoint flip) {
        return "headroom above %s, or load %s (%s gives way first)."
                .formatted(
                        formats.percent(flip.largestHeadroomPercent(), 0),
                        formats.signedPercent(flip.largestGrowthPercent(), 0),
                        flip.bottleneck().label());
    }

    public List<Rejection> rejections(SizingRow row) {
        return row.recommendation().rejections();
    }

    /// Such as `list prices of 1 Nov 2026`.
    public String priceWords() {
        return fleet.rightsizingProperty()
                .get()
                .known()
                .map(result -> "list prices of " + formats.dayYear(result.priceDate()))
                .orElse("");
    }
}
