package dev.headroom.app.usecase;

import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.workspace.Workspace;
import dev.headroom.storage.workspace.WorkspaceException;
import java.nio.file.Path;

/// A workspace that is open for this process, with what was already fitted in it. Use cases work on it; closing it
/// releases the lock.
public final class OpenWorkspace implements AutoCloseable {
    private final Workspace workspace;
    private final FitMemory fits = new FitMemory();
    private final PromotedModels models;

    private OpenWorkspace(Workspace workspace) {
        this.workspace = workspace;
        this.models = new PromotedModels(workspace.models());
    }

    /// Opens the folder, creating it when it does not exist.
    ///
    /// @throws UseCaseException when another process writes to it, it is damaged, newer or cannot be written
    public static OpenWorkspace at(Path folder) throws UseCaseException {
        try {
            return new OpenWorkspace(Workspace.open(folder));
        } catch (WorkspaceException e) {
            throw new UseCaseException(UseCaseException.Kind.SOURCE, e.code(), String.valueOf(e.getMessage()), e);
        }
    }

    public Path folder() {
        return workspace.folder();
    }

    Workspace storage() {
        return workspace;
    }

    FitMemory fits() {
        return fits;
    }

    PromotedModels models() {
        return models;
    }

    static UseCaseException translated(CacheException failure) {
        return new UseCaseException(
                UseCaseException.Kind.SOURCE, failure.code(), String.valueOf(failure.getMessage()), failure);
    }

    @Override
    public void close() {
        workspace.close();
    }
}
