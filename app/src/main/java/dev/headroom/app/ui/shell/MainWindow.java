package dev.headroom.app.ui.shell;

import atlantafx.base.controls.ModalPane;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Density;
import dev.headroom.app.ui.part.ExportEvent;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.TableEvent;
import dev.headroom.app.ui.part.TableMemory;
import dev.headroom.app.usecase.ScopeIndex;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The window: bars around the panel in front, dialogs and notices above it.
public final class MainWindow extends StackPane implements ModalHost {
    private static final double NARROW = 1360;

    private final ShellViewModel model;
    private final ShellActions actions;
    private final Function<PanelId, PanelView> factory;
    private final Supplier<List<Command>> resources;
    private final Supplier<String> provenance;
    private final Map<PanelId, PanelView> panels = new EnumMap<>(PanelId.class);
    private final StackPane center = new StackPane();
    private final BorderPane frame = new BorderPane(center);
    private final ModalPane modal = new ModalPane();
    private final PaletteViewModel palette = new PaletteViewModel();
    private final ScopeViewModel scopes = new ScopeViewModel();
    private final NoticeLayer notices;

    /// @param factory makes a panel when it is opened for the first time
    /// @param resources what the palette can find beside panels and actions
    /// @param provenance the line that stands below what is shown to others
    public MainWindow(
            ShellViewModel model,
            ShellActions actions,
            ObservableList<RunningTask> running,
            Function<PanelId, PanelView> factory,
            Supplier<List<Command>> resources,
            Supplier<String> provenance) {
        this.model = model;
        this.actions = actions;
        this.factory = factory;
        this.resources = resources;
        this.provenance = provenance;
        this.notices = new NoticeLayer(model);
        getStyleClass().add("window");
        frame.setTop(new TopBar(model, actions));
        frame.setLeft(new NavigationBar(model));
        frame.setBottom(new StatusBar(model, running, actions));
        modal.setId("modal");
        modal.setInTransitionFactory(null);
        modal.setOutTransitionFactory(null);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        getChildren().addAll(frame, notices, modal);
        model.panelProperty().addListener((source, before, now) -> showPanel());
        model.workspaceProperty().addListener((source, before, now) -> workspaceChanged());
        model.presentingProperty().addListener((source, before, now) -> present(now));
        widthProperty()
                .addListener((source, before, now) -> model.narrowProperty().set(now.doubleValue() < NARROW));
        addEventHandler(KeyEvent.KEY_PRESSED, this::panelKeys);
        addEventFilter(KeyEvent.KEY_PRESSED, this::leavePresentation);
        model.namesProperty().addListener((source, before, now) -> {
            if (model.presentingProperty().get()) {
                startPresentation();
            }
        });
        addEventHandler(ExportEvent.ASKED, event -> actions.export(event.what(), event.format()));
        TableMemory memory = new TableMemory(model.layouts());
        addEventHandler(TableEvent.SHOWN, event -> {
            if (event.getTarget() instanceof TableView<?> table) {
                memory.keep(table);
            }
        });
        model.densityProperty().addListener((source, before, now) -> dense(now));
        dense(model.densityProperty().get());
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.BACK) {
                model.back();
            } else if (event.getButton() == MouseButton.FORWARD) {
                model.forward();
            }
        });
        setOnDragOver(MainWindow::accept);
        setOnDragDropped(this::drop);
        showPanel();
    }

    /// Makes the shortcuts work in this scene.
    public void listenTo(Scene scene) {
        for (Command command : actions()) {
            if (!command.shortcut().isEmpty()) {
                Runnable action = command.action();
                scene.getAccelerators().put(KeyCombination.valueOf(keys(command.shortcut())), () -> {
                    if (!modal.isDisplay()) {
                        action.run();
                    }
                });
            }
        }
    }

    /// The shortcuts of the panel in front work only while it is in front.
    private void panelKeys(KeyEvent event) {
        PanelView front = panels.get(model.panelProperty().get());
        if (front == null || modal.isDisplay()) {
            return;
        }
        for (Command command : front.commands()) {
            if (!command.shortcut().isEmpty()
                    && KeyCombination.valueOf(keys(command.shortcut())).match(event)) {
                command.action().run();
                event.consume();
                return;
            }
        }
    }

    private static String keys(String shortcut) {
        return shortcut.replace("←", "Left").replace("→", "Right").replace("↑", "Up");
    }

    private void workspaceChanged() {
        panels.clear();
        showPanel();
    }

    private void showPanel() {
        if (model.presentingProperty().get()
                && !center.getChildren().isEmpty()
                && center.getChildren().getFirst() instanceof PresentationView) {
            return;
        }
        Node node = switch (model.workspaceProperty().get()) {
            case WorkspaceState.Opening opening -> opening();
            case WorkspaceState.Failed failed -> failed(failed);
            case WorkspaceState.Fresh fresh ->
                ShellViewModel.LIVE.contains(model.panelProperty().get())
                        ? new StartPage(actions)
                        : panel(model.panelProperty().get());
            case WorkspaceState.Filled filled -> panel(model.panelProperty().get());
        };
        center.getChildren().setAll(node);
    }

    private Node panel(PanelId id) {
        PanelView view = panels.get(id);
        if (view == null) {
            view = ShellViewModel.LIVE.contains(id) ? factory.apply(id) : new LaterView(id);
            panels.put(id, view);
        }
        view.shown();
        return view.root();
    }

    private static Node opening() {
        StatePane pane = new StatePane(
                new StackPane(),
                StatePane.blocks(28, 132, 340, 240),
                new SimpleObjectProperty<>(new PanelState.Loading()));
        pane.getStyleClass().add("panel");
        return pane;
    }

    private Node failed(WorkspaceState.Failed failed) {
        StatePane pane = new StatePane(
                new StackPane(),
                new StackPane(),
                new SimpleObjectProperty<>(
                        new PanelState.Failed("The workspace could not be opened", failed.failure(), actions::reopen)));
        pane.getStyleClass().add("panel");
        return pane;
    }

    private void present(boolean now) {
        for (Node bar : new Node[] {frame.getTop(), frame.getLeft(), frame.getBottom()}) {
            bar.setVisible(!now);
            bar.setManaged(!now);
        }
        if (now) {
            getStyleClass().add("presenting");
            startPresentation();
        } else {
            getStyleClass().remove("presenting");
            center.getChildren().clear();
            showPanel();
        }
    }

    /// Walks through the charts of all panels; a window without charts only loses its bars.
    private void startPresentation() {
        List<PresentationViewModel.Slide> slides = new ArrayList<>();
        if (model.workspaceProperty().get() instanceof WorkspaceState.Filled) {
            for (PanelId id : ShellViewModel.LIVE) {
                for (Exportable what : Exports.below(panel(id))) {
                    if (what instanceof Exportable.Chart chart) {
                        slides.add(new PresentationViewModel.Slide(id, chart));
                    }
                }
            }
        }
        if (slides.isEmpty()) {
            center.getChildren().clear();
            showPanel();
            return;
        }
        PresentationViewModel walk =
                new PresentationViewModel(slides, model.panelProperty().get());
        walk.indexProperty()
                .addListener((source, before, now) -> walk.current().ifPresent(slide -> model.open(slide.panel())));
        PresentationView view = new PresentationView(walk, provenance.get());
        center.getChildren().setAll(view);
        Platform.runLater(view::requestFocus);
    }

    private void leavePresentation(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.presentingProperty().get() && !modal.isDisplay()) {
            actions.present();
            event.consume();
        }
    }

    /// Shows the palette with some letters already typed.
    public void openPalette(String query) {
        palette.open(commands());
        PaletteView view = new PaletteView(palette, this::hide);
        modal.setAlignment(Pos.TOP_CENTER);
        modal.show(view);
        Platform.runLater(() -> view.begin(query));
    }

    private void dense(Density density) {
        getStyleClass().remove("dense");
        if (density == Density.COMPACT) {
            getStyleClass().add("dense");
        }
    }

    /// Lists what the panel in front can be exported as, what has the focus first.
    public void showExports() {
        Node focused = getScene().getFocusOwner();
        List<Exportable> all = new ArrayList<>(Exports.below(center));
        Exports.at(focused).filter(all::remove).ifPresent(all::addFirst);
        ExportSheet sheet = new ExportSheet(all, actions::export, this::hide);
        show(sheet);
        Platform.runLater(sheet::begin);
    }

    /// Shows the search of the scope.
    public void openScope(ScopeIndex index) {
        scopes.open(
                index,
                model.scopeProperty().get(),
                model.namesProperty().get()::account,
                model.namesProperty().get()::resource);
        ScopeView view = new ScopeView(scopes, model.scopeProperty()::set, this::hide);
        modal.setAlignment(Pos.TOP_CENTER);
        modal.show(view);
        Platform.runLater(view::begin);
    }

    public void showShortcuts() {
        List<Command> all = new ArrayList<>(actions());
        PanelView front = panels.get(model.panelProperty().get());
        if (front != null) {
            all.addAll(front.commands());
        }
        show(new ShortcutSheet(all, this::hide));
    }

    public void showNotices() {
        notices.showAll();
    }

    @Override
    public void show(Node dialog) {
        modal.setAlignment(Pos.CENTER);
        modal.show(dialog);
        dialog.requestFocus();
    }

    @Override
    public void hide() {
        modal.hide(true);
    }

    /// Everything that the palette can find now.
    List<Command> commands() {
        List<Command> all = new ArrayList<>(actions());
        PanelView front = panels.get(model.panelProperty().get());
        if (front != null) {
            all.addAll(front.commands());
        }
        all.addAll(resources.get());
        return all;
    }

    private List<Command> actions() {
        List<Command> list = new ArrayList<>();
        for (PanelId id : PanelId.values()) {
            String context = ShellViewModel.LIVE.contains(id) ? "" : "arrives with a later release";
            list.add(new Command(
                    Command.Kind.PANEL, id.label(), context, id.icon(), id.shortcut(), () -> model.open(id)));
        }
        list.add(action("Find or run anything", "", "fth-search", "Ctrl+K", () -> openPalette("")));
        list.add(action("Choose the scope", "Window", "fth-filter", "Alt+S", actions::openScope));
        list.add(action("Widen the scope", "Window", "fth-corner-left-up", "Alt+↑", model::widen));
        list.add(action("Import files", "Data", "fth-upload", "Alt+I", actions::chooseFiles));
        list.add(action("Open the demo fleet", "Workspace", "fth-play", "Alt+D", actions::openDemo));
        list.add(action("Open another workspace", "Workspace", "fth-folder", "Ctrl+O", actions::chooseWorkspace));
        list.add(action("Export a chart or table", "Panel", "fth-download", "Ctrl+E", this::showExports));
        list.add(action("Compact or comfortable rows", "Tables", "fth-menu", "Ctrl+Shift+D", this::changeDensity));
        list.add(action("Switch between light and dark", "Theme", "fth-moon", "Ctrl+Shift+L", model::switchTheme));
        list.add(action("Collapse or expand the navigation", "Window", "fth-chevrons-left", "Ctrl+B", this::fold));
        list.add(action("Presentation mode", "Window", "fth-maximize", "F11", actions::present));
        list.add(action("Show pseudonyms or real names", "Window", "fth-eye-off", "Ctrl+Shift+P", this::switchNames));
        list.add(action("Go back", "Window", "fth-chevron-left", "Alt+←", model::back));
        list.add(action("Go forward", "Window", "fth-chevron-right", "Alt+→", model::forward));
        list.add(action("Show all notifications", "Window", "fth-bell", "Ctrl+Shift+B", this::showNotices));
        list.add(action("List the shortcuts", "Help", "fth-info", "F1", this::showShortcuts));
        return list;
    }

    private void switchNames() {
        boolean hidden = !model.pseudonymsProperty().get();
        model.pseudonymsProperty().set(hidden);
        model.notify(
                hidden
                        ? Notice.good("Pseudonyms are shown", "Accounts and hosts keep them in exports.")
                        : Notice.good("Real names are shown", "Exports name accounts and hosts again."));
    }

    private void changeDensity() {
        model.densityProperty().set(model.densityProperty().get().other());
    }

    private void fold() {
        model.collapsedProperty().set(!model.collapsedProperty().get());
    }

    private static Command action(String label, String context, String icon, String keys, Runnable action) {
        return new Command(Command.Kind.ACTION, label, context, icon, keys, action);
    }

    private static void accept(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void drop(DragEvent event) {
        List<Path> files =
                event.getDragboard().getFiles().stream().map(File::toPath).toList();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        if (!files.isEmpty()) {
            actions.importFiles(files);
        }
    }
}
