package dev.headroom.app.ui.shell;

import atlantafx.base.controls.ModalPane;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelView;
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
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
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
    private final Supplier<List<Command>> resources;
    private final PanelStage center;
    private final WindowCommands commands;
    private final BorderPane frame;
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
        this.resources = resources;
        this.center = new PanelStage(model, actions, factory, provenance);
        this.commands = new WindowCommands(model, actions, this);
        this.frame = new BorderPane(center);
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
        model.presentingProperty().addListener((source, before, now) -> present(now));
        widthProperty()
                .addListener((source, before, now) -> model.narrowProperty().set(now.doubleValue() < NARROW));
        addEventHandler(KeyEvent.KEY_PRESSED, this::panelKeys);
        addEventFilter(KeyEvent.KEY_PRESSED, this::leavePresentation);
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
    }

    /// Makes the shortcuts work in this scene.
    public void listenTo(Scene scene) {
        for (Command command : commands.list()) {
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
        if (modal.isDisplay()) {
            return;
        }
        for (Command command : center.frontCommands()) {
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

    private void present(boolean now) {
        for (Node bar : new Node[] {frame.getTop(), frame.getLeft(), frame.getBottom()}) {
            bar.setVisible(!now);
            bar.setManaged(!now);
        }
        if (now) {
            getStyleClass().add("presenting");
            center.present();
        } else {
            getStyleClass().remove("presenting");
            center.leave();
        }
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
        raise(view, Pos.TOP_CENTER);
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
        raise(view, Pos.TOP_CENTER);
        Platform.runLater(view::begin);
    }

    public void showShortcuts() {
        show(new ShortcutSheet(shortcuts(), this::hide));
    }

    public void showNotices() {
        notices.showAll();
    }

    @Override
    public void show(Node dialog) {
        raise(dialog, Pos.CENTER);
        dialog.requestFocus();
    }

    /// The pane shows nothing, and nothing in it can have the focus, before it has a skin: a workspace that is refused
    /// at once asks for its password before the first pulse.
    private void raise(Node dialog, Pos place) {
        modal.applyCss();
        modal.setAlignment(place);
        modal.show(dialog);
    }

    @Override
    public void hide() {
        modal.hide(true);
    }

    /// Everything that the palette can find now.
    List<Command> commands() {
        List<Command> all = shortcuts();
        all.addAll(resources.get());
        return all;
    }

    private List<Command> shortcuts() {
        List<Command> all = new ArrayList<>(commands.list());
        all.addAll(center.frontCommands());
        return all;
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
