package dev.headroom.app.ui.rightsizing;

import dev.headroom.app.ui.adapter.SizingPlots;
import dev.headroom.app.ui.decision.DecisionDesk;
import dev.headroom.app.ui.decision.StatusFilter;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.history.Change;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.part.ChosenRows;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.shell.ScopeStates;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.Decisions;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.rightsizing.FleetSavings;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.SavingsFrontier;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.SizingRisk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
    private final ChosenRows<SizingRow> rows = new ChosenRows<>(SizingRow::id);
    private final ObservableList<SavingsCalculator.Figure> strip = FXCollections.observableArrayList();
    private final ObservableList<SavingsCalculator.Figure> stripView = FXCollections.unmodifiableObservableList(strip);
    private final ObjectProperty<SizingFilter> filter = new SimpleObjectProperty<>(SizingFilter.SAVING);
    private final ObjectProperty<SizingRisk.@Nullable Level> level = new SimpleObjectProperty<>();
    private final ObjectProperty<StatusFilter> status = new SimpleObjectProperty<>(StatusFilter.OPEN);
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final DecisionDesk desk;
    private final SavingsCalculator calculator;
    private final SizingEvidence evidence;
    private final SizingPast past;
    private final ReadOnlyObjectWrapper<@Nullable Plot> frontier = new ReadOnlyObjectWrapper<>();

    public RightsizingViewModel(FleetModel fleet, ShellViewModel shell, Formats formats) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        this.desk = new DecisionDesk(fleet, shell);
        this.calculator = new SavingsCalculator(formats);
        this.evidence = new SizingEvidence(formats);
        this.past = new SizingPast(fleet, formats);
        fleet.rightsizingProperty().addListener((source, before, now) -> follow(now));
        fleet.insideProperty()
                .addListener((source, before, now) ->
                        follow(fleet.rightsizingProperty().get()));
        filter.addListener((source, before, now) -> refresh());
        level.addListener((source, before, now) -> refresh());
        status.addListener((source, before, now) -> refresh());
        rows.selectedProperty().addListener((source, before, now) -> drawFrontier());
        follow(fleet.rightsizingProperty().get());
    }

    public ReadOnlyObjectProperty<PanelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ObservableList<SizingRow> rows() {
        return rows.rows();
    }

    /// What can be saved and what each status holds.
    public ObservableList<SavingsCalculator.Figure> strip() {
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
        return rows.selectedProperty();
    }

    /// Which states the table shows.
    public ObjectProperty<StatusFilter> statusProperty() {
        return status;
    }

    /// The rows that a decision is about: all that are selected, the one in the detail among them.
    public ObservableList<SizingRow> chosen() {
        return rows.chosen();
    }

    /// The rows of the table and what is chosen of them.
    public ChosenRows<SizingRow> choice() {
        return rows;
    }

    /// How many recommendations stand where, and which servers are too small today.
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public DecisionDesk desk() {
        return desk;
    }

    /// What lies behind one recommendation.
    public SizingEvidence evidence() {
        return evidence;
    }

    /// What the past says about it.
    public SizingPast past() {
        return past;
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
        change(now.withPercentile(percentile)
                .withHeadroomPercent(headroomPercent)
                .withLookbackDays(lookbackDays));
    }

    /// Whether types of other processor architectures are looked at, too.
    public void setAnyArchitecture(boolean any) {
        change(fleet.policyProperty().get().withAnyArchitecture(any));
    }

    /// Above which risk savings are not advised.
    public void setMaximumRisk(SizingRisk.Level level) {
        change(fleet.policyProperty().get().withMaximumRisk(level));
    }

    public void resetPolicy() {
        change(SizingPolicy.standard());
    }

    private void change(SizingPolicy next) {
        SizingPolicy before = fleet.policyProperty().get();
        if (!next.equals(before)) {
            fleet.history().make(Change.atOnce("policy", () -> fleet.setPolicy(next), () -> fleet.setPolicy(before)));
        }
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
        Optional<FleetRightsizing> known = fleet.rightsizingProperty().get().known();
        if (known.isEmpty()) {
            return;
        }
        Decisions decisions = known.get().decisions();
        List<Recommendation> inside = inside();
        List<SizingRow> shown = inside.stream()
                .filter(filter.get()::takes)
                .map(recommendation -> new SizingRow(recommendation, decisions.standing(recommendation)))
                .filter(row -> status.get().takes(row.status()))
                .filter(row -> level.get() == null || row.risk().stream().anyMatch(risk -> risk == level.get()))
                .sorted(Comparator.comparingDouble(SizingRow::grossOrder).reversed())
                .toList();
        strip.setAll(calculator.figures(inside, decisions));
        answer.set(calculator.answer(inside, decisions));
        rows.show(shown);
        drawFrontier();
    }

    private void drawFrontier() {
        List<Recommendation> possible = fleet.rightsizingProperty().get().known().stream()
                .flatMap(result -> inside().stream()
                        .filter(one -> result.standing(one).status().countsAsPotential()))
                .toList();
        Optional<CurrencyCode> currency = SavingsCalculator.currency(FleetSavings.of(possible));
        if (currency.isEmpty()) {
            frontier.set(null);
            return;
        }
        SavingsFrontier made = SavingsFrontier.of(possible, currency.get(), SavingsFrontier.Basis.GROSS);
        SizingRow row = rows.selectedProperty().get();
        frontier.set(made.points().isEmpty() ? null : SizingPlots.frontier(made, row == null ? "" : row.id(), formats));
    }

    /// Such as `list prices of 1 Nov 2026`.
    public String priceWords() {
        return fleet.rightsizingProperty()
                .get()
                .known()
                .map(result -> result.prices().words(formats::dayYear))
                .orElse("");
    }
}
