package dev.headroom.storage.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The details of rows that were refused in old imports. How many they were stays with the import.
final class OldRejects implements RetentionKind {
    private static final String OLD = " FROM rejected_row WHERE file IN (SELECT f.id FROM batch_file f JOIN batch b"
            + " ON f.batch = b.number WHERE b.loaded_at < ?)";

    @Override
    public List<String> words() {
        return List.of("rejects");
    }

    @Override
    public void remove(Connection connection, String word, Instant cutoff, RetentionPolicy policy, Findings findings)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT b.id, f.path, COUNT(*), MIN(b.loaded_at),"
                        + " SUM(LENGTH(r.field) + LENGTH(r.content) + LENGTH(r.reason)) FROM rejected_row r JOIN"
                        + " batch_file f ON r.file = f.id JOIN batch b ON f.batch = b.number WHERE b.loaded_at < ?"
                        + " GROUP BY b.id, f.id, f.path ORDER BY f.id");
                PreparedStatement delete = connection.prepareStatement("DELETE" + OLD)) {
            query.setLong(1, cutoff.toEpochMilli());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Instant loaded = Instant.ofEpochMilli(row.getLong(4));
                    findings.removed()
                            .add(new RetentionReport.Removed(
                                    word,
                                    row.getString(2) + " (" + row.getString(1) + ")",
                                    row.getLong(3),
                                    loaded,
                                    loaded,
                                    row.getLong(5),
                                    0));
                }
            }
            delete.setLong(1, cutoff.toEpochMilli());
            delete.executeUpdate();
        }
    }
}
