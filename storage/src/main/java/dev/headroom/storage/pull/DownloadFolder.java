package dev.headroom.storage.pull;

import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/// The folder of a workspace with what was downloaded. It can be removed at any time: nothing but downloads
/// depends on it, and neither backups nor checks of the workspace look at it.
final class DownloadFolder {
    static final String NAME = "downloads";

    private DownloadFolder() {}

    static Path of(Workspace workspace) {
        return workspace.folder().resolve(NAME);
    }

    /// Removes what lies in a folder and is not wanted any more, and folders that are then empty.
    ///
    /// @param wanted files that stay
    static void prune(Path folder, Set<Path> wanted) throws SourceException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isDirectory(path)) {
                    removeIfEmpty(path);
                } else if (!wanted.contains(path)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException failure) {
            throw Download.unwritable(folder, failure);
        }
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        boolean empty;
        try (Stream<Path> inside = Files.list(folder)) {
            empty = inside.findAny().isEmpty();
        }
        if (empty) {
            Files.deleteIfExists(folder);
        }
    }
}
