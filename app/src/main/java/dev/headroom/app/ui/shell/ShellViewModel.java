package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Density;
import dev.headroom.app.ui.part.TableLayout;
import dev.headroom.app.ui.session.Names;
import dev.headroom.app.ui.theme.Theme;
import dev.headroom.app.usecase.Scope;
import dev.headroom.app.usecase.WorkspaceSummary;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.ResourceKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/// The state of the window around the panels.
public final class ShellViewModel {
    private static final int REMEMBERED = 50;

    private final ReadOnlyObjectWrapper<PanelId> panel;
    private final Deque<Place> past = new ArrayDeque<>();
    private final Deque<Place> future = new ArrayDeque<>();
    private final ObjectProperty<Theme> theme;
    private final BooleanProperty collapsed;
    private final BooleanProperty narrow = new SimpleBooleanProperty();
    private final BooleanProperty presenting = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<WorkspaceState> workspace =
            new ReadOnlyObjectWrapper<>(new WorkspaceState.Opening());
    private final ObjectProperty<Scope> scope;
    private final StringProperty selection;
    private final ObjectProperty<CostBasis> basis;
    private final ObjectProperty<Density> density;
    private final BooleanProperty pseudonyms;
    private final Map<String, TableLayout> layouts = new HashMap<>();
    private String exportFolder;
    private final ObjectProperty<Names> names = new SimpleObjectProperty<>(Names.real(List.of()));
    private final ObjectProperty<ResourceKind> metric = new SimpleObjectProperty<>(ResourceKind.CPU);
    private final StringProperty workspaceName = new SimpleStringProperty("Opening …");
    private final StringProperty asOf = new SimpleStringProperty("");
    private final ObjectProperty<StatusText> freshness = new SimpleObjectProperty<>(StatusText.NONE);
    private final ObjectProperty<StatusText> quality = new SimpleObjectProperty<>(StatusText.NONE);
    private final ObjectProperty<StatusText> models = new SimpleObjectProperty<>(StatusText.NONE);
    private final ObservableMap<PanelId, String> counts = FXCollections.observableHashMap();
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();

    public ShellViewModel(WindowSettings settings) {
        panel = new ReadOnlyObjectWrapper<>(settings.panel());
        theme = new SimpleObjectProperty<>(settings.theme());
        collapsed = new SimpleBooleanProperty(settings.collapsed());
        scope = new SimpleObjectProperty<>(settings.focus().scope());
        selection = new SimpleStringProperty(settings.focus().selection());
        basis = new SimpleObjectProperty<>(settings.focus().basis());
        density = new SimpleObjectProperty<>(settings.tables().density());
        pseudonyms = new SimpleBooleanProperty(settings.sharing().pseudonyms());
        layouts.putAll(settings.tables().layouts());
        exportFolder = settings.sharing().folder();
        scope.addListener((source, before, now) -> {
            if (!now.resource().isEmpty()) {
                selection.set(now.resource());
            }
        });
    }

    public ReadOnlyObjectProperty<PanelId> panelProperty() {
        return panel.getReadOnlyProperty();
    }

    /// Where the person was: a panel and the server that was chosen there.
    private record Place(PanelId panel, String selection) {}

    /// Brings a panel to the front and remembers the way back.
    public void open(PanelId next) {
        go(new Place(next, selection.get()));
    }

    private void go(Place next) {
        Place here = new Place(panel.get(), selection.get());
        if (!next.equals(here)) {
            past.push(here);
            if (past.size() > REMEMBERED) {
                past.removeLast();
            }
            future.clear();
            show(next);
        }
    }

    private void show(Place place) {
        selection.set(place.selection());
        panel.set(place.panel());
    }

    public void back() {
        step(past, future);
    }

    public void forward() {
        step(future, past);
    }

    private void step(Deque<Place> from, Deque<Place> to) {
        Place next = from.poll();
        if (next != null) {
            to.push(new Place(panel.get(), selection.get()));
            show(next);
        }
    }

    /// Chooses a server for all panels and opens one of them.
    public void openResource(String resource, PanelId where) {
        go(new Place(where, resource));
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public void switchTheme() {
        theme.set(theme.get().other());
    }

    /// The wish of the user; a narrow window collapses the navigation anyway.
    public BooleanProperty collapsedProperty() {
        return collapsed;
    }

    public BooleanProperty narrowProperty() {
        return narrow;
    }

    public BooleanProperty presentingProperty() {
        return presenting;
    }

    public ReadOnlyObjectProperty<WorkspaceState> workspaceProperty() {
        return workspace.getReadOnlyProperty();
    }

    /// Takes over what became of the workspace.
    public void setWorkspace(WorkspaceState state) {
        workspace.set(state);
        workspaceName.set(
                switch (state) {
                    case WorkspaceState.Opening opening -> "Opening …";
                    case WorkspaceState.Fresh fresh -> "New workspace";
                    case WorkspaceState.Filled filled -> name(filled.summary());
                    case WorkspaceState.Failed failed -> "No workspace";
                });
    }

    private static String name(WorkspaceSummary summary) {
        var last = summary.folder().getFileName();
        return last == null ? summary.folder().toString() : last.toString();
    }

    public StringProperty workspaceNameProperty() {
        return workspaceName;
    }

    /// The part of the fleet and of its bills that the panels look at.
    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /// Leaves the narrowest level of the scope.
    public void widen() {
        scope.set(scope.get().wider());
    }

    /// The id of the server that the panels have in common; empty for none.
    public StringProperty selectionProperty() {
        return selection;
    }

    /// Which cost column the figures add up.
    public ObjectProperty<CostBasis> basisProperty() {
        return basis;
    }

    public ObjectProperty<Density> densityProperty() {
        return density;
    }

    /// True when accounts and hosts are shown under invented names.
    public BooleanProperty pseudonymsProperty() {
        return pseudonyms;
    }

    /// How the person has arranged the tables, by their names.
    public Map<String, TableLayout> layouts() {
        return layouts;
    }

    /// Under which names accounts and hosts are shown.
    public ObjectProperty<Names> namesProperty() {
        return names;
    }

    /// The path to the scope in the names that are shown.
    public List<ScopeWords.Crumb> crumbs() {
        return ScopeWords.crumbs(scope.get(), names.get()::account, names.get()::resource);
    }

    /// The scope in words, such as `AWS, prod-eu`.
    public String scopeWords() {
        return scope.get().isAll()
                ? "all accounts"
                : String.join(
                        ", ", crumbs().stream().map(ScopeWords.Crumb::words).toList());
    }

    /// Where the last export was written; empty for none.
    public String exportFolder() {
        return exportFolder;
    }

    public void setExportFolder(String folder) {
        exportFolder = folder;
    }

    /// The resource of the chosen server that the panels look at.
    public ObjectProperty<ResourceKind> metricProperty() {
        return metric;
    }

    /// Such as `20 Nov 2026`; empty when there is no data.
    public StringProperty asOfProperty() {
        return asOf;
    }

    public ObjectProperty<StatusText> freshnessProperty() {
        return freshness;
    }

    public ObjectProperty<StatusText> qualityProperty() {
        return quality;
    }

    public ObjectProperty<StatusText> modelsProperty() {
        return models;
    }

    /// The figures at the right of the navigation items.
    public ObservableMap<PanelId, String> counts() {
        return counts;
    }

    public ObservableList<Notice> notices() {
        return notices;
    }

    public void notify(Notice notice) {
        notices.add(notice);
    }

    /// What to remember, with the size that the window has now.
    public WindowSettings settings(double width, double height, boolean maximized, String folder) {
        return new WindowSettings(
                theme.get(),
                width,
                height,
                maximized,
                collapsed.get(),
                panel.get(),
                folder,
                new WindowSettings.Focus(scope.get(), selection.get(), basis.get()),
                new WindowSettings.Tables(density.get(), layouts),
                new WindowSettings.Sharing(pseudonyms.get(), exportFolder));
    }

    /// The panels that work in this release.
    public static final List<PanelId> LIVE = List.of(
            PanelId.OVERVIEW,
            PanelId.DATA,
            PanelId.EXPLORE,
            PanelId.FORECAST,
            PanelId.RISK,
            PanelId.RIGHTSIZING,
            PanelId.SCENARIOS,
            PanelId.ANOMALIES,
            PanelId.COMMITMENTS);
}
