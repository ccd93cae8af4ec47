package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.theme.Theme;
import dev.headroom.app.usecase.WorkspaceSummary;
import dev.headroom.engine.quantity.ResourceKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
    private final Deque<PanelId> past = new ArrayDeque<>();
    private final Deque<PanelId> future = new ArrayDeque<>();
    private final ObjectProperty<Theme> theme;
    private final BooleanProperty collapsed;
    private final BooleanProperty narrow = new SimpleBooleanProperty();
    private final BooleanProperty presenting = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<WorkspaceState> workspace =
            new ReadOnlyObjectWrapper<>(new WorkspaceState.Opening());
    private final ObjectProperty<Scope> scope;
    private final ObjectProperty<ResourceKind> metric = new SimpleObjectProperty<>(ResourceKind.CPU);
    private final StringProperty workspaceName = new SimpleStringProperty("Opening …");
    private final StringProperty asOf = new SimpleStringProperty("");
    private final StringProperty costBasis = new SimpleStringProperty("");
    private final ObjectProperty<StatusText> freshness = new SimpleObjectProperty<>(StatusText.NONE);
    private final ObjectProperty<StatusText> quality = new SimpleObjectProperty<>(StatusText.NONE);
    private final ObjectProperty<StatusText> models = new SimpleObjectProperty<>(StatusText.NONE);
    private final ObservableMap<PanelId, String> counts = FXCollections.observableHashMap();
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private final ObservableList<String> accounts = FXCollections.observableArrayList();

    public ShellViewModel(WindowSettings settings) {
        panel = new ReadOnlyObjectWrapper<>(settings.panel());
        theme = new SimpleObjectProperty<>(settings.theme());
        collapsed = new SimpleBooleanProperty(settings.collapsed());
        scope = new SimpleObjectProperty<>(new Scope(settings.account(), settings.resource()));
    }

    public ReadOnlyObjectProperty<PanelId> panelProperty() {
        return panel.getReadOnlyProperty();
    }

    /// Brings a panel to the front and remembers the way back.
    public void open(PanelId next) {
        if (next != panel.get()) {
            past.push(panel.get());
            if (past.size() > REMEMBERED) {
                past.removeLast();
            }
            future.clear();
            panel.set(next);
        }
    }

    public void back() {
        step(past, future);
    }

    public void forward() {
        step(future, past);
    }

    private void step(Deque<PanelId> from, Deque<PanelId> to) {
        PanelId next = from.poll();
        if (next != null) {
            to.push(panel.get());
            panel.set(next);
        }
    }

    /// Chooses a server for all panels and opens one of them.
    public void openResource(String resource, PanelId where) {
        scope.set(scope.get().withResource(resource));
        open(where);
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

    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /// The resource of the chosen server that the panels look at.
    public ObjectProperty<ResourceKind> metricProperty() {
        return metric;
    }

    /// Such as `20 Nov 2026`; empty when there is no data.
    public StringProperty asOfProperty() {
        return asOf;
    }

    /// Such as `Amortised`; empty when there is no cost data.
    public StringProperty costBasisProperty() {
        return costBasis;
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

    /// The accounts that the scope can be narrowed to.
    public ObservableList<String> accounts() {
        return accounts;
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
                scope.get().account(),
                scope.get().resource());
    }

    /// The panels that work in this release.
    public static final List<PanelId> LIVE =
            List.of(PanelId.OVERVIEW, PanelId.DATA, PanelId.FORECAST, PanelId.RISK, PanelId.RIGHTSIZING);
}
