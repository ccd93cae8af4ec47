package dev.headroom.storage.cache;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The kept series: one packed block for each (series, step, calendar month in UTC). A series is one key at
/// one step, on one grid; the first write decides where that grid lies.
public final class SeriesCache {
    private static final Comparator<SeriesInfo> ORDER = Comparator.comparing(SeriesInfo::key)
            .thenComparing(info -> info.step().typicalLength());
    private final Database database;

    SeriesCache(Database database) {
        this.database = database;
    }

    /// Merges a series into the cache by timestamp: a new observation replaces the kept one, a missing one
    /// does not. On disk when this returns.
    ///
    /// @throws CacheException when the grid does not continue the kept grid, or the disk is full
    public void write(TimeSeries series, MeasureUnit unit) {
        writeAll(Map.of(series, unit));
    }

    /// Merges several series in one transaction: all of them are kept, or none.
    public void writeAll(Map<TimeSeries, MeasureUnit> series) {
        database.write(connection -> {
            for (Map.Entry<TimeSeries, MeasureUnit> entry : series.entrySet()) {
                merge(connection, entry.getKey(), entry.getValue());
            }
            return series.size();
        });
    }

    private static void merge(Connection connection, TimeSeries series, MeasureUnit unit) throws SQLException {
        if (series.length() == series.missing()) {
            return;
        }
        SeriesStore store = new SeriesStore(connection);
        SeriesGrid grid = SeriesGrid.of(series.grid());
        SeriesStore.Row row = store.findOrCreate(series.key(), grid, unit);
        store.merge(row, first(series, row.grid()), series.values());
    }

    private static long first(TimeSeries series, SeriesGrid kept) {
        Instant start = series.grid().start();
        Instant last = series.grid().at(series.length() - 1L);
        if (kept.zone().equals(series.grid().zone()) || kept.step() instanceof Step.Physical) {
            long first = kept.exact(start).orElse(Long.MIN_VALUE);
            if (first != Long.MIN_VALUE && kept.at(first + series.length() - 1).equals(last)) {
                return first;
            }
        }
        throw new CacheException(
                ErrorCode.GRID_MISMATCH,
                "The observations of " + series.key().resource() + " "
                        + series.key().metric() + " begin at " + start
                        + " and do not lie on the grid that is kept, one every "
                        + kept.step().code() + " from " + kept.anchor() + " (" + kept.zone()
                        + "); align them first.");
    }

    /// The whole series, from its first to its last observation; gaps are NaN.
    public Optional<TimeSeries> read(SeriesKey key, Step step) {
        return read(key, step, Instant.MIN, Instant.MAX);
    }

    /// The part of the series between `from` (inclusive) and `to` (exclusive), cut to its first and last
    /// observation; gaps are NaN. Empty when there is no such series; of length 0 when it has nothing in that
    /// range.
    public Optional<TimeSeries> read(SeriesKey key, Step step, Instant from, Instant to) {
        return database.read(connection -> {
            SeriesStore store = new SeriesStore(connection);
            Optional<SeriesStore.Row> row = store.find(key, step);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            SeriesGrid grid = row.get().grid();
            Optional<long[]> extent = store.extent(row.get());
            if (extent.isEmpty()) {
                return Optional.empty();
            }
            long first = extent.get()[0];
            long last = extent.get()[1];
            long start = from.isAfter(grid.at(first)) ? Math.min(grid.ceiling(from), last + 1) : first;
            long end = to.isAfter(grid.at(last)) ? last + 1 : Math.max(start, grid.ceiling(to));
            double[] values = start < end ? store.range(row.get(), start, end) : new double[0];
            return Optional.of(new TimeSeries(key, grid.slice(start, values.length), values));
        });
    }

    /// All series with at least one observation, ordered by key and step.
    public List<SeriesInfo> catalog() {
        return database.read(connection ->
                new SeriesStore(connection).catalog().stream().sorted(ORDER).toList());
    }
}
