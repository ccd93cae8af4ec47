package dev.headroom.app.usecase;

import dev.headroom.storage.cache.CacheException;
import java.time.Instant;
import java.util.List;

/// Lists what was changed in a workspace, by whom and when.
public final class ListChanges {
    private final OpenWorkspace workspace;

    public ListChanges(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// A change.
    ///
    /// @param hash SHA-256 over the content and the hash of the change before
    public record Change(
            long number, Instant at, String person, String action, String subject, String detail, String hash) {}

    /// The changes since an instant, the first one first.
    public List<Change> since(Instant from) throws UseCaseException {
        try {
            return workspace.storage().audit().since(from).stream()
                    .map(entry -> new Change(
                            entry.number(),
                            entry.at(),
                            entry.person(),
                            entry.action(),
                            entry.subject(),
                            entry.detail(),
                            entry.hash()))
                    .toList();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }
}
