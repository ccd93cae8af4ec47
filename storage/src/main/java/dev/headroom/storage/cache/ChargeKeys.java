package dev.headroom.storage.cache;

import dev.headroom.storage.source.RowIdentity;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The identities of the kept bill rows. New ones are collected and written in the order of their hashes: one
/// by one they would touch another page each, and the database would write every page again and again.
final class ChargeKeys implements AutoCloseable {
    private static final int MOST = 200_000;
    private static final int BATCH = 5_000;
    private static final Comparator<Key> ORDER = Comparator.<Key>comparingLong(
                    key -> key.identity().high() ^ Long.MIN_VALUE)
            .thenComparingLong(key -> key.identity().low() ^ Long.MIN_VALUE)
            .thenComparingInt(Key::occurrence);

    private final PreparedStatement find;
    private final PreparedStatement insert;
    private final List<Key> pending = new ArrayList<>();
    private final boolean empty;

    private record Key(RowIdentity identity, int occurrence) {}

    ChargeKeys(Connection connection) throws SQLException {
        find = connection.prepareStatement("SELECT 1 FROM charge_key WHERE row_hash = ? AND occurrence = ?");
        insert = connection.prepareStatement("INSERT INTO charge_key(row_hash, occurrence) VALUES(?,?)");
        try (PreparedStatement any = connection.prepareStatement("SELECT 1 FROM charge_key FETCH FIRST ROW ONLY");
                ResultSet row = any.executeQuery()) {
            empty = !row.next();
        }
    }

    /// Adds a key that occurs once in its file.
    ///
    /// @return false when it was kept before this file
    boolean add(RowIdentity identity, int occurrence) throws SQLException {
        Key key = new Key(identity, occurrence);
        if (!empty && isKept(key)) {
            return false;
        }
        pending.add(key);
        if (pending.size() >= MOST) {
            flush();
        }
        return true;
    }

    private boolean isKept(Key key) throws SQLException {
        bind(find, key);
        try (ResultSet row = find.executeQuery()) {
            return row.next();
        }
    }

    private static void bind(PreparedStatement statement, Key key) throws SQLException {
        ByteBuffer hash = ByteBuffer.allocate(16)
                .putLong(key.identity().high())
                .putLong(key.identity().low());
        statement.setBytes(1, hash.array());
        statement.setInt(2, key.occurrence());
    }

    /// Writes what is still collected.
    void flush() throws SQLException {
        pending.sort(ORDER);
        int batched = 0;
        for (Key key : pending) {
            bind(insert, key);
            insert.addBatch();
            if (++batched % BATCH == 0) {
                insert.executeBatch();
            }
        }
        insert.executeBatch();
        pending.clear();
    }

    @Override
    public void close() throws SQLException {
        try (find;
                insert) {
            pending.clear();
        }
    }
}
