package dev.headroom.storage.cache;

import dev.headroom.engine.anomaly.AnomalyEvent;
import dev.headroom.storage.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was said and sent about anomalies, in order. Entries are only ever added; what is taken back is an entry too.
/// The hash of each entry covers the one before, so a changed, inserted or removed entry is found by [#firstFault].
public final class AnomalyLog {
    private static final String SELECT = "SELECT " + AnomalyRow.COLUMNS + " FROM anomaly_event ORDER BY number";
    private final Database database;

    AnomalyLog(Database database) {
        this.database = database;
    }

    /// Adds the events in their order: all of them or, on failure, none.
    ///
    /// @return the entries they became
    public List<AnomalyEntry> append(List<AnomalyEvent> events) {
        return database.write(connection -> {
            List<AnomalyEntry> added = new ArrayList<>();
            long number = 0;
            String hash = RowHash.NONE;
            try (Statement statement = connection.createStatement();
                    ResultSet last = statement.executeQuery(
                            "SELECT number, hash FROM anomaly_event ORDER BY number DESC FETCH FIRST ROW ONLY")) {
                if (last.next()) {
                    number = last.getLong(1);
                    hash = last.getString(2);
                }
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO anomaly_event(" + AnomalyRow.COLUMNS + ") VALUES(?,?,?,?,?,?,?,?,?,?)")) {
                for (AnomalyEvent event : events) {
                    number++;
                    AnomalyRow row = AnomalyRow.of(number, event);
                    hash = row.hashAfter(hash);
                    row.bind(insert, hash);
                    insert.executeUpdate();
                    added.add(new AnomalyEntry(number, event, hash));
                }
            }
            if (!added.isEmpty()) {
                AuditLog.append(
                        connection,
                        AuditLog.Action.ANOMALY_NOTED,
                        events.size() == 1 ? events.getFirst().subject() : events.size() + " anomalies",
                        events.getFirst().feedback().word().word() + ", entries "
                                + added.getFirst().number() + " to " + number);
            }
            return added;
        });
    }

    /// All entries, the first one first.
    public List<AnomalyEntry> entries() {
        return database.read(connection -> {
            List<AnomalyEntry> entries = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(SELECT)) {
                while (rows.next()) {
                    AnomalyRow row = AnomalyRow.read(rows);
                    AnomalyEvent event = row.event()
                            .orElseThrow(() -> new CacheException(
                                    ErrorCode.WORKSPACE_DAMAGED,
                                    "The entry " + row.number() + " about anomalies of " + row.subject()
                                            + " cannot be read; run verify and restore the workspace from a backup."));
                    entries.add(new AnomalyEntry(row.number(), event, AnomalyRow.hash(rows)));
                }
            }
            return entries;
        });
    }

    /// The first entry that is not as it was written, in a sentence; empty when the chain is sound.
    static Optional<String> firstFault(Connection connection) throws SQLException {
        long expected = 0;
        String hash = RowHash.NONE;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SELECT)) {
            while (rows.next()) {
                expected++;
                AnomalyRow row = AnomalyRow.read(rows);
                hash = row.hashAfter(hash);
                if (row.number() != expected) {
                    return Optional.of("The entry " + expected + " is missing from the log of anomalies.");
                }
                if (!hash.equals(AnomalyRow.hash(rows))) {
                    return Optional.of("The entry " + row.number() + " about anomalies of " + row.subject()
                            + " was changed after it was written.");
                }
            }
        }
        return Optional.empty();
    }
}
