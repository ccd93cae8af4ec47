package dev.headroom.app.ui.shell;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.ui.session.WorkspaceGate;
import dev.headroom.app.ui.session.WorkspaceSession;
import dev.headroom.app.usecase.Passwords;
import dev.headroom.app.usecase.WorkspaceSummary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Opens, changes and closes the workspace of a window, always away from the window's thread.
public final class WindowController {
    private static final String PASSWORD_NEEDED = "HR-1010";
    private static final String PASSWORD_WRONG = "HR-1011";
    private final ShellViewModel model;
    private final WorkspaceGate gate;
    private final BackgroundRunner runner;
    private BiConsumer<WorkspaceSession, WorkspaceSummary> opened = (session, summary) -> {};
    private Consumer<TaskFailure> passwordNeeded = failure -> {};
    private @Nullable WorkspaceSession session;
    private @Nullable RunningTask demo;
    private Path folder;

    public WindowController(ShellViewModel model, WorkspaceGate gate, BackgroundRunner runner, Path folder) {
        this.model = model;
        this.gate = gate;
        this.runner = runner;
        this.folder = folder;
    }

    /// Called on the window's thread with each opened workspace, and again when its content has changed, before the
    /// window shows it.
    public void onOpened(BiConsumer<WorkspaceSession, WorkspaceSummary> listener) {
        opened = listener;
    }

    /// The folder that is open or being opened.
    public Path folder() {
        return folder;
    }

    public Optional<WorkspaceSession> session() {
        return Optional.ofNullable(session);
    }

    /// Opens the folder of this window, closing the one that was open.
    public void open() {
        open(folder);
    }

    /// Opens another folder.
    public void open(Path next) {
        open(next, Passwords.none());
    }

    /// Opens the folder of this window with the password that its user typed, and overwrites the password.
    public void open(char[] password) {
        Path place = folder;
        open(place, asked -> {
            char[] copy = password.clone();
            Arrays.fill(password, '\0');
            return Optional.of(copy);
        });
    }

    /// Called on the window's thread when the workspace is encrypted and the password is missing or wrong.
    public void onPasswordNeeded(Consumer<TaskFailure> listener) {
        passwordNeeded = listener;
    }

    private void open(Path next, Passwords passwords) {
        folder = next;
        WorkspaceSession old = session;
        session = null;
        runner.start(Job.of("Opening the workspace", progress -> {
                    if (old != null) {
                        old.close();
                    }
                    WorkspaceSession fresh = gate.open(next, passwords);
                    return new Opened(fresh, fresh.summary());
                })
                .before(() -> model.setWorkspace(new WorkspaceState.Opening()))
                .after(this::take)
                .failed(this::failed));
    }

    private void failed(TaskFailure failure) {
        model.setWorkspace(new WorkspaceState.Failed(failure));
        if (failure.code().equals(PASSWORD_NEEDED) || failure.code().equals(PASSWORD_WRONG)) {
            passwordNeeded.accept(failure);
        }
    }

    private void take(Opened result) {
        session = result.session();
        show(result.session(), result.summary());
    }

    private void show(WorkspaceSession open, WorkspaceSummary summary) {
        opened.accept(open, summary);
        model.setWorkspace(state(summary));
    }

    /// Looks again at what the workspace holds, after an import.
    public void refresh() {
        WorkspaceSession current = session;
        if (current != null) {
            runner.start(Job.of("Reading the workspace", progress -> current.summary())
                    .after(summary -> show(current, summary))
                    .failed(failure -> model.notify(Notice.bad("The workspace could not be read", failure.message()))));
        }
    }

    /// Writes a backup of the open workspace in the background and tells how it went.
    public void backUp(Path file) {
        WorkspaceSession current = session;
        if (current != null) {
            runner.start(Job.of("Backing up the workspace", progress -> {
                        current.backUp(file);
                        return file;
                    })
                    .after(path -> model.notify(Notice.good("The workspace is backed up", path.toString())))
                    .failed(failure -> model.notify(Notice.bad(
                            "The workspace is not backed up", failure.message() + " (" + failure.code() + ")"))));
        }
    }

    /// Makes the demo workspace if needed and opens it.
    public void openDemo() {
        if (demo != null) {
            return;
        }
        demo = runner.start(Job.of("Preparing the demo fleet", gate::demo)
                .after(path -> {
                    demo = null;
                    open(path);
                })
                .stopped(() -> demo = null)
                .failed(failure -> {
                    demo = null;
                    model.notify(Notice.bad(
                            "The demo fleet could not be prepared", failure.message() + " (" + failure.code() + ")"));
                }));
    }

    /// Releases the workspace.
    public void close() {
        if (session != null) {
            session.close();
        }
    }

    private static WorkspaceState state(WorkspaceSummary summary) {
        return summary.isEmpty() ? new WorkspaceState.Fresh(summary) : new WorkspaceState.Filled(summary);
    }

    private record Opened(WorkspaceSession session, WorkspaceSummary summary) {}
}
