package dev.headroom.app.ui;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.session.WorkspaceGate;
import dev.headroom.app.ui.shell.LaterView;
import dev.headroom.app.ui.shell.MainWindow;
import dev.headroom.app.ui.shell.ShellActions;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.ui.shell.WindowController;
import dev.headroom.app.ui.shell.WindowSettings;
import dev.headroom.app.ui.theme.ThemeSheets;
import java.io.File;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/// Puts the window together: shell, panels and what they share.
public final class Workbench implements ShellActions {
    private final ShellViewModel model;
    private final WindowController controller;
    private final BackgroundRunner runner;
    private final Formats formats = Formats.english();
    private final InstantSource clock;
    private final MainWindow window;
    private final Scene scene;

    public Workbench(
            WindowSettings settings, WorkspaceGate gate, Path folder, BackgroundRunner runner, InstantSource clock) {
        this.model = new ShellViewModel(settings);
        this.runner = runner;
        this.clock = clock;
        this.controller = new WindowController(model, gate, runner, folder);
        this.window = new MainWindow(model, this, runner.running(), this::panel, this::resources);
        this.scene = new Scene(window, settings.width(), settings.height());
        ThemeSheets.dress(scene, settings.theme());
        model.themeProperty().addListener((source, before, now) -> ThemeSheets.dress(scene, now));
        window.listenTo(scene);
    }

    public Scene scene() {
        return scene;
    }

    public ShellViewModel model() {
        return model;
    }

    public WindowController controller() {
        return controller;
    }

    private PanelView panel(PanelId id) {
        return new LaterView(id);
    }

    private List<Command> resources() {
        return List.of();
    }

    @Override
    public void openPalette(String query) {
        window.openPalette(query);
    }

    @Override
    public void chooseWorkspace() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a workspace folder");
        File chosen = chooser.showDialog(scene.getWindow());
        if (chosen != null) {
            controller.open(chosen.toPath());
        }
    }

    @Override
    public void openDemo() {
        controller.openDemo();
    }

    @Override
    public void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import files");
        List<File> chosen = chooser.showOpenMultipleDialog(scene.getWindow());
        if (chosen != null && !chosen.isEmpty()) {
            importFiles(chosen.stream().map(File::toPath).toList());
        }
    }

    @Override
    public void importFiles(List<Path> files) {
        model.open(PanelId.DATA);
    }

    @Override
    public void reopen() {
        controller.open();
    }

    @Override
    public void present() {
        model.presentingProperty().set(!model.presentingProperty().get());
        if (scene.getWindow() instanceof javafx.stage.Stage stage) {
            stage.setFullScreen(model.presentingProperty().get());
        }
    }

    @Override
    public void showNotices() {
        window.showNotices();
    }

    @Override
    public void showShortcuts() {
        window.showShortcuts();
    }
}
