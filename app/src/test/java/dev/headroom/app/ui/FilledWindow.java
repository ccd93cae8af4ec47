package dev.headroom.app.ui;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.shell.WorkspaceState;
import javafx.stage.Stage;

/// A window with a filled workspace, at one of its panels.
public final class FilledWindow implements AutoCloseable {
    private final FakeSession session = FakeSession.filled();
    private final TestWindow window;
    private final Workbench workbench;

    /// To be made on the window's thread.
    public FilledWindow(Stage stage, PanelId panel) {
        window = new TestWindow(stage, 1280, 800);
        workbench = window.show(FakeGate.of(folder -> session), "fleet", panel);
    }

    /// Waits until the panel shows what is in the workspace.
    public void ready() throws Exception {
        window.await(WorkspaceState.Filled.class);
        window.settle();
    }

    public void settle() throws Exception {
        window.settle();
    }

    public FakeSession session() {
        return session;
    }

    public Workbench workbench() {
        return workbench;
    }

    @Override
    public void close() {
        window.close();
    }
}
