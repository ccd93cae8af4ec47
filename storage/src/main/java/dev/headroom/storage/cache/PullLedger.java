package dev.headroom.storage.cache;

import dev.headroom.storage.ingest.Cover;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was pulled from providers: up to when each subject is complete, and what looking cost.
public final class PullLedger {
    private final Database database;

    PullLedger(Database database) {
        this.database = database;
    }

    /// What looking cost in one pull, by operation.
    ///
    /// @param operation such as `cloudwatch:GetMetricData`
    /// @param units of what the price counts: metrics, requests or bytes; the calls where nothing is paid
    /// @param bytes that were received
    /// @param usd by the list price
    public record Meter(Instant at, String operation, long calls, long units, long bytes, BigDecimal usd) {}

    /// What is complete at a place, by subject.
    public Map<String, Cover> covers(String place) {
        return database.read(connection -> {
            Map<String, Cover> covers = new HashMap<>();
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT subject, first_at, until_at FROM pull_cover WHERE place = ?")) {
                query.setString(1, place);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        covers.put(
                                row.getString(1),
                                new Cover(
                                        place,
                                        row.getString(1),
                                        Instant.ofEpochMilli(row.getLong(2)),
                                        Instant.ofEpochMilli(row.getLong(3))));
                    }
                }
            }
            return covers;
        });
    }

    /// Notes what is complete now, when it was kept before by an import of its own.
    public void complete(List<Cover> covers) {
        database.write(connection -> {
            cover(connection, covers);
            return covers.size();
        });
    }

    /// Notes what is complete now in the place of all of its place whose subject begins so.
    public void replace(String beginning, List<Cover> covers) {
        database.write(connection -> {
            for (Cover cover : covers) {
                remove(connection, cover.place(), beginning);
            }
            cover(connection, covers);
            return covers.size();
        });
    }

    /// Forgets what is complete at a place.
    public void forget(String place) {
        database.write(connection -> remove(connection, place, ""));
    }

    private static int remove(Connection connection, String place, String beginning) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM pull_cover WHERE place = ? AND subject >= ? AND subject < ?")) {
            delete.setString(1, place);
            delete.setString(2, beginning);
            delete.setString(3, beginning + Character.MAX_VALUE);
            return delete.executeUpdate();
        }
    }

    /// Notes what is complete now, together with what was complete before where the two touch.
    static void cover(Connection connection, List<Cover> covers) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(
                "MERGE INTO pull_cover(place, subject, first_at, until_at) KEY(place, subject) VALUES(?,?,?,?)")) {
            for (Cover cover : covers) {
                Cover joined = before(connection, cover).map(cover::joined).orElse(cover);
                merge.setString(1, joined.place());
                merge.setString(2, joined.subject());
                merge.setLong(3, joined.from().toEpochMilli());
                merge.setLong(4, joined.until().toEpochMilli());
                merge.addBatch();
            }
            merge.executeBatch();
        }
    }

    private static Optional<Cover> before(Connection connection, Cover cover) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT first_at, until_at FROM pull_cover WHERE place = ? AND subject = ?")) {
            query.setString(1, cover.place());
            query.setString(2, cover.subject());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Cover(
                                cover.place(),
                                cover.subject(),
                                Instant.ofEpochMilli(row.getLong(1)),
                                Instant.ofEpochMilli(row.getLong(2))))
                        : Optional.empty();
            }
        }
    }

    /// Notes what a pull has cost.
    public void meter(List<Meter> meters) {
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO pull_meter(at, operation, calls, units, bytes, usd) VALUES(?,?,?,?,?,?)")) {
                for (Meter meter : meters) {
                    insert.setLong(1, meter.at().toEpochMilli());
                    insert.setString(2, meter.operation());
                    insert.setLong(3, meter.calls());
                    insert.setLong(4, meter.units());
                    insert.setLong(5, meter.bytes());
                    insert.setString(6, meter.usd().toPlainString());
                    insert.addBatch();
                }
                return insert.executeBatch().length;
            }
        });
    }

    /// What looking has cost from a time on, the oldest first.
    public List<Meter> meters(Instant from) {
        return database.read(connection -> {
            List<Meter> meters = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT at, operation, calls, units, bytes, usd FROM pull_meter WHERE at >= ? ORDER BY id")) {
                query.setLong(1, from.toEpochMilli());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        meters.add(new Meter(
                                Instant.ofEpochMilli(row.getLong(1)),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                new BigDecimal(row.getString(6))));
                    }
                }
            }
            return meters;
        });
    }
}
