package dev.headroom.app;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.ui.Workbench;
import dev.headroom.app.ui.session.WorkspaceGate;
import dev.headroom.app.ui.shell.SettingsFile;
import dev.headroom.app.ui.shell.WindowSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window of Headroom. It shows itself first and opens the workspace afterwards.
public final class HeadroomApplication extends Application {
    private static final Logger LOG = Logger.getLogger(HeadroomApplication.class.getName());
    private final SettingsFile file = SettingsFile.ofUser();
    private @Nullable Workbench workbench;
    private @Nullable BackgroundRunner runner;

    /// Opens the window and returns when it is closed.
    ///
    /// @param workspace the folder to open; empty for the last or the usual one
    public static void launchWindow(Optional<Path> workspace) {
        Application.launch(
                HeadroomApplication.class,
                workspace.map(path -> new String[] {"--workspace=" + path}).orElse(new String[0]));
    }

    @Override
    public void start(Stage stage) {
        WindowSettings settings = file.read();
        WorkspaceGate gate = Wiring.gate();
        BackgroundRunner tasks = new BackgroundRunner(Platform::runLater, InstantSource.system(), 3);
        Workbench window = new Workbench(settings, gate, folder(settings, gate), tasks, InstantSource.system());
        runner = tasks;
        workbench = window;
        stage.setTitle("Headroom");
        stage.setMinWidth(WindowSettings.MIN_WIDTH);
        stage.setMinHeight(WindowSettings.MIN_HEIGHT);
        stage.setScene(window.scene());
        stage.setMaximized(settings.maximized());
        stage.setOnHiding(event -> file.write(window.model()
                .settings(
                        window.scene().getWidth(),
                        window.scene().getHeight(),
                        stage.isMaximized(),
                        window.controller().folder().toString())));
        stage.setOnShown(event -> Platform.runLater(() -> window.controller().open()));
        window.scene().addPostLayoutPulseListener(new FirstPaint(window.scene()));
        stage.show();
    }

    /// Writes down how long the first picture took since the start of the program, once. With the system property
    /// `headroom.quitAfterFirstPicture` it says so and ends the program, for measurements and the start-up cache.
    private record FirstPaint(Scene scene) implements Runnable {
        @Override
        public void run() {
            scene.removePostLayoutPulseListener(this);
            boolean quit = Boolean.getBoolean("headroom.quitAfterFirstPicture");
            ProcessHandle.current()
                    .info()
                    .startInstant()
                    .ifPresent(start -> LOG.log(
                            quit ? Level.INFO : Level.FINE,
                            "First picture after {0} ms.",
                            Duration.between(start, Instant.now()).toMillis()));
            if (quit) {
                Platform.runLater(Platform::exit);
            }
        }
    }

    private Path folder(WindowSettings settings, WorkspaceGate gate) {
        String asked = getParameters().getNamed().getOrDefault("workspace", settings.workspace());
        return asked.isEmpty() ? gate.usualFolder() : Path.of(asked);
    }

    @Override
    public void stop() {
        if (runner != null) {
            runner.close();
        }
        if (workbench != null) {
            workbench.controller().close();
        }
    }
}
