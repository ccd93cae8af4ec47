package dev.headroom.app.ui.session;

import dev.headroom.app.usecase.Passwords;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;

/// Opens workspaces for the window.
public interface WorkspaceGate {
    /// The folder to open when the user names none and none was open before.
    Path usualFolder();

    /// @param passwords asked when the workspace is encrypted and its password is not known otherwise
    WorkspaceSession open(Path folder, Passwords passwords) throws UseCaseException;

    /// Makes the demo workspace if it does not exist yet.
    ///
    /// @return its folder
    Path demo(Progress progress) throws UseCaseException;
}
