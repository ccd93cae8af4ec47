package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.part.ExportFormat;
import dev.headroom.app.ui.part.Exportable;
import java.nio.file.Path;
import java.util.List;

/// What the window as a whole can do on request.
public interface ShellActions {
    void openPalette(String query);

    /// Shows what the scope can be narrowed to.
    void openScope();

    void chooseWorkspace();

    void openDemo();

    void chooseFiles();

    /// Shows the connection to AWS.
    void connectAws();

    /// Writes a backup of the open workspace to a file that the person chooses.
    void backUp();

    /// Shows what an import of these files would read.
    void importFiles(List<Path> files);

    /// Opens the workspace once more after a failure.
    void reopen();

    /// Writes a chart or table to a file that the person chooses.
    void export(Exportable what, ExportFormat format);

    void present();

    void showNotices();

    void showShortcuts();
}
