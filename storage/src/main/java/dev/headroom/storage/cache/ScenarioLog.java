package dev.headroom.storage.cache;

import dev.headroom.engine.digest.ContentDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// The saved scenarios. Each save adds a version; none is ever changed or removed, and each has a hash over what it
/// says, so that `verify` finds one that was changed from outside.
public final class ScenarioLog {
    private static final String SELECT =
            "SELECT s.name, s.version, s.content, s.saved_at, s.person, s.hash FROM scenario s";
    private final Database database;

    ScenarioLog(Database database) {
        this.database = database;
    }

    /// Saves the next version of a name.
    ///
    /// @param content what a version says, given its number
    public KeptScenario save(String name, IntFunction<String> content, Instant now) {
        return database.write(connection -> {
            int version = last(connection, name) + 1;
            KeptScenario kept = new KeptScenario(
                    name,
                    version,
                    content.apply(version),
                    now.truncatedTo(ChronoUnit.MILLIS),
                    System.getProperty("user.name", "unknown"));
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO scenario(name, version, content, saved_at, person, hash) VALUES(?,?,?,?,?,?)")) {
                insert.setString(1, kept.name());
                insert.setInt(2, kept.version());
                insert.setString(3, kept.content());
                insert.setLong(4, kept.at().toEpochMilli());
                insert.setString(5, kept.person());
                insert.setString(6, hash(kept));
                insert.executeUpdate();
            }
            AuditLog.append(connection, AuditLog.Action.SCENARIO_SAVED, name, "version " + version);
            return kept;
        });
    }

    private static int last(Connection connection, String name) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT MAX(version) FROM scenario WHERE name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /// The last version of each name, by name.
    public List<KeptScenario> latest() {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    SELECT + " WHERE s.version = (SELECT MAX(o.version) FROM scenario o WHERE o.name = s.name)"
                            + " ORDER BY s.name")) {
                return read(query);
            }
        });
    }

    /// All versions of a name, the first one first; none when it was never saved.
    public List<KeptScenario> versions(String name) {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(SELECT + " WHERE s.name = ? ORDER BY s.version")) {
                query.setString(1, name);
                return read(query);
            }
        });
    }

    private static List<KeptScenario> read(PreparedStatement query) throws SQLException {
        List<KeptScenario> kept = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                kept.add(read(row));
            }
        }
        return List.copyOf(kept);
    }

    private static KeptScenario read(ResultSet row) throws SQLException {
        return new KeptScenario(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5));
    }

    private static String hash(KeptScenario kept) {
        return ContentDigest.sha256(kept.version() + ";" + kept.at().toEpochMilli() + ";"
                + kept.name().length() + ":" + kept.name() + ";"
                + kept.person().length() + ":" + kept.person() + ";" + kept.content());
    }

    /// The first version that is not as it was saved, in a sentence; empty when all are.
    static Optional<String> firstFault(Connection connection) throws SQLException {
        String name = "";
        int expected = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SELECT + " ORDER BY s.name, s.version")) {
            while (row.next()) {
                KeptScenario kept = read(row);
                expected = kept.name().equals(name) ? expected + 1 : 1;
                name = kept.name();
                if (kept.version() != expected) {
                    return Optional.of("Version " + expected + " of the scenario " + name + " is missing.");
                }
                if (!hash(kept).equals(row.getString(6))) {
                    return Optional.of(
                            "Version " + expected + " of the scenario " + name + " was changed after it was saved.");
                }
            }
        }
        return Optional.empty();
    }
}
