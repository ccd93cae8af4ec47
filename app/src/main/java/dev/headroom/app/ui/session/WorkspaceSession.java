package dev.headroom.app.ui.session;

import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.app.usecase.WorkspaceSummary;

/// The use cases of one open workspace, as the window calls them. Every method may take long and is called away from
/// the window's thread.
public interface WorkspaceSession extends AutoCloseable {
    WorkspaceSummary summary() throws UseCaseException;

    /// Releases the workspace.
    @Override
    void close();
}
