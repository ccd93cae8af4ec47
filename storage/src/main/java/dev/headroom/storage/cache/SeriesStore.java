package dev.headroom.storage.cache;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The statements behind [SeriesCache], on a connection of the caller, so that an import can use them within
/// its own transaction.
final class SeriesStore {
    private static final long MONTHS = 100_000;
    private final Connection connection;

    SeriesStore(Connection connection) {
        this.connection = connection;
    }

    /// A kept series and its grid.
    record Row(long id, SeriesGrid grid, MeasureUnit unit) {}

    /// A decoded block: values from grid point `first` on.
    private record Block(long first, double[] values) {}

    Optional<Row> find(SeriesKey key, Step step) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT id, anchor_at, zone, unit FROM series"
                + " WHERE resource = ? AND metric = ? AND statistic = ? AND step = ?")) {
            bind(query, key, step);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Instant anchor = Instant.ofEpochMilli(row.getLong(2));
                SeriesGrid grid = new SeriesGrid(anchor, step, ZoneId.of(row.getString(3)));
                return Optional.of(new Row(
                        row.getLong(1),
                        grid,
                        MeasureUnit.ofSymbol(row.getString(4)).orElse(MeasureUnit.UNKNOWN)));
            }
        }
    }

    /// The kept series, or a new one on `grid`.
    Row findOrCreate(SeriesKey key, SeriesGrid grid, MeasureUnit unit) throws SQLException {
        Optional<Row> known = find(key, grid.step());
        if (known.isPresent()) {
            return known.get();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO series(resource, metric, statistic, step, anchor_at, zone, unit) VALUES(?,?,?,?,?,?,?)",
                Statement.RETURN_GENERATED_KEYS)) {
            bind(insert, key, grid.step());
            insert.setLong(5, grid.anchor().toEpochMilli());
            insert.setString(6, grid.zone().getId());
            insert.setString(7, unit.symbol());
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return new Row(keys.getLong(1), grid, unit);
            }
        }
    }

    private static void bind(PreparedStatement statement, SeriesKey key, Step step) throws SQLException {
        statement.setString(1, key.resource());
        statement.setString(2, key.metric());
        statement.setString(3, key.statistic().code());
        statement.setString(4, step.code());
    }

    /// Merges values into the blocks of a series: a value that is not NaN replaces what is kept at its grid
    /// point.
    ///
    /// @param first the grid point of `values[0]`
    /// @return what was kept before, in the order of `values`; NaN where nothing was
    double[] merge(Row series, long first, double[] values) throws SQLException {
        double[] before = new double[values.length];
        Arrays.fill(before, Double.NaN);
        if (values.length == 0) {
            return before;
        }
        SeriesGrid grid = series.grid();
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT first_index, payload FROM block WHERE id = ?");
                PreparedStatement put = connection.prepareStatement(
                        "MERGE INTO block(id, first_index, slots, observations, payload) KEY(id) VALUES(?,?,?,?,?)")) {
            long end = first + values.length;
            long from = first;
            while (from < end) {
                int month = grid.month(from);
                long to = Math.min(end, grid.monthStart(month + 1));
                mergeMonth(query, put, series.id() * MONTHS + month, first, values, before, from, to);
                from = to;
            }
            put.executeBatch();
        }
        refresh(series);
        return before;
    }

    private static void mergeMonth(
            PreparedStatement query,
            PreparedStatement put,
            long id,
            long first,
            double[] values,
            double[] before,
            long from,
            long to)
            throws SQLException {
        int offset = Math.toIntExact(from - first);
        int length = Math.toIntExact(to - from);
        Block fresh = new Block(from, Arrays.copyOfRange(values, offset, offset + length));
        Optional<Block> kept = block(query, id);
        boolean changed = false;
        for (int i = 0; i < length; i++) {
            double old = kept.isPresent() ? at(kept.get(), from + i) : Double.NaN;
            before[offset + i] = old;
            double value = values[offset + i];
            changed |= !Double.isNaN(value) && Double.doubleToLongBits(value) != Double.doubleToLongBits(old);
        }
        if (!changed) {
            return;
        }
        Block merged = trimmed(kept.isPresent() ? overlaid(kept.get(), fresh) : fresh);
        put.setLong(1, id);
        put.setLong(2, merged.first());
        put.setInt(3, merged.values().length);
        put.setInt(4, present(merged.values()));
        put.setBytes(5, BlockCodec.encode(merged.values()));
        put.addBatch();
    }

    private static Optional<Block> block(PreparedStatement query, long id) throws SQLException {
        query.setLong(1, id);
        try (ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(new Block(row.getLong(1), BlockCodec.decode(row.getBytes(2))))
                    : Optional.empty();
        }
    }

    private static double at(Block block, long index) {
        long offset = index - block.first();
        return offset < 0 || offset >= block.values().length ? Double.NaN : block.values()[(int) offset];
    }

    private static Block overlaid(Block kept, Block fresh) {
        long first = Math.min(kept.first(), fresh.first());
        long end = Math.max(kept.first() + kept.values().length, fresh.first() + fresh.values().length);
        double[] values = new double[Math.toIntExact(end - first)];
        for (int i = 0; i < values.length; i++) {
            double value = at(fresh, first + i);
            values[i] = Double.isNaN(value) ? at(kept, first + i) : value;
        }
        return new Block(first, values);
    }

    private static Block trimmed(Block block) {
        double[] values = block.values();
        int from = 0;
        int to = values.length;
        while (from < to && Double.isNaN(values[from])) {
            from++;
        }
        while (to > from && Double.isNaN(values[to - 1])) {
            to--;
        }
        return new Block(block.first() + from, Arrays.copyOfRange(values, from, to));
    }

    private static int present(double[] values) {
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                count++;
            }
        }
        return count;
    }

    /// Brings the catalog in line with the blocks of a series.
    void refresh(Row series) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT MIN(first_index),"
                        + " MAX(first_index + slots - 1), SUM(observations) FROM block WHERE id BETWEEN ? AND ?");
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE series SET first_at = ?, last_at = ?, observations = ? WHERE id = ?");
                PreparedStatement none = connection.prepareStatement(
                        "UPDATE series SET first_at = NULL, last_at = NULL, observations = 0 WHERE id = ?")) {
            query.setLong(1, series.id() * MONTHS);
            query.setLong(2, series.id() * MONTHS + MONTHS - 1);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                long observations = row.getLong(3);
                if (observations > 0) {
                    update.setLong(1, series.grid().at(row.getLong(1)).toEpochMilli());
                    update.setLong(2, series.grid().at(row.getLong(2)).toEpochMilli());
                    update.setLong(3, observations);
                    update.setLong(4, series.id());
                    update.executeUpdate();
                } else {
                    none.setLong(1, series.id());
                    none.executeUpdate();
                }
            }
        }
    }

    /// The values of the grid points `from` (inclusive) to `to` (exclusive); NaN where nothing is kept.
    double[] range(Row series, long from, long to) throws SQLException {
        double[] values = new double[Math.toIntExact(to - from)];
        Arrays.fill(values, Double.NaN);
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT first_index, payload FROM block WHERE id BETWEEN ? AND ? ORDER BY id")) {
            query.setLong(1, series.id() * MONTHS + series.grid().month(from));
            query.setLong(2, series.id() * MONTHS + series.grid().month(to - 1));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Block block = new Block(rows.getLong(1), BlockCodec.decode(rows.getBytes(2)));
                    long start = Math.max(from, block.first());
                    long end = Math.min(to, block.first() + block.values().length);
                    if (start < end) {
                        System.arraycopy(
                                block.values(), (int) (start - block.first()), values, (int) (start - from), (int)
                                        (end - start));
                    }
                }
            }
        }
        return values;
    }

    /// The first and the last grid point with a value.
    Optional<long[]> extent(Row series) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT first_at, last_at FROM series WHERE id = ? AND observations > 0")) {
            query.setLong(1, series.id());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new long[] {
                            series.grid().floor(Instant.ofEpochMilli(row.getLong(1))),
                            series.grid().floor(Instant.ofEpochMilli(row.getLong(2)))
                        })
                        : Optional.empty();
            }
        }
    }

    List<SeriesInfo> catalog() throws SQLException {
        List<SeriesInfo> infos = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT resource, metric, statistic, step, unit, first_at,"
                        + " last_at, observations FROM series WHERE observations > 0")) {
            while (row.next()) {
                infos.add(new SeriesInfo(
                        new SeriesKey(row.getString(1), row.getString(2), statistic(row.getString(3))),
                        Step.parse(row.getString(4)),
                        MeasureUnit.ofSymbol(row.getString(5)).orElse(MeasureUnit.UNKNOWN),
                        Instant.ofEpochMilli(row.getLong(6)),
                        Instant.ofEpochMilli(row.getLong(7)),
                        row.getLong(8)));
            }
        }
        return infos;
    }

    static Statistic statistic(String code) {
        return Statistic.ofCode(code)
                .orElseThrow(() -> new CacheException(
                        ErrorCode.WORKSPACE_DAMAGED,
                        "The catalog names the unknown statistic " + code + "; restore the workspace from a backup."));
    }
}
