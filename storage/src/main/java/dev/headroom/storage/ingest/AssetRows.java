package dev.headroom.storage.ingest;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.storage.ingest.RowAccount.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Takes the rows of an inventory file that are about something else than servers, one row an asset. What the
/// file says of an asset replaces what was kept of it.
final class AssetRows {
    private final IngestStore.FileSession session;
    private final RowAccount account;
    private final Map<String, Asset> seen = new HashMap<>();
    private final Map<String, Long> lines = new HashMap<>();

    AssetRows(IngestStore.FileSession session, RowAccount account) {
        this.session = session;
        this.account = account;
    }

    void add(long line, Asset asset) {
        Asset before = seen.putIfAbsent(asset.id(), asset);
        if (before != null) {
            again(line, asset, before);
            return;
        }
        lines.put(asset.id(), line);
        asset.time(AssetFact.CREATED).ifPresent(account::at);
        boolean known = session.asset(asset.id()).filter(asset::equals).isPresent();
        if (!known) {
            session.put(asset);
        }
        account.count(known ? Outcome.DUPLICATE : Outcome.ACCEPTED);
    }

    private void again(long line, Asset asset, Asset before) {
        if (asset.equals(before)) {
            account.count(Outcome.DUPLICATE);
            return;
        }
        long first = Objects.requireNonNull(lines.get(asset.id()), "line");
        account.reject(line, "resource", asset.id(), "Duplicate of row " + first + " with other values.");
        account.count(Outcome.REJECTED);
    }
}
