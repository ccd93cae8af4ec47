package dev.headroom.storage.cache;

import dev.headroom.storage.ErrorCode;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// The hashes of the bill rows of one version, as a bag: a row that stands in the bill three times is in it
/// three times.
final class RowHashes {
    private static final int PER_PART = 50_000;
    private long[] hashes = new long[16];
    private int count;

    void add(long hash) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        hashes[count++] = hash;
    }

    void addAll(RowHashes other) {
        for (int i = 0; i < other.count; i++) {
            add(other.hashes[i]);
        }
    }

    int count() {
        return count;
    }

    long[] sorted() {
        long[] sorted = Arrays.copyOf(hashes, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /// Writes the hashes of a version.
    void write(Connection connection, long version) throws SQLException {
        long[] sorted = sorted();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO bill_row(version, part, hashes, payload) VALUES(?,?,?,?)")) {
            for (int from = 0, part = 0; from < sorted.length; from += PER_PART, part++) {
                int to = Math.min(sorted.length, from + PER_PART);
                Bytes out = new Bytes((to - from) * 7 + 16);
                long before = 0;
                for (int i = from; i < to; i++) {
                    out.varint(sorted[i] - before);
                    before = sorted[i];
                }
                insert.setLong(1, version);
                insert.setInt(2, part);
                insert.setInt(3, to - from);
                insert.setBytes(4, out.withChecksum());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// The kept hashes of a version, in order.
    ///
    /// @throws CacheException when a checksum is wrong
    static long[] read(Connection connection, long version) throws SQLException {
        RowHashes kept = new RowHashes();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT hashes, payload FROM bill_row WHERE version = ? ORDER BY part")) {
            query.setLong(1, version);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    byte[] payload = row.getBytes(2);
                    check(payload);
                    Bytes.Reader in = new Bytes.Reader(payload, 0);
                    long hash = 0;
                    for (int i = row.getInt(1); i > 0; i--) {
                        hash += in.varint();
                        kept.add(hash);
                    }
                }
            }
        }
        return kept.sorted();
    }

    private static void check(byte[] payload) {
        int end = payload.length - Integer.BYTES;
        CRC32C crc = new CRC32C();
        crc.update(payload, 0, Math.max(0, end));
        if (end < 0 || ByteBuffer.wrap(payload).getInt(end) != (int) crc.getValue()) {
            throw new CacheException(
                    ErrorCode.WORKSPACE_DAMAGED,
                    "The hashes of bill rows are damaged; restore the workspace from a backup.");
        }
    }
}
