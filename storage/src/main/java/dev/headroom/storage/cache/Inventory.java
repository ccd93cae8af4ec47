package dev.headroom.storage.cache;

import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The kept inventory: servers with their instance types over time and their tags.
public final class Inventory {
    private final Database database;

    Inventory(Database database) {
        this.database = database;
    }

    /// Keeps servers, each replacing what is kept under its id, spans and tags included.
    public void put(List<Server> servers) {
        database.write(connection -> {
            for (Server server : servers) {
                put(connection, server);
            }
            return servers.size();
        });
    }

    /// All servers, ordered by id.
    public List<Server> servers() {
        return database.read(connection -> load(connection, ""));
    }

    public Optional<Server> find(String id) {
        return database.read(connection -> find(connection, id));
    }

    static Optional<Server> find(Connection connection, String id) throws SQLException {
        return load(connection, id).stream().findFirst();
    }

    static void put(Connection connection, Server server) throws SQLException {
        for (String table : List.of("server_span", "server_tag")) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + table + " WHERE server = ?")) {
                delete.setString(1, server.id());
                delete.executeUpdate();
            }
        }
        try (PreparedStatement put = connection.prepareStatement(
                "MERGE INTO server(id, name, provider, account, region, environment, archetype)"
                        + " KEY(id) VALUES(?,?,?,?,?,?,?)")) {
            List<String> texts = List.of(
                    server.id(),
                    server.name(),
                    server.provider(),
                    server.account(),
                    server.region(),
                    server.environment(),
                    server.archetype());
            for (int i = 0; i < texts.size(); i++) {
                put.setString(i + 1, texts.get(i));
            }
            put.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "MERGE INTO server_span(server, from_at, instance_type) KEY(server, from_at) VALUES(?,?,?)")) {
            for (InstanceSpan span : server.spans()) {
                insert.setString(1, server.id());
                insert.setLong(2, span.from().toEpochMilli());
                insert.setString(3, span.instanceType());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO server_tag(server, name, content) VALUES(?,?,?)")) {
            for (Map.Entry<String, String> tag : server.tags().entrySet()) {
                insert.setString(1, server.id());
                insert.setString(2, tag.getKey());
                insert.setString(3, tag.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// @param id the server to load, or empty for all of them
    private static List<Server> load(Connection connection, String id) throws SQLException {
        Map<String, List<InstanceSpan>> spans = new LinkedHashMap<>();
        each(connection, "SELECT server, from_at, instance_type FROM server_span", "server", id, row -> {
            InstanceSpan span = new InstanceSpan(Instant.ofEpochMilli(row.getLong(2)), row.getString(3));
            spans.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(span);
        });
        Map<String, Map<String, String>> tags = new LinkedHashMap<>();
        each(
                connection,
                "SELECT server, name, content FROM server_tag",
                "server",
                id,
                row -> tags.computeIfAbsent(row.getString(1), _ -> new LinkedHashMap<>())
                        .put(row.getString(2), row.getString(3)));
        List<Server> servers = new ArrayList<>();
        String all = "SELECT id, name, provider, account, region, environment, archetype FROM server";
        each(
                connection,
                all,
                "id",
                id,
                row -> servers.add(new Server(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        spans.getOrDefault(row.getString(1), List.of()),
                        tags.getOrDefault(row.getString(1), Map.of()))));
        return servers;
    }

    @FunctionalInterface
    private interface RowAction {
        void on(ResultSet row) throws SQLException;
    }

    /// Rows come ordered by the first two columns.
    private static void each(Connection connection, String select, String column, String id, RowAction action)
            throws SQLException {
        String filter = id.isEmpty() ? "" : " WHERE " + column + " = ?";
        try (PreparedStatement query = connection.prepareStatement(select + filter + " ORDER BY 1, 2")) {
            if (!id.isEmpty()) {
                query.setString(1, id);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    action.on(rows);
                }
            }
        }
    }
}
