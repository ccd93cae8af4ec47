package dev.headroom.storage.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What was changed in the workspace, by whom and when. Each entry is written in the transaction of its change:
/// there is no change without it, and none of it without the change.
///
/// The hash of each entry covers the one before, so a changed, inserted or removed entry is found by
/// [#firstFault]. Entries cut off at the end leave a shorter chain that is sound; only a backup tells of them.
public final class AuditLog {
    private static final String COLUMNS = "number, happened_at, person, action, subject, detail, hash";
    private static final int LONGEST = 4_000;
    private final Database database;

    AuditLog(Database database) {
        this.database = database;
    }

    /// What can be done to a workspace.
    public enum Action {
        CREATED,
        MIGRATED,
        IMPORTED,
        DECIDED,
        MODELS_TRAINED,
        MODEL_PROMOTED,
        MODEL_ROLLED_BACK,
        RECONCILED,
        BILLS_CHOSEN,
        RETAINED,
        BACKED_UP,
        RESTORED,
        ENCRYPTED,
        DECRYPTED,
        PASSWORD_CHANGED;

        /// The word in the log, such as `model rolled back`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// Adds an entry in the transaction of the caller.
    static void append(Connection connection, Action action, String subject, String detail) throws SQLException {
        long number = 1;
        String before = RowHash.NONE;
        try (Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery(
                        "SELECT number, hash FROM audit ORDER BY number DESC FETCH FIRST ROW ONLY")) {
            if (last.next()) {
                number = last.getLong(1) + 1;
                before = last.getString(2);
            }
        }
        AuditEntry entry = new AuditEntry(
                number,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                System.getProperty("user.name", "unknown"),
                action.word(),
                shortened(subject),
                shortened(detail),
                "");
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO audit(" + COLUMNS + ") VALUES(?,?,?,?,?,?,?)")) {
            insert.setLong(1, entry.number());
            insert.setLong(2, entry.at().toEpochMilli());
            insert.setString(3, entry.person());
            insert.setString(4, entry.action());
            insert.setString(5, entry.subject());
            insert.setString(6, entry.detail());
            insert.setString(7, entry.hashAfter(before));
            insert.executeUpdate();
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /// The entries since an instant, the first change first.
    public List<AuditEntry> since(Instant from) {
        return database.read(connection -> {
            List<AuditEntry> entries = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT " + COLUMNS + " FROM audit WHERE happened_at >= ? ORDER BY number")) {
                query.setLong(1, from.toEpochMilli());
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        entries.add(read(rows));
                    }
                }
            }
            return entries;
        });
    }

    private static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }

    /// How many entries there are.
    static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM audit")) {
            row.next();
            return row.getLong(1);
        }
    }

    /// The first entry that is not as it was written, in a sentence; empty when the chain is sound.
    static Optional<String> firstFault(Connection connection) throws SQLException {
        long expected = 0;
        String hash = RowHash.NONE;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + COLUMNS + " FROM audit ORDER BY number")) {
            while (rows.next()) {
                expected++;
                AuditEntry entry = read(rows);
                hash = entry.hashAfter(hash);
                if (entry.number() != expected) {
                    return Optional.of("The change " + expected + " is missing from the audit log.");
                }
                if (!hash.equals(entry.hash())) {
                    return Optional.of("The entry " + entry.number() + " of the audit log (" + entry.action()
                            + ") was changed after it was written.");
                }
            }
        }
        return Optional.empty();
    }
}
