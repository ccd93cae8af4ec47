package dev.headroom.storage.source.scan;

import dev.headroom.storage.source.GroupColumns;
import dev.headroom.storage.source.RowIdentity;
import dev.headroom.storage.source.RowSource;
import dev.headroom.storage.source.SourceRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.duckdb.DuckDBPreparedStatement;

/// The rows of one large file, grouped: DuckDB reads the file out of core, adds up what adds up, and gives each
/// group as one row with the sums and the hashes of its rows.
///
/// Amounts are added exactly. One with more characters than fit a decimal of 24 places, or with an exponent,
/// stays in a group of its own, and so does text that is no number, so that it can be refused with its value.
/// Rows are grouped by the day of their first instant where it is UTC; others stay apart. Within a group the
/// first instant is the earliest of its column and the others are the latest.
public final class TableScan implements RowSource {
    /// Memory of the database, beside that of Java.
    private static final String MEMORY = "900MB";

    private static final int PLACES = 24;
    private static final int SMALL_PLACES = 12;
    private static final Duration WATCHED_EVERY = Duration.ofMillis(200);
    private final Path folder;
    private final Connection connection;
    private final Statement statement;
    private final ResultSet groups;
    private final GroupColumns columns;
    private final int width;
    private final RowIdentity.Groups identities;

    private TableScan(
            Path folder,
            Connection connection,
            Statement statement,
            ResultSet groups,
            GroupColumns columns,
            List<String> header) {
        this.folder = folder;
        this.connection = connection;
        this.statement = statement;
        this.groups = groups;
        this.columns = columns;
        width = header.size();
        identities = new RowIdentity.Groups(header, columns);
    }

    /// Starts to scan a file. What the scan cannot read, such as rows of different widths, throws here or while
    /// it is read.
    ///
    /// @param header all columns of the file
    /// @param grain whether rows are added up
    /// @throws IOException when the file cannot be read so
    public static TableScan open(ScannedFile file, List<String> header, GroupColumns columns, Grain grain, Watch watch)
            throws IOException {
        Path folder = Files.createTempDirectory("headroom-scan");
        boolean opened = false;
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            try {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET memory_limit = '" + MEMORY + "'");
                    statement.execute("SET temp_directory = " + quoted(folder.toString()));
                    statement.execute("SET preserve_insertion_order = false");
                    statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
                }
                PreparedStatement scan = connection.prepareStatement(query(file, header, columns, grain));
                ResultSet groups = watched(scan, watch);
                opened = true;
                return new TableScan(folder, connection, scan, groups, columns, header);
            } finally {
                if (!opened) {
                    connection.close();
                }
            }
        } catch (SQLException failure) {
            throw new IOException("The table cannot be scanned.", failure);
        } finally {
            if (!opened) {
                remove(folder);
            }
        }
    }

    /// What one row of the scan stands for.
    public enum Grain {
        GROUPS,
        /// A row of the file each; only of files whose lines the scan knows.
        ROWS
    }

    /// Follows a scan and can end it.
    public interface Watch {
        /// @param fraction of the file, 0..1
        void advanced(double fraction);

        boolean cancelled();
    }

    private static ResultSet watched(PreparedStatement scan, Watch watch) throws SQLException {
        Thread watcher = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Thread.sleep(WATCHED_EVERY);
                    if (watch.cancelled()) {
                        scan.cancel();
                        return;
                    }
                    double percent = scan.unwrap(DuckDBPreparedStatement.class)
                            .getQueryProgress()
                            .getPercentage();
                    watch.advanced(Math.clamp(percent / 100, 0, 1));
                }
            } catch (InterruptedException | SQLException ended) {
                // The scan is done, or its own failure says more.
            }
        });
        try {
            return scan.executeQuery();
        } finally {
            watcher.interrupt();
            // The statement must not be closed while it is asked how far it is.
            joined(watcher);
        }
    }

    private static void joined(Thread watcher) {
        boolean interrupted = false;
        while (watcher.isAlive()) {
            try {
                watcher.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Groups by hashes of what must agree: comparing dozens of texts a row would take most of the time.
    static String query(ScannedFile file, List<String> header, GroupColumns columns, Grain grain) {
        List<String> same = new ArrayList<>();
        List<String> results = new ArrayList<>();
        StringBuilder kinds = new StringBuilder();
        StringBuilder amounts = new StringBuilder();
        columns.texts().forEach(column -> results.add("any_value(" + name(column) + ")"));
        columns.texts().forEach(column -> same.add(name(column)));
        for (int column : columns.instants()) {
            boolean first = column == columns.instants().getFirst();
            same.add(day(name(column), first ? "substr(" + name(column) + ", 1, 10)" : "''"));
            results.add((first ? "min(" : "max(") + name(column) + ")");
        }
        for (int column : columns.sums()) {
            String text = name(column);
            amounts.append(", ").append(small(text)).append(" AS s").append(column);
            kinds.append(", ").append(large(column)).append(" AS l").append(column);
            same.add("k" + column);
            results.add("any_value(k" + column + ")");
            results.add("(coalesce(sum(s" + column + "), 0) + coalesce(sum(l" + column + "), 0))::VARCHAR");
        }
        results.add(
                columns.instants().isEmpty()
                        ? "''"
                        : "max(" + name(columns.instants().getFirst()) + ")");
        StringBuilder kind = new StringBuilder();
        columns.sums()
                .forEach(column ->
                        kind.append(", ").append(kind(column)).append(" AS k").append(column));
        String lines = columns.texts().isEmpty() ? "1" : "hash(" + texts(columns) + ")";
        if (grain == Grain.ROWS) {
            same.add("line_number");
        }
        String keys = String.join(", ", same);
        return "SELECT " + String.join(", ", results) + ", list(row_hash), min(line_number) FROM (SELECT *, hash("
                + keys
                + ") AS h1, hash('h', " + keys + ") AS h2, " + lines + " AS line_hash FROM (SELECT *" + kind
                + " FROM (SELECT *" + kinds + " FROM (SELECT *" + amounts + ", " + hash(header, columns)
                + " AS row_hash, " + file.line() + " AS line_number FROM " + file.source(header.size())
                + ")))) GROUP BY h1, h2 ORDER BY any_value(line_hash)";
    }

    private static String texts(GroupColumns columns) {
        return String.join(", ", columns.texts().stream().map(TableScan::name).toList());
    }

    static String name(int column) {
        return "c" + column;
    }

    /// What stands for an instant that is surely UTC; every other stays as it is.
    private static String day(String column, String stands) {
        return "CASE WHEN substr(" + column + ", 5, 1) = '-' AND (strlen(" + column + ") <= 19 AND NOT contains(substr("
                + column + ", 11), '-') AND NOT contains(" + column + ", '+') OR suffix(" + column
                + ", 'Z')) AND TRY_CAST(" + column + " AS TIMESTAMP) IS NOT NULL THEN " + stands + " ELSE " + column
                + " END";
    }

    /// The amount in 64 bits, where that is exact; NULL elsewhere.
    private static String small(String column) {
        return "CASE WHEN strlen(" + column + ") <= 17 AND strlen(" + column + ") - instr(" + column + ", '.') <= "
                + SMALL_PLACES + " AND " + plainDigits(column) + " THEN TRY_CAST(" + column + " AS DECIMAL(18, "
                + SMALL_PLACES + ")) END";
    }

    /// The amount in 128 bits, where 64 are not enough and that is exact; NULL elsewhere.
    private static String large(int column) {
        String text = name(column);
        return "CASE WHEN s" + column + " IS NULL AND strlen(" + text + ") <= " + (PLACES + 1) + " AND "
                + plainDigits(text) + " THEN TRY_CAST(" + text + " AS DECIMAL(38, " + PLACES + ")) END";
    }

    /// DuckDB also takes exponents, which its decimals round, and `1_000`, which is no amount of a bill.
    private static String plainDigits(String column) {
        return "NOT contains(" + column + ", 'e') AND NOT contains(" + column + ", 'E') AND NOT contains(" + column
                + ", '_')";
    }

    /// NULL for no value, empty for one that can be added, the text of every other.
    private static String kind(int column) {
        return "CASE WHEN s" + column + " IS NOT NULL OR l" + column + " IS NOT NULL THEN '' ELSE " + name(column)
                + " END";
    }

    /// The part of [RowIdentity] that tells the rows of a group apart.
    private static String hash(List<String> header, GroupColumns columns) {
        List<String> parts = new ArrayList<>();
        for (int column : RowIdentity.order(header)) {
            if (!columns.texts().contains(column)) {
                parts.add(name(column));
            }
        }
        return "(md5_number_lower(concat_ws(" + quoted(String.valueOf(RowIdentity.AFTER_VALUE)) + ", "
                + String.join(", ", parts) + ")) >> 1)::BIGINT";
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public boolean next(Taker taker) throws IOException {
        try {
            if (!groups.next()) {
                return false;
            }
            taker.row(row());
            return true;
        } catch (SQLException failure) {
            throw new IOException("The table cannot be scanned.", failure);
        }
    }

    private SourceRow row() throws SQLException {
        String[] fields = new String[width];
        Arrays.fill(fields, "");
        int position = 1;
        for (int column : columns.texts()) {
            fields[column] = text(position++);
        }
        for (int column : columns.instants()) {
            fields[column] = text(position++);
        }
        int sums = position;
        position += 2 * columns.sums().size();
        String latest = text(position++);
        long[] rest = hashes(groups.getArray(position));
        for (int column : columns.sums()) {
            String kind = groups.getString(sums);
            if (kind != null) {
                fields[column] = kind.isEmpty() ? plain(text(sums + 1)) : times(kind, rest.length);
            }
            sums += 2;
        }
        return SourceRow.sum(groups.getLong(position + 1), fields, latest, identities.of(fields, rest));
    }

    private String text(int position) throws SQLException {
        String text = groups.getString(position);
        return text == null ? "" : text;
    }

    /// Without the zeros that the type of the sum puts at the end.
    private static String plain(String sum) {
        BigDecimal stripped = new BigDecimal(sum).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toString() : stripped.toPlainString();
    }

    /// Equal texts that could not be added add up to a multiple; what is no number stays to be refused.
    private static String times(String text, int rows) {
        if (rows == 1 || text.isEmpty()) {
            return text;
        }
        try {
            return new BigDecimal(text.strip())
                    .multiply(BigDecimal.valueOf(rows))
                    .toString();
        } catch (NumberFormatException none) {
            return text;
        }
    }

    private static long[] hashes(Array list) throws SQLException {
        Object[] values = (Object[]) list.getArray();
        long[] hashes = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            hashes[i] = (Long) values[i];
        }
        return hashes;
    }

    @Override
    public void close() throws IOException {
        try (connection;
                statement;
                groups) {
            remove(folder);
        } catch (SQLException failure) {
            throw new IOException("The scan cannot be closed.", failure);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (UncheckedIOException failure) {
                throw failure.getCause();
            }
        }
    }
}
