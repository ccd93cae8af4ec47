package dev.headroom.app.ui;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.session.WorkspaceGate;
import dev.headroom.app.ui.shell.WindowSettings;
import dev.headroom.app.ui.shell.WorkspaceState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// A window at the corner of the headless screen, to be filled with the workbench of a workspace.
public final class TestWindow implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T10:14:00Z"));
    private final BackgroundRunner runner = new BackgroundRunner(Platform::runLater, CLOCK, 2);
    private final Stage stage;

    @SuppressWarnings("NullAway.Init") // each test opens one first
    private Workbench workbench;

    public TestWindow(Stage stage, double width, double height) {
        this.stage = stage;
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
    }

    /// Shows a panel of a workspace while it opens; to be called on the window's thread.
    public Workbench show(WorkspaceGate gate, String folder, PanelId panel) {
        workbench = new Workbench(WindowSettings.first(), gate, Path.of(folder), runner, CLOCK);
        stage.setScene(workbench.scene());
        workbench.model().open(panel);
        workbench.controller().open();
        return workbench;
    }

    /// Changes to a panel once the workspace is open.
    public void open(PanelId panel) throws Exception {
        await(WorkspaceState.Filled.class);
        WaitForAsyncUtils.asyncFx(() -> workbench.model().open(panel)).get(10, TimeUnit.SECONDS);
        settle();
    }

    /// Waits until the workspace is in a state.
    public void await(Class<? extends WorkspaceState> state) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> state.isInstance(workbench.model().workspaceProperty().get()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until nothing runs in the background.
    public void settle() throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> runner.running().isEmpty())
                        .get(10, TimeUnit.SECONDS));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() {
        runner.close();
    }
}
