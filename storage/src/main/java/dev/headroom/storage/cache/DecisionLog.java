package dev.headroom.storage.cache;

import dev.headroom.engine.rightsizing.DecisionEvent;
import dev.headroom.storage.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The kept decisions about recommendations, in the order in which they were taken. Entries are only ever
/// added; what is taken back is an entry too.
///
/// The hash of each entry covers the one before, so a changed, inserted or removed entry is found by
/// [#firstFault]. Entries cut off at the end leave a shorter chain that is sound; only a backup tells of
/// them.
public final class DecisionLog {
    private static final String SELECT = "SELECT " + DecisionRow.COLUMNS + " FROM decision";
    private final Database database;

    DecisionLog(Database database) {
        this.database = database;
    }

    /// Adds the events in their order: all of them or, on failure, none.
    ///
    /// @return the entries they became
    public List<DecisionEntry> append(List<DecisionEvent> events) {
        return database.write(connection -> {
            List<DecisionEntry> added = new ArrayList<>();
            Tail tail = tail(connection);
            long number = tail.number();
            String hash = tail.hash();
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO decision(" + DecisionRow.COLUMNS + ") VALUES(?,?,?,?,?,?,?,?,?,?,?,?)")) {
                for (DecisionEvent event : events) {
                    number++;
                    DecisionRow row = DecisionRow.of(number, event);
                    hash = row.hashAfter(hash);
                    row.bind(insert, hash);
                    insert.executeUpdate();
                    added.add(new DecisionEntry(number, event, hash));
                }
            }
            if (!added.isEmpty()) {
                AuditLog.append(
                        connection,
                        AuditLog.Action.DECIDED,
                        events.size() == 1 ? events.getFirst().resource() : events.size() + " recommendations",
                        "decisions " + added.getFirst().number() + " to " + number);
            }
            return added;
        });
    }

    /// All entries, the first decision first.
    public List<DecisionEntry> entries() {
        return database.read(connection -> entries(connection, SELECT + " ORDER BY number"));
    }

    /// The last entry of each thing that was ever decided about ([DecisionEvent#key]), in no certain order.
    public List<DecisionEntry> latest() {
        return database.read(connection -> entries(
                connection,
                SELECT + " WHERE number IN (SELECT MAX(number) FROM decision GROUP BY kind, resource,"
                        + " CASE WHEN kind = 'waste' THEN to_type ELSE '' END)"));
    }

    private static List<DecisionEntry> entries(Connection connection, String select) throws SQLException {
        List<DecisionEntry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                DecisionRow row = DecisionRow.read(rows);
                DecisionEvent event = row.event()
                        .orElseThrow(() -> new CacheException(
                                ErrorCode.WORKSPACE_DAMAGED,
                                "The decision " + row.number() + " about " + row.resource()
                                        + " cannot be read; run verify and restore the workspace from a backup."));
                entries.add(new DecisionEntry(row.number(), event, rows.getString(11)));
            }
        }
        return entries;
    }

    private record Tail(long number, String hash) {}

    private static Tail tail(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT number, hash FROM decision ORDER BY number DESC FETCH FIRST ROW ONLY")) {
            return row.next() ? new Tail(row.getLong(1), row.getString(2)) : new Tail(0, DecisionRow.NO_HASH);
        }
    }

    /// How many entries there are.
    static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM decision")) {
            row.next();
            return row.getLong(1);
        }
    }

    /// The first entry that is not as it was written, in a sentence; empty when the chain is sound.
    static Optional<String> firstFault(Connection connection) throws SQLException {
        long expected = 0;
        String hash = DecisionRow.NO_HASH;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SELECT + " ORDER BY number")) {
            while (rows.next()) {
                expected++;
                DecisionRow row = DecisionRow.read(rows);
                hash = row.hashAfter(hash);
                if (row.number() != expected) {
                    return Optional.of("The decision " + expected + " is missing from the log.");
                }
                if (!hash.equals(rows.getString(11))) {
                    return Optional.of("The decision " + row.number() + " about " + row.resource()
                            + " was changed after it was written.");
                }
            }
        }
        return Optional.empty();
    }
}
