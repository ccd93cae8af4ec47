package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.part.ExportFormat;
import java.nio.file.Path;
import java.util.Optional;

/// Asks the person where to write a file.
@FunctionalInterface
public interface FileChoice {
    /// @param folder where to begin; empty for the system's usual folder
    /// @return empty when the person does not want a file after all
    Optional<Path> target(String fileName, ExportFormat format, String folder);
}
