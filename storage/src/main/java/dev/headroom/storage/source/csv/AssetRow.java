package dev.headroom.storage.source.csv;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.SourceRow;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads the rows of an inventory whose `kind` says that they are about something else than a server. Beside
/// the columns of servers there is one for each [AssetFact]; those that a file does not have say nothing.
final class AssetRow {
    private final Columns columns;
    private final int kind;
    private final int type;
    private final Map<AssetFact, Integer> facts = new EnumMap<>(AssetFact.class);

    AssetRow(Columns columns) {
        this.columns = columns;
        kind = columns.find("kind");
        type = columns.find("type", "instance_type");
        for (AssetFact fact : AssetFact.values()) {
            int position = kind < 0 ? -1 : columns.find(fact.column());
            if (position >= 0) {
                facts.put(fact, position);
            }
        }
    }

    /// The kind that a row names; empty for a server.
    ///
    /// @throws RowRefusedException when there is no such kind
    Optional<AssetKind> kind(SourceRow row) throws RowRefusedException {
        String word = row.text(kind);
        if (word.isEmpty() || word.equalsIgnoreCase("server") || word.equalsIgnoreCase("instance")) {
            return Optional.empty();
        }
        Optional<AssetKind> found = AssetKind.ofCode(word);
        if (found.isEmpty()) {
            throw new RowRefusedException(
                    columns.name(kind),
                    word,
                    "Not one of server, "
                            + Arrays.stream(AssetKind.values())
                                    .map(AssetKind::code)
                                    .collect(Collectors.joining(", ")) + ".");
        }
        return found;
    }

    /// @param told what the row says in the columns of servers
    Asset read(SourceRow row, AssetKind of, Told told) throws RowRefusedException {
        Map<AssetFact, String> known = new EnumMap<>(AssetFact.class);
        for (Map.Entry<AssetFact, Integer> fact : facts.entrySet()) {
            String text = row.text(fact.getValue());
            if (!text.isEmpty() || fact.getKey().saysNothing() && canHang(of)) {
                known.put(fact.getKey(), normal(fact.getKey(), fact.getValue(), text));
            }
        }
        return new Asset(
                told.id(),
                of,
                told.name(),
                told.provider(),
                told.account(),
                told.region(),
                told.environment(),
                row.text(type),
                known,
                told.tags());
    }

    private static boolean canHang(AssetKind kind) {
        return switch (kind) {
            case VOLUME, ADDRESS -> true;
            case SNAPSHOT, DATABASE, FUNCTION, LOAD_BALANCER -> false;
        };
    }

    private String normal(AssetFact fact, int position, String text) throws RowRefusedException {
        try {
            return fact.normal(text);
        } catch (IllegalArgumentException refused) {
            throw new RowRefusedException(columns.name(position), text, String.valueOf(refused.getMessage()));
        }
    }

    /// What rows of all kinds say in the same columns.
    record Told(
            String id,
            String name,
            String provider,
            String account,
            String region,
            String environment,
            Map<String, String> tags) {}
}
