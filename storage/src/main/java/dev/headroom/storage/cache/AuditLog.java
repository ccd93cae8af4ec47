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
/// [#firstFault], and so are entries that were cut off at the end, by the [AuditHead].
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
        PRICES_PULLED,
        DECIDED,
        ANOMALY_NOTED,
        MODELS_TRAINED,
        MODEL_PROMOTED,
        MODEL_ROLLED_BACK,
        RECONCILED,
        SCENARIO_SAVED,
        BILLS_CHOSEN,
        RETAINED,
        SETTING_CHANGED,
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
        AuditHead.of(entry(connection, action, subject, detail)).write(connection);
    }

    /// Adds an entry without moving the end of the log, for formats that do not keep it.
    static AuditEntry entry(Connection connection, Action action, String subject, String detail) throws SQLException {
        AuditHead last = head(connection);
        AuditEntry entry = new AuditEntry(
                last.entries() + 1,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                System.getProperty("user.name", "unknown"),
                action.word(),
                shortened(subject),
                shortened(detail),
                "");
        String hash = entry.hashAfter(last.hash());
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO audit(" + COLUMNS + ") VALUES(?,?,?,?,?,?,?)")) {
            insert.setLong(1, entry.number());
            insert.setLong(2, entry.at().toEpochMilli());
            insert.setString(3, entry.person());
            insert.setString(4, entry.action());
            insert.setString(5, entry.subject());
            insert.setString(6, entry.detail());
            insert.setString(7, hash);
            insert.executeUpdate();
        }
        return entry.with(hash);
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

    /// The first entry that is not as it was written, in a sentence; empty when the chain is sound and whole.
    static Optional<String> firstFault(Connection connection) throws SQLException {
        AuditHead last = AuditHead.EMPTY;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + COLUMNS + " FROM audit ORDER BY number")) {
            while (rows.next()) {
                long expected = last.entries() + 1;
                AuditEntry entry = read(rows);
                if (entry.number() != expected) {
                    return Optional.of("The change " + expected + " is missing from the audit log.");
                }
                if (!entry.hashAfter(last.hash()).equals(entry.hash())) {
                    return Optional.of("The entry " + entry.number() + " of the audit log (" + entry.action()
                            + ") was changed after it was written.");
                }
                last = AuditHead.of(entry);
            }
        }
        return AuditHead.fault(AuditHead.read(connection), last);
    }

    /// True when the log holds what it held when `then` was its end.
    public boolean continues(AuditHead then) {
        return database.read(connection -> {
            if (then.entries() == 0) {
                return true;
            }
            try (PreparedStatement query = connection.prepareStatement("SELECT hash FROM audit WHERE number = ?")) {
                query.setLong(1, then.entries());
                try (ResultSet row = query.executeQuery()) {
                    return row.next() && row.getString(1).equals(then.hash());
                }
            }
        });
    }

    /// The last entry of the log.
    static AuditHead head(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery(
                        "SELECT number, hash FROM audit ORDER BY number DESC FETCH FIRST ROW ONLY")) {
            return last.next() ? new AuditHead(last.getLong(1), last.getString(2)) : AuditHead.EMPTY;
        }
    }
}
