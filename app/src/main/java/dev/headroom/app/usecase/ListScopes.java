package dev.headroom.app.usecase;

import dev.headroom.storage.cache.CacheException;

/// Reads what the scope of a workspace can be narrowed to.
public final class ListScopes {
    private final OpenWorkspace workspace;

    public ListScopes(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    public ScopeIndex run() throws UseCaseException {
        try {
            return new ScopeIndex(
                    new ListServers(workspace)
                            .run().stream().map(ListServers.Entry::server).toList(),
                    workspace.storage().charges().places().stream()
                            .map(place -> new ScopeIndex.Place(
                                    place.provider(), place.account(), place.service(), place.resource(), place.tags()))
                            .toList());
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }
}
