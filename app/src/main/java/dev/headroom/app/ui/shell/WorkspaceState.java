package dev.headroom.app.ui.shell;

import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.usecase.WorkspaceSummary;

/// How far the window is with its workspace.
public sealed interface WorkspaceState {
    /// The folder is being opened; the shell is already there.
    record Opening() implements WorkspaceState {}

    /// Open, and nothing has been imported yet.
    record Fresh(WorkspaceSummary summary) implements WorkspaceState {}

    /// Open, with data.
    record Filled(WorkspaceSummary summary) implements WorkspaceState {}

    record Failed(TaskFailure failure) implements WorkspaceState {}
}
