package dev.headroom.storage.cache;

import dev.headroom.engine.digest.ContentDigest;
import dev.headroom.storage.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The versioned schema of the cache: numbered SQL scripts, applied once each in order, with their checksums
/// kept.
///
/// A runner of its own instead of a migration library because H2 commits every schema statement by itself: a
/// process killed within a script must be able to run that script again, so scripts are written to be
/// repeatable (`IF NOT EXISTS`) and their version is recorded after their last statement. A new workspace is
/// built aside and renamed when complete. The refusal of newer or foreign databases gets the program's own
/// codes, and nothing is added to the start-up time.
///
/// Where rows must be packed anew, code runs after the script ([BillMigration]); it can be run again, too.
///
/// A new version is a new script `V<n>__<what>.sql` beside the others and its line in [#SCRIPTS]. A script
/// that was ever released is not edited again.
final class Migrations {
    private static final String AUDIT = "V5__audit.sql";
    private static final String AUDIT_HEAD = "V10__settings.sql";
    private static final List<String> SCRIPTS = List.of(
            "V1__series_inventory_charges_and_ledgers.sql",
            "V2__decisions.sql",
            "V3__models.sql",
            "V4__bill_versions.sql",
            AUDIT,
            "V6__reconciliations.sql",
            "V7__bill_datasets.sql",
            "V8__currency_rates.sql",
            "V9__reconciliation_bridges.sql",
            AUDIT_HEAD,
            "V11__anomaly_events.sql",
            "V12__scenarios.sql",
            "V13__assets.sql",
            "V14__decision_kinds.sql",
            "V15__pulls.sql",
            "V16__prices.sql",
            "V17__provider_advice.sql",
            "V18__database_and_plan_prices.sql");
    private static final int BILL_VERSIONS = 4;

    private Migrations() {}

    /// The version that this program writes.
    static int current() {
        return SCRIPTS.size();
    }

    /// Brings the schema to [#current].
    ///
    /// @throws CacheException when a newer program wrote the database, or when an applied script is not the
    ///     one known
    static void apply(Database database) {
        apply(database, current());
    }

    /// Brings the schema to an older version, as an older program would have left it.
    static void apply(Database database, int last) {
        SortedMap<Integer, String> applied = database.read(Migrations::history);
        if (!applied.isEmpty() && applied.lastKey() > current()) {
            throw new CacheException(
                    ErrorCode.WORKSPACE_NEWER,
                    "A newer version of Headroom wrote this workspace (format " + applied.lastKey() + ", this version"
                            + " knows " + current() + "); open it with that version. Nothing was changed.");
        }
        for (int version = 1; version <= last; version++) {
            String script = script(version);
            String known = applied.get(version);
            if (known == null) {
                run(database, version, script);
            } else if (!known.equals(checksum(script))) {
                throw new CacheException(
                        ErrorCode.WORKSPACE_DAMAGED,
                        "The format of this workspace (version " + version + ") is not one that Headroom wrote; restore"
                                + " it from a backup. Nothing was changed.");
            }
        }
    }

    /// The versions applied so far with their checksums; empty when the database was never migrated.
    static SortedMap<Integer, String> history(Connection connection) throws SQLException {
        SortedMap<Integer, String> applied = new TreeMap<>();
        if (!hasHistory(connection)) {
            return applied;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version, checksum FROM schema_history")) {
            while (rows.next()) {
                applied.put(rows.getInt(1), rows.getString(2));
            }
        }
        return applied;
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES"
                        + " WHERE TABLE_SCHEMA = 'PUBLIC' AND TABLE_NAME = 'SCHEMA_HISTORY'")) {
            return rows.next() && rows.getInt(1) == 1;
        }
    }

    private static void run(Database database, int version, String script) {
        database.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS schema_history("
                        + "version INT PRIMARY KEY, script VARCHAR(200) NOT NULL, checksum CHAR(64) NOT NULL)");
                for (String part : statements(script)) {
                    statement.execute(part);
                }
            }
            if (version == BILL_VERSIONS) {
                BillMigration.run(connection);
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO schema_history(version, script, checksum) VALUES(?,?,?)")) {
                insert.setInt(1, version);
                insert.setString(2, SCRIPTS.get(version - 1));
                insert.setString(3, checksum(script));
                insert.executeUpdate();
            }
            if (version > SCRIPTS.indexOf(AUDIT)) {
                AuditEntry entry = AuditLog.entry(
                        connection, AuditLog.Action.MIGRATED, "format " + version, SCRIPTS.get(version - 1));
                if (version > SCRIPTS.indexOf(AUDIT_HEAD)) {
                    AuditHead.of(entry).write(connection);
                }
            }
            return version;
        });
    }

    private static List<String> statements(String script) {
        String withoutComments =
                script.lines().filter(line -> !line.strip().startsWith("--")).reduce("", (a, b) -> a + b + "\n");
        return List.of(withoutComments.split(";")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String script(int version) {
        String name = SCRIPTS.get(version - 1);
        try (InputStream in = Migrations.class.getResourceAsStream("migration/" + name)) {
            if (in == null) {
                throw new IllegalStateException("script (" + name + ") must be on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException unreadable) {
            throw new IllegalStateException("script (" + name + ") must be readable.", unreadable);
        }
    }

    private static String checksum(String script) {
        return ContentDigest.sha256(script);
    }
}
