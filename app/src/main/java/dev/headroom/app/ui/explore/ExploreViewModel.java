package dev.headroom.app.ui.explore;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.shell.ScopeStates;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.ExploreSeries;
import dev.headroom.app.usecase.FleetExploration;
import dev.headroom.engine.quantity.ResourceKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The Explore panel: which series there are, and the views of the chosen one and of the fleet.
public final class ExploreViewModel {
    /// What a filter that takes everything is called.
    public static final String ALL = "";

    private static final int KEPT_SERIES = 64;

    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final Formats formats;
    private final CostPivotModel pivot;
    private final Kept<ResourceKind, FleetExploration> members;
    private final Kept<ExploreSeries.Request, SeriesViews> series;
    private final ObjectProperty<ExplorePage> page = new SimpleObjectProperty<>(ExplorePage.PROFILE);
    private final StringProperty search = new SimpleStringProperty("");
    private final StringProperty archetype = new SimpleStringProperty(ALL);
    private final StringProperty account = new SimpleStringProperty(ALL);
    private final ReadOnlyObjectWrapper<PanelState> state = new ReadOnlyObjectWrapper<>(new PanelState.Loading());
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ObservableList<SeriesRow> rows = FXCollections.observableArrayList();
    private final ObservableList<SeriesRow> rowsView = FXCollections.unmodifiableObservableList(rows);

    public ExploreViewModel(FleetModel fleet, ShellViewModel shell, BackgroundRunner runner, Formats formats) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        this.pivot = new CostPivotModel(fleet, runner, formats);
        this.members = new Kept<>(runner, ResourceKind.values().length);
        this.series = new Kept<>(runner, KEPT_SERIES);
        members.property().addListener((source, before, now) -> follow());
        fleet.insideProperty().addListener((source, before, now) -> follow());
        fleet.serversProperty().addListener((source, before, now) -> follow());
        for (StringProperty filter : List.of(search, archetype, account)) {
            filter.addListener((source, before, now) -> list());
        }
        shell.metricProperty().addListener((source, before, now) -> load());
        shell.selectionProperty().addListener((source, before, now) -> choose());
        load();
    }

    public ReadOnlyObjectProperty<PanelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ObjectProperty<ExplorePage> pageProperty() {
        return page;
    }

    public StringProperty searchProperty() {
        return search;
    }

    /// The archetype in words that is listed; [#ALL] for all.
    public StringProperty archetypeProperty() {
        return archetype;
    }

    /// The account that is listed; [#ALL] for all.
    public StringProperty accountProperty() {
        return account;
    }

    /// The series that pass the filters.
    public ObservableList<SeriesRow> rows() {
        return rowsView;
    }

    /// The id of the server whose views are shown; empty for none.
    public ReadOnlyStringProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// The line beside the title.
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loaded<SeriesViews>> seriesProperty() {
        return series.property();
    }

    /// The part of the fleet that lies inside the scope.
    public Optional<FleetExploration> inside() {
        return members.property()
                .get()
                .known()
                .map(all -> all.within(fleet.insideProperty().get()));
    }

    public ReadOnlyObjectProperty<Loaded<FleetExploration>> membersProperty() {
        return members.property();
    }

    public CostPivotModel pivot() {
        return pivot;
    }

    public Formats formats() {
        return formats;
    }

    public ObjectProperty<ResourceKind> metricProperty() {
        return shell.metricProperty();
    }

    /// The name under which the chosen server is shown.
    public String chosenName() {
        return fleet.namesProperty().get().resource(chosen.get());
    }

    /// Chooses a server for this panel and the others.
    public void select(String id) {
        if (!id.isEmpty() && !id.equals(shell.selectionProperty().get())) {
            shell.selectionProperty().set(id);
        }
    }

    /// The archetypes in words that the scope holds.
    public List<String> archetypes() {
        return distinct(SeriesRow::archetype);
    }

    /// The accounts that the scope holds, as they are shown.
    public List<String> accounts() {
        return distinct(SeriesRow::account);
    }

    private List<String> distinct(Function<SeriesRow, String> part) {
        return everyRow().stream()
                .map(part)
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /// Reads the series of the metric, once more after a failure.
    public void load() {
        ResourceKind kind = shell.metricProperty().get();
        members.ask(
                kind,
                "Reading " + kind.label() + " of the fleet",
                progress -> fleet.session().exploreFleet(kind, progress));
        loadSeries();
    }

    /// Looks at the chosen series, once more after a failure.
    public void loadSeries() {
        if (!chosen.get().isEmpty()) {
            ExploreSeries.Request request = new ExploreSeries.Request(
                    chosen.get(), shell.metricProperty().get());
            series.ask(
                    request,
                    "Looking at a series",
                    progress -> SeriesViews.of(fleet.session().explore(request)));
        }
    }

    private void follow() {
        switch (members.property().get()) {
            case Loaded.Waiting<FleetExploration> waiting -> state.set(new PanelState.Loading());
            case Loaded.Failed<FleetExploration>(var failure) ->
                state.set(new PanelState.Failed("The series could not be read", failure, this::load));
            case Loaded.Known<FleetExploration>(FleetExploration all) -> {
                list();
                state.set(
                        all.members().isEmpty()
                                ? PanelState.Empty.plain(
                                        "fth-compass",
                                        "No series of " + all.kind().label(),
                                        "Import utilization as CSV, or choose another metric.")
                                : everyRow().isEmpty()
                                        ? ScopeStates.nothing("fth-compass", "series", shell)
                                        : new PanelState.Ready());
            }
        }
    }

    private List<SeriesRow> everyRow() {
        return inside().map(FleetExploration::members).orElse(List.of()).stream()
                .map(member -> SeriesRow.of(member, fleet.namesProperty().get().of(member.server()), formats))
                .toList();
    }

    private void list() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        List<SeriesRow> every = everyRow();
        rows.setAll(every.stream()
                .filter(row -> row.name().toLowerCase(Locale.ROOT).contains(wanted))
                .filter(row -> archetype.get().isEmpty() || row.archetype().equals(archetype.get()))
                .filter(row -> account.get().isEmpty() || row.account().equals(account.get()))
                .toList());
        answer.set("%s: %s of %s series"
                .formatted(
                        shell.metricProperty().get().label(), formats.count(rows.size()), formats.count(every.size())));
        choose();
    }

    /// The selected server when the scope holds its series, else the one that is shown, else the first of the list.
    private void choose() {
        List<String> ids = inside().map(FleetExploration::members).orElse(List.of()).stream()
                .map(member -> member.server().id())
                .toList();
        String selected = shell.selectionProperty().get();
        String next = ids.contains(selected)
                ? selected
                : ids.contains(chosen.get())
                        ? chosen.get()
                        : rows.isEmpty() ? "" : rows.getFirst().id();
        chosen.set(next);
        loadSeries();
    }
}
