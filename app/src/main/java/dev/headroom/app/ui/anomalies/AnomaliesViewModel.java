package dev.headroom.app.ui.anomalies;

import dev.headroom.app.ui.adapter.AnomalyPlots;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.shell.ScopeStates;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.AnomalySubject;
import dev.headroom.app.usecase.FleetAnomalies;
import dev.headroom.app.usecase.WatchScope;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.anomaly.Sensitivity;
import dev.headroom.engine.anomaly.Urgency;
import java.util.ArrayList;
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

/// The Anomalies panel: the list under its filters, and the one that is looked at.
public final class AnomaliesViewModel {
    /// Which series the list shows.
    public enum Watched {
        ALL("Costs and metrics"),
        COST("Costs"),
        METRICS("Metrics");

        private final String label;

        Watched(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final Formats formats;
    private final AnomalyDesk desk;
    private final ReadOnlyObjectWrapper<PanelState> state = new ReadOnlyObjectWrapper<>(new PanelState.Loading());
    private final ObservableList<AnomalyRow> rows = FXCollections.observableArrayList();
    private final ObservableList<AnomalyRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ObjectProperty<AnomalyFilter> filter = new SimpleObjectProperty<>(AnomalyFilter.OPEN);
    private final ObjectProperty<AnomalyOrder> order = new SimpleObjectProperty<>(AnomalyOrder.URGENCY);
    private final ObjectProperty<Urgency> least = new SimpleObjectProperty<>(Urgency.MEDIUM);
    private final ObjectProperty<Watched> watched = new SimpleObjectProperty<>(Watched.ALL);
    private final ObjectProperty<Sensitivity> sensitivity;
    private final ObjectProperty<@Nullable AnomalyRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private List<AnomalyRow> inside = List.of();

    public AnomaliesViewModel(FleetModel fleet, ShellViewModel shell, Formats formats) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        this.desk = new AnomalyDesk(fleet, shell);
        this.sensitivity =
                new SimpleObjectProperty<>(fleet.watch().sensitivityProperty().get());
        sensitivity.addListener((source, before, now) -> fleet.watch().setSensitivity(now));
        fleet.watch().property().addListener((source, before, now) -> follow(now));
        fleet.insideProperty().addListener((source, before, now) -> again());
        fleet.namesProperty().addListener((source, before, now) -> again());
        filter.addListener((source, before, now) -> refresh());
        order.addListener((source, before, now) -> refresh());
        least.addListener((source, before, now) -> refresh());
        watched.addListener((source, before, now) -> refresh());
        fleet.watch().want();
        again();
    }

    public ReadOnlyObjectProperty<PanelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ObservableList<AnomalyRow> rows() {
        return rowsView;
    }

    public ObjectProperty<AnomalyFilter> filterProperty() {
        return filter;
    }

    public ObjectProperty<AnomalyOrder> orderProperty() {
        return order;
    }

    /// The least urgent that is listed.
    public ObjectProperty<Urgency> leastProperty() {
        return least;
    }

    public ObjectProperty<Watched> watchedProperty() {
        return watched;
    }

    public ObjectProperty<Sensitivity> sensitivityProperty() {
        return sensitivity;
    }

    public ObjectProperty<@Nullable AnomalyRow> selectedProperty() {
        return selected;
    }

    /// How many are open and what they cost.
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public AnomalyDesk desk() {
        return desk;
    }

    /// What would be sent of the rows on the list.
    public AnomalySending sending() {
        return new AnomalySending(fleet, shell, words(), rowsView);
    }

    public Formats formats() {
        return formats;
    }

    AnomalyWords words() {
        return new AnomalyWords(formats, fleet.namesProperty().get());
    }

    /// How many a filter would list.
    public long count(AnomalyFilter wanted) {
        return inside.stream()
                .filter(this::taken)
                .filter(row -> wanted.takes(row.standing().status()))
                .count();
    }

    public Plot plot(AnomalyRow row) {
        return AnomalyPlots.of(row.anomaly(), formats);
    }

    /// The root cause under the names that are shown; empty for metrics.
    public List<CauseRow> causes(AnomalyRow row) {
        return CauseRow.of(row.anomaly().causes()).stream()
                .map(cause -> new CauseRow(
                        cause.usageType(),
                        cause.service(),
                        fleet.namesProperty().get().account(cause.account()),
                        cause.region(),
                        cause.part(),
                        cause.tenths(),
                        cause.contribution()))
                .toList();
    }

    /// What happened to it, the first thing first.
    public List<String> history(AnomalyRow row) {
        return fleet.watch()
                .property()
                .get()
                .known()
                .map(all -> words().history(row.anomaly(), all.feedback()))
                .orElse(List.of());
    }

    /// For what a known event can be kept that would have covered it, the narrowest first.
    public List<WatchScope> scopes(AnomalyRow row) {
        List<WatchScope> scopes =
                new ArrayList<>(List.of(WatchScope.of(row.anomaly().subject())));
        switch (row.anomaly().subject()) {
            case AnomalySubject.Cost cost -> {
                if (!cost.service().isEmpty()) {
                    scopes.add(new WatchScope("service", cost.service()));
                }
                if (!cost.account().isEmpty()) {
                    scopes.add(new WatchScope("account", cost.account()));
                }
                scopes.add(new WatchScope("cost", ""));
            }
            case AnomalySubject.Metric metric -> {
                scopes.add(new WatchScope("server", metric.series().resource()));
                scopes.add(new WatchScope("metrics", ""));
            }
        }
        scopes.add(WatchScope.ALL);
        return scopes;
    }

    /// A scope in words.
    public String scopeWords(WatchScope scope, AnomalyRow row) {
        return switch (scope.word()) {
            case "series" -> "Only " + row.title() + ", " + row.place();
            case "service" -> "Service " + scope.name();
            case "account" -> "Account " + fleet.namesProperty().get().account(scope.name());
            case "server" -> "Server " + fleet.namesProperty().get().resource(scope.name());
            case "cost" -> "All costs";
            case "metrics" -> "All metrics";
            default -> "Everything";
        };
    }

    public void undo() {
        fleet.history().undo();
    }

    public void redo() {
        fleet.history().redo();
    }

    private void again() {
        follow(fleet.watch().property().get());
    }

    private void follow(Loaded<FleetAnomalies> result) {
        switch (result) {
            case Loaded.Waiting<FleetAnomalies> waiting -> state.set(new PanelState.Loading());
            case Loaded.Failed<FleetAnomalies>(var failure) -> {
                boolean nothing = failure.code().equals("HR-3310");
                state.set(
                        nothing
                                ? PanelState.Empty.plain(
                                        "fth-activity", "Nothing to watch", "Import a bill or utilization first.")
                                : new PanelState.Failed(
                                        "Anomalies could not be looked for", failure, fleet.watch()::load));
            }
            case Loaded.Known<FleetAnomalies>(FleetAnomalies known) -> {
                inside = OpenAnomalies.inside(fleet, known, formats);
                refresh();
                state.set(
                        !inside.isEmpty()
                                ? new PanelState.Ready()
                                : known.found().isEmpty()
                                        ? PanelState.Empty.plain(
                                                "fth-activity",
                                                "Nothing unusual",
                                                "%s series were looked at; none left what was expected."
                                                        .formatted(formats.count(known.series())))
                                        : ScopeStates.nothing("fth-activity", "anomaly", shell));
            }
        }
    }

    private boolean taken(AnomalyRow row) {
        return row.anomaly().urgency().compareTo(least.get()) >= 0
                && switch (watched.get()) {
                    case ALL -> true;
                    case COST -> row.anomaly().isCost();
                    case METRICS -> !row.anomaly().isCost();
                };
    }

    private void refresh() {
        Optional<FleetAnomalies> known = fleet.watch().property().get().known();
        if (known.isEmpty()) {
            return;
        }
        AnomalyRow before = selected.get();
        int place = before == null ? 0 : Math.max(0, rows.indexOf(before));
        List<AnomalyRow> shown = inside.stream()
                .filter(this::taken)
                .filter(row -> filter.get().takes(row.standing().status()))
                .sorted(order.get().comparator())
                .toList();
        rows.setAll(shown);
        answer.set(words().answer(
                        inside.stream()
                                .filter(this::taken)
                                .filter(row -> row.standing().isOpen())
                                .toList(),
                        known.get()));
        selected.set(shown.stream()
                .filter(row -> before != null && row.id().equals(before.id()))
                .findFirst()
                .orElse(shown.isEmpty() ? null : shown.get(Math.min(place, shown.size() - 1))));
    }
}
