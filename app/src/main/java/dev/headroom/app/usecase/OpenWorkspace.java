package dev.headroom.app.usecase;

import dev.headroom.storage.Password;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.workspace.Workspace;
import dev.headroom.storage.workspace.WorkspaceException;
import java.nio.file.Path;
import java.util.Arrays;

/// A workspace that is open for this process, with what was already fitted in it. Use cases work on it; closing it
/// releases the lock.
public final class OpenWorkspace implements AutoCloseable {
    private final Workspace workspace;
    private final FitMemory fits = new FitMemory();
    private final WatchMemory watched = new WatchMemory();
    private final PromotedModels models;

    private OpenWorkspace(Workspace workspace) {
        this.workspace = workspace;
        this.models = new PromotedModels(workspace.models());
    }

    /// Opens the folder, creating it when it does not exist; an encrypted one is refused.
    ///
    /// @throws UseCaseException when another process writes to it, it is damaged, newer or cannot be written
    public static OpenWorkspace at(Path folder) throws UseCaseException {
        return at(folder, Passwords.none());
    }

    /// Opens the folder, creating it when it does not exist.
    ///
    /// @param passwords asked when the workspace is encrypted
    /// @throws UseCaseException of kind INPUT when the password is missing or wrong
    public static OpenWorkspace at(Path folder, Passwords passwords) throws UseCaseException {
        try {
            char[] characters =
                    Workspace.isEncrypted(folder) ? passwords.find(folder).orElse(new char[0]) : new char[0];
            try (Password password = ProtectWorkspace.password(characters)) {
                return new OpenWorkspace(Workspace.open(folder, password));
            } finally {
                Arrays.fill(characters, '\0');
            }
        } catch (WorkspaceException e) {
            throw translated(e);
        }
    }

    static UseCaseException translated(WorkspaceException failure) {
        UseCaseException.Kind kind = switch (failure.kind()) {
            case PASSWORD_NEEDED, PASSWORD_WRONG, REFUSED -> UseCaseException.Kind.INPUT;
            case LOCKED, NEWER, DAMAGED, UNWRITABLE, DISK_FULL, FAILED -> UseCaseException.Kind.SOURCE;
        };
        return new UseCaseException(kind, failure.code(), String.valueOf(failure.getMessage()), failure);
    }

    public Path folder() {
        return workspace.folder();
    }

    Workspace storage() {
        return workspace;
    }

    WatchMemory watched() {
        return watched;
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
