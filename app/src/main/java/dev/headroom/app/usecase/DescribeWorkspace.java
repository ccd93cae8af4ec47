package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import dev.headroom.storage.cache.Batch;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.SeriesInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Says what a workspace holds.
public final class DescribeWorkspace {
    private final OpenWorkspace workspace;

    public DescribeWorkspace(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    public WorkspaceSummary run() throws UseCaseException {
        try {
            List<Server> servers = workspace.storage().inventory().servers();
            List<SeriesInfo> series = workspace.storage().series().catalog();
            List<Batch> batches = workspace.storage().batches().batches();
            Optional<Instant> last = series.stream().map(SeriesInfo::last).max(Comparator.naturalOrder());
            Optional<Instant> loaded = batches.stream().map(Batch::loaded).max(Comparator.naturalOrder());
            int accounts =
                    (int) servers.stream().map(Server::account).distinct().count();
            return new WorkspaceSummary(
                    workspace.folder(),
                    servers.size(),
                    accounts,
                    series.size(),
                    batches.size(),
                    last,
                    loaded,
                    size(workspace.folder()));
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static long size(Path folder) throws UseCaseException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(DescribeWorkspace::length)
                    .sum();
        } catch (IOException e) {
            throw new UseCaseException(
                    UseCaseException.Kind.SOURCE, "HR-1009", "The workspace folder " + folder + " cannot be read.", e);
        }
    }

    private static long length(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
