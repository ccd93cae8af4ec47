package dev.headroom.storage.cache;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.ingest.FileError;
import dev.headroom.storage.ingest.FileReport;
import dev.headroom.storage.ingest.RejectedRow;
import dev.headroom.storage.source.Finding;
import dev.headroom.storage.source.SourceFormat;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was imported when: batches, their files with hash and counts, and the rows that were refused.
public final class BatchLedger {
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_TEXT = 2_000;
    private final Database database;

    BatchLedger(Database database) {
        this.database = database;
    }

    /// All batches, oldest first, without the refused rows of their files.
    public List<Batch> batches() {
        return database.read(connection -> {
            List<Batch> batches = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("SELECT number, id, loaded_at FROM batch ORDER BY number")) {
                while (rows.next()) {
                    Instant loaded = Instant.ofEpochMilli(rows.getLong(3));
                    batches.add(new Batch(rows.getString(2), loaded, files(connection, rows.getLong(1))));
                }
            }
            return batches;
        });
    }

    /// The refused rows of one file of a batch, by line.
    ///
    /// @param path as in [FileReport#path]
    public List<RejectedRow> rejects(String batch, String path) {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT r.line, r.field, r.content, r.reason"
                    + " FROM rejected_row r JOIN batch_file f ON r.file = f.id JOIN batch b ON f.batch = b.number"
                    + " WHERE b.id = ? AND f.path = ? ORDER BY r.line, r.id")) {
                query.setString(1, batch);
                query.setString(2, path);
                List<RejectedRow> rejects = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        rejects.add(new RejectedRow(
                                rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                    }
                }
                return rejects;
            }
        });
    }

    private static List<FileReport> files(Connection connection, long batch) throws SQLException {
        List<FileReport> files = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT id, path, format, data_rows, accepted,"
                + " rejected, duplicates, first_at, last_at, error_code, error_message FROM batch_file"
                + " WHERE batch = ? ORDER BY id")) {
            query.setLong(1, batch);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String error = row.getString(10);
                    List<String> kept = notes(connection, row.getLong(1));
                    files.add(new FileReport(
                            Path.of(row.getString(2)),
                            SourceFormat.ofCode(row.getString(3)).orElse(SourceFormat.UNKNOWN),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7),
                            billed(connection, row.getLong(1)),
                            instant(row, 8),
                            instant(row, 9),
                            List.of(),
                            error == null ? Optional.empty() : Optional.of(new FileError(error, row.getString(11))),
                            kept.stream()
                                    .filter(note -> Finding.ofSentence(note).isEmpty())
                                    .toList(),
                            kept.stream()
                                    .flatMap(note -> Finding.ofSentence(note).stream())
                                    .toList()));
                }
            }
        }
        return files;
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static SortedMap<CurrencyCode, BigDecimal> billed(Connection connection, long file) throws SQLException {
        SortedMap<CurrencyCode, BigDecimal> billed = new TreeMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT currency, amount FROM batch_file_billed WHERE file = ?")) {
            query.setLong(1, file);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    billed.put(new CurrencyCode(row.getString(1)), new BigDecimal(row.getString(2)));
                }
            }
        }
        return billed;
    }

    private static List<String> notes(Connection connection, long file) throws SQLException {
        List<String> notes = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT note FROM batch_file_note WHERE file = ? ORDER BY id")) {
            query.setLong(1, file);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    notes.add(row.getString(1));
                }
            }
        }
        return notes;
    }

    static String open(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO batch(id, loaded_at) VALUES(?,?)", Statement.RETURN_GENERATED_KEYS);
                PreparedStatement name = connection.prepareStatement("UPDATE batch SET id = ? WHERE number = ?")) {
            insert.setString(1, "new");
            insert.setLong(2, now.toEpochMilli());
            insert.executeUpdate();
            long number = generated(insert);
            String id = ID_TIME.format(now) + "-" + number;
            name.setString(1, id);
            name.setLong(2, number);
            name.executeUpdate();
            return id;
        }
    }

    private static long generated(Statement statement) throws SQLException {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    /// The file of a batch with a path, of which something was kept; empty when there is none yet.
    static Optional<Long> file(Connection connection, String batch, String path) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT f.id FROM batch_file f"
                + " JOIN batch b ON f.batch = b.number WHERE b.id = ? AND f.path = ?"
                + " AND f.error_code IS NULL")) {
            query.setString(1, batch);
            query.setString(2, path);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    /// Makes the entry of a file, to be completed by [#complete].
    static long openFile(Connection connection, String batch) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO batch_file(batch, path, format, content_hash)"
                        + " VALUES((SELECT number FROM batch WHERE id = ?), '', '', '')",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, batch);
            insert.executeUpdate();
            return generated(insert);
        }
    }

    /// Completes the entry of a file, or adds the report of a further block to it.
    static void complete(Connection connection, long file, FileReport report, String contentHash) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE batch_file SET path = ?, format = ?,"
                + " content_hash = ?, data_rows = data_rows + ?, accepted = accepted + ?, rejected = rejected + ?,"
                + " duplicates = duplicates + ?, first_at = LEAST(first_at, ?),"
                + " last_at = GREATEST(last_at, ?), error_code = ?, error_message = ? WHERE id = ?")) {
            update.setString(1, report.path().toString());
            update.setString(2, report.format().code());
            update.setString(3, contentHash);
            update.setLong(4, report.rows());
            update.setLong(5, report.accepted());
            update.setLong(6, report.rejected());
            update.setLong(7, report.duplicates());
            set(update, 8, report.first());
            set(update, 9, report.last());
            update.setString(10, report.error().map(FileError::code).orElse(null));
            update.setString(
                    11, report.error().map(error -> shortened(error.message())).orElse(null));
            update.setLong(12, file);
            update.executeUpdate();
        }
        details(connection, file, report);
        AuditLog.append(
                connection,
                AuditLog.Action.IMPORTED,
                report.path().toString(),
                report.format().code() + ": " + report.rows() + " rows, " + report.accepted() + " accepted, "
                        + report.rejected() + " rejected, " + report.duplicates() + " duplicates"
                        + report.error()
                                .map(error -> ", refused " + error.code())
                                .orElse(""));
    }

    /// Adds notes to a file that is complete.
    static void note(Connection connection, long file, List<String> notes) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO batch_file_note(file, note) VALUES(?,?)")) {
            for (String note : notes) {
                insert.setLong(1, file);
                insert.setString(2, shortened(note));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void details(Connection connection, long file, FileReport report) throws SQLException {
        try (PreparedStatement billed = connection.prepareStatement(
                        "MERGE INTO batch_file_billed(file, currency, amount) KEY(file, currency) VALUES(?,?,?)");
                PreparedStatement notes =
                        connection.prepareStatement("INSERT INTO batch_file_note(file, note) VALUES(?,?)");
                PreparedStatement rejects = connection.prepareStatement(
                        "INSERT INTO rejected_row(file, line, field, content, reason) VALUES(?,?,?,?,?)")) {
            SortedMap<CurrencyCode, BigDecimal> before = billed(connection, file);
            for (Map.Entry<CurrencyCode, BigDecimal> total : report.billed().entrySet()) {
                BigDecimal sum =
                        before.getOrDefault(total.getKey(), BigDecimal.ZERO).add(total.getValue());
                billed.setLong(1, file);
                billed.setString(2, total.getKey().value());
                billed.setString(3, sum.toString());
                billed.addBatch();
            }
            Set<String> told = new HashSet<>(notes(connection, file));
            for (String note : report.notes()) {
                if (!told.add(shortened(note))) {
                    continue;
                }
                notes.setLong(1, file);
                notes.setString(2, shortened(note));
                notes.addBatch();
            }
            for (RejectedRow row : report.rejects()) {
                rejects.setLong(1, file);
                rejects.setLong(2, row.line());
                rejects.setString(3, row.field());
                rejects.setString(4, row.value());
                rejects.setString(5, shortened(row.reason()));
                rejects.addBatch();
            }
            billed.executeBatch();
            notes.executeBatch();
            rejects.executeBatch();
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    private static void set(PreparedStatement statement, int position, Optional<Instant> instant) throws SQLException {
        if (instant.isPresent()) {
            statement.setLong(position, instant.get().toEpochMilli());
        } else {
            statement.setNull(position, Types.BIGINT);
        }
    }
}
