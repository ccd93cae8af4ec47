package dev.headroom.storage.source.scan;

import dev.headroom.storage.source.GroupColumns;
import dev.headroom.storage.source.RowIdentity;
import dev.headroom.storage.source.RowSource;
import dev.headroom.storage.source.SourceRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of one large file, grouped: DuckDB reads the file out of core, adds up what adds up, and gives each
/// group as one row with the sums and the hashes of its rows. Groups that agree in all texts follow each other.
///
/// Amounts are added exactly. One with more characters than fit a decimal of 24 places, or with an exponent,
/// stays in a group of its own, and so does text that is no number, so that it can be refused with its value.
/// Rows are grouped by the day of their first instant where it is UTC; others stay apart. Within a group the
/// first instant is the earliest of its column and the others are the latest.
public final class TableScan implements RowSource {
    /// What fits into the memory of the database, with texts of usual length.
    private static final long GROUPS_AT_ONCE = 500_000;

    private static final long ROWS_AT_ONCE = 20_000_000;

    /// How much of the time a file that can be read only once takes to be rewritten.
    private static final double REWRITING = 0.7;

    /// How much of the time of a part its lines take.
    private static final double LINES = 0.2;

    private final ScanDatabase database;
    private final ScanQuery query;
    private final Watch watch;
    private final String rows;
    private final long parts;
    private final RowIdentity.Groups identities;
    private long part;
    private Results results;
    private @Nullable Line line;

    private TableScan(ScanDatabase database, ScanQuery query, String rows, long parts, Watch watch)
            throws SQLException {
        this.database = database;
        this.query = query;
        this.rows = rows;
        this.parts = parts;
        this.watch = watch;
        identities = new RowIdentity.Groups(query.header(), query.columns());
        results = results(0);
    }

    /// Starts to scan a file. What the scan cannot read, such as rows of different widths, throws here or while
    /// it is read.
    ///
    /// @param header all columns of the file
    /// @param grain whether rows are added up
    /// @throws IOException when the file cannot be read so
    public static TableScan open(ScannedFile file, List<String> header, GroupColumns columns, Grain grain, Watch watch)
            throws IOException {
        return open(file, new ScanQuery(header, columns, grain), GROUPS_AT_ONCE, watch);
    }

    static TableScan open(ScannedFile file, ScanQuery query, long groupsAtOnce, Watch watch) throws IOException {
        boolean opened = false;
        ScanDatabase database = null;
        try {
            database = ScanDatabase.open();
            String rows = query.rows(file);
            Watch rest = watch;
            if (file instanceof ScannedFile.Delimited) {
                String kept = ScanQuery.quoted(database.file("rows.parquet").toString());
                database.run("COPY (" + rows + ") TO " + kept + " (FORMAT parquet)", watch.within(0, REWRITING));
                rows = "SELECT * FROM read_parquet(" + kept + ")";
                rest = watch.within(REWRITING, 1);
            }
            TableScan scan =
                    new TableScan(database, query, rows, parts(database, query, rows, groupsAtOnce, rest), rest);
            opened = true;
            return scan;
        } catch (SQLException failure) {
            throw new IOException("The table cannot be scanned.", failure);
        } finally {
            if (!opened && database != null) {
                database.close();
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

        /// Follows one stage of several.
        default Watch within(double from, double to) {
            Watch whole = this;
            return new Watch() {
                @Override
                public void advanced(double fraction) {
                    whole.advanced(from + (to - from) * fraction);
                }

                @Override
                public boolean cancelled() {
                    return whole.cancelled();
                }
            };
        }
    }

    private static long parts(ScanDatabase database, ScanQuery query, String rows, long groupsAtOnce, Watch watch)
            throws SQLException {
        Watch begin = watch.within(0, 0);
        long count = number(database, ScanQuery.count(rows), begin);
        long groups = query.grain() == Grain.GROUPS && count > groupsAtOnce
                ? number(database, query.size(rows), begin)
                : count;
        return Math.max(1, Math.max(Math.ceilDiv(groups, groupsAtOnce), Math.ceilDiv(count, ROWS_AT_ONCE)));
    }

    private static long number(ScanDatabase database, String sql, Watch watch) throws SQLException {
        try (ResultSet row = database.query(sql, watch)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Lines and their groups, both in the order of the lines.
    private record Results(ResultSet lines, ResultSet groups) {
        void close() throws SQLException {
            try (lines;
                    groups) {
                // Both are closed.
            }
        }
    }

    private Results results(long number) throws SQLException {
        Watch now = watch.within((double) number / parts, (number + 1.0) / parts);
        ScanQuery.Part only = new ScanQuery.Part(number, parts);
        ResultSet lines = database.query(query.lines(rows, only), now.within(0, LINES));
        boolean both = false;
        try {
            Results found = new Results(lines, database.query(query.groups(rows, only), now.within(LINES, 1)));
            both = true;
            return found;
        } finally {
            if (!both) {
                lines.close();
            }
        }
    }

    @Override
    public boolean next(Taker taker) throws IOException {
        try {
            while (!results.groups().next()) {
                results.close();
                if (part + 1 == parts) {
                    return false;
                }
                part++;
                results = results(part);
            }
            taker.row(row());
            return true;
        } catch (SQLException failure) {
            throw new IOException("The table cannot be scanned.", failure);
        }
    }

    private SourceRow row() throws SQLException {
        ResultSet group = results.groups();
        Line shared = line(group.getLong(1), group.getLong(2));
        String[] fields = shared.texts.clone();
        int position = 3;
        for (int column : query.columns().instants()) {
            fields[column] = text(group, position++);
        }
        int sums = position;
        position += 2 * query.columns().sums().size();
        String latest = text(group, position++);
        long[] own = hashes(group.getArray(position++));
        for (int column : query.columns().sums()) {
            String kind = group.getString(sums);
            if (kind != null) {
                fields[column] = kind.isEmpty() ? plain(text(group, sums + 1)) : times(kind, own.length);
            }
            sums += 2;
        }
        return SourceRow.sum(group.getLong(position), fields, latest, shared.identities(fields, own));
    }

    /// The line of a group: the one before, or the next.
    private Line line(long first, long second) throws SQLException {
        Line known = line;
        if (known == null || !known.is(first, second)) {
            ResultSet lines = results.lines();
            known = lines.next() ? new Line(lines) : null;
            if (known == null || !known.is(first, second)) {
                throw new SQLException("The groups of a table do not belong to its lines.");
            }
            line = known;
        }
        return known;
    }

    /// What the groups of a line share.
    private final class Line {
        private final long first;
        private final long second;
        private final String[] texts = new String[query.header().size()];
        private final Map<List<Boolean>, Long> keys = new HashMap<>();

        Line(ResultSet row) throws SQLException {
            first = row.getLong(1);
            second = row.getLong(2);
            Arrays.fill(texts, "");
            int position = 3;
            for (int column : query.columns().texts()) {
                texts[column] = text(row, position++);
            }
        }

        boolean is(long one, long other) {
            return first == one && second == other;
        }

        /// The texts and which columns add up have a value decide the shared part.
        long[] identities(String[] fields, long[] own) {
            List<Boolean> present = query.columns().sums().stream()
                    .map(column -> !fields[column].isEmpty())
                    .toList();
            return identities.of(keys.computeIfAbsent(present, sums -> identities.key(fields)), own);
        }
    }

    private static String text(ResultSet row, int position) throws SQLException {
        String text = row.getString(position);
        return text == null ? "" : text;
    }

    /// Without the zeros that the type of the sum puts at the end.
    private static String plain(String sum) {
        int end = sum.length();
        if (sum.indexOf('.') >= 0) {
            while (sum.charAt(end - 1) == '0') {
                end--;
            }
            if (sum.charAt(end - 1) == '.') {
                end--;
            }
        }
        return sum.substring(0, end);
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
        try (database) {
            results.close();
        } catch (SQLException failure) {
            throw new IOException("The scan cannot be closed.", failure);
        }
    }
}
