package dev.headroom.storage.cache;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The kept inventory of what is no server, with its facts and tags.
public final class Assets {
    private final Database database;

    Assets(Database database) {
        this.database = database;
    }

    /// Keeps assets, each replacing what is kept under its id, facts and tags included.
    public void put(List<Asset> assets) {
        database.write(connection -> {
            for (Asset asset : assets) {
                put(connection, asset);
            }
            return assets.size();
        });
    }

    /// All assets, ordered by id.
    public List<Asset> all() {
        return database.read(connection -> load(connection, ""));
    }

    public Optional<Asset> find(String id) {
        return database.read(connection -> find(connection, id));
    }

    static Optional<Asset> find(Connection connection, String id) throws SQLException {
        return load(connection, id).stream().findFirst();
    }

    static void put(Connection connection, Asset asset) throws SQLException {
        for (String table : List.of("asset_fact", "asset_tag")) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + table + " WHERE asset = ?")) {
                delete.setString(1, asset.id());
                delete.executeUpdate();
            }
        }
        try (PreparedStatement put = connection.prepareStatement(
                "MERGE INTO asset(id, kind, name, provider, account, region, environment, asset_type)"
                        + " KEY(id) VALUES(?,?,?,?,?,?,?,?)")) {
            List<String> texts = List.of(
                    asset.id(),
                    asset.kind().code(),
                    asset.name(),
                    asset.provider(),
                    asset.account(),
                    asset.region(),
                    asset.environment(),
                    asset.type());
            for (int i = 0; i < texts.size(); i++) {
                put.setString(i + 1, texts.get(i));
            }
            put.executeUpdate();
        }
        Map<String, String> facts = new LinkedHashMap<>();
        asset.facts().forEach((fact, text) -> facts.put(fact.column(), text));
        insert(connection, "asset_fact", asset.id(), facts);
        insert(connection, "asset_tag", asset.id(), asset.tags());
    }

    private static void insert(Connection connection, String table, String id, Map<String, String> pairs)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + "(asset, name, content) VALUES(?,?,?)")) {
            for (Map.Entry<String, String> pair : pairs.entrySet()) {
                insert.setString(1, id);
                insert.setString(2, pair.getKey());
                insert.setString(3, pair.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// @param id the asset to load, or empty for all of them
    private static List<Asset> load(Connection connection, String id) throws SQLException {
        Map<String, Map<String, String>> facts = pairs(connection, "asset_fact", id);
        Map<String, Map<String, String>> tags = pairs(connection, "asset_tag", id);
        List<Asset> assets = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT id, kind, name, provider, account, region, environment, asset_type FROM asset"
                                + (id.isEmpty() ? "" : " WHERE id = ?") + " ORDER BY id");
                ResultSet rows = rows(query, id)) {
            while (rows.next()) {
                String found = rows.getString(1);
                String kind = rows.getString(2);
                assets.add(new Asset(
                        found,
                        AssetKind.ofCode(kind)
                                .orElseThrow(() -> new SQLException("asset kind (" + kind + ") is not known")),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6),
                        rows.getString(7),
                        rows.getString(8),
                        known(facts.getOrDefault(found, Map.of())),
                        tags.getOrDefault(found, Map.of())));
            }
        }
        return assets;
    }

    private static Map<AssetFact, String> known(Map<String, String> facts) {
        Map<AssetFact, String> known = new EnumMap<>(AssetFact.class);
        facts.forEach((name, text) -> AssetFact.ofColumn(name).ifPresent(fact -> known.put(fact, text)));
        return known;
    }

    private static Map<String, Map<String, String>> pairs(Connection connection, String table, String id)
            throws SQLException {
        Map<String, Map<String, String>> pairs = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT asset, name, content FROM " + table + (id.isEmpty() ? "" : " WHERE asset = ?"));
                ResultSet rows = rows(query, id)) {
            while (rows.next()) {
                pairs.computeIfAbsent(rows.getString(1), _ -> new HashMap<>())
                        .put(rows.getString(2), rows.getString(3));
            }
        }
        return pairs;
    }

    private static ResultSet rows(PreparedStatement query, String id) throws SQLException {
        if (!id.isEmpty()) {
            query.setString(1, id);
        }
        return query.executeQuery();
    }
}
