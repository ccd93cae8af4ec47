package dev.headroom.app.usecase;

import dev.headroom.storage.cache.CacheException;
import java.util.List;

/// Lists the currency rates that the workspace holds, by pair.
public final class ListRates {
    private final OpenWorkspace workspace;

    public ListRates(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    private static final class Rates extends Table {
        Rates() {
            super(List.of("from", "to", "days", "first", "last", "loaded"));
        }
    }

    /// One row a pair: how many days have a rate, and from when to when.
    public Table run() throws UseCaseException {
        try {
            Rates table = new Rates();
            workspace
                    .storage()
                    .rates()
                    .pairs()
                    .forEach(pair ->
                            table.add(pair.from(), pair.to(), pair.days(), pair.first(), pair.last(), pair.loaded()));
            return table;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }
}
