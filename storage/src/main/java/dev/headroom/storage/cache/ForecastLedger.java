package dev.headroom.storage.cache;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The kept forecasts: each computed once and found again by everything that determines it.
public final class ForecastLedger {
    private static final String KEY = "resource = ? AND metric = ? AND statistic = ? AND step = ?"
            + " AND data_hash = ? AND spec = ? AND seed = ? AND horizon = ?";
    private final Database database;

    ForecastLedger(Database database) {
        this.database = database;
    }

    /// A kept forecast.
    ///
    /// @param asOf the time of the last observation that it knew
    /// @param content the forecast in the form of the caller
    /// @param computedBy what computed it
    @SuppressWarnings("ArrayRecordComponent")
    public record Stored(Instant asOf, byte[] content, ComputedBy computedBy) {
        public Stored {
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }
    }

    /// Keeps a forecast, replacing the one under the same key.
    public void put(ForecastKey key, Stored forecast) {
        putAll(Map.of(key, forecast));
    }

    /// Keeps several forecasts in one transaction, which is much faster than one by one.
    public void putAll(Map<ForecastKey, Stored> forecasts) {
        database.write(connection -> {
            try (PreparedStatement put = connection.prepareStatement("MERGE INTO forecast(resource, metric, statistic,"
                    + " step, data_hash, spec, seed, horizon, as_of, content, engine, jvm)"
                    + " KEY(resource, metric, statistic, step, data_hash, spec, seed, horizon)"
                    + " VALUES(?,?,?,?,?,?,?,?,?,?,?,?)")) {
                for (Map.Entry<ForecastKey, Stored> forecast : forecasts.entrySet()) {
                    bind(put, forecast.getKey());
                    put.setLong(9, forecast.getValue().asOf().toEpochMilli());
                    put.setBytes(10, forecast.getValue().content());
                    put.setString(11, forecast.getValue().computedBy().engine());
                    put.setString(12, forecast.getValue().computedBy().jvm());
                    put.addBatch();
                }
                put.executeBatch();
            }
            return forecasts.size();
        });
    }

    public Optional<Stored> find(ForecastKey key) {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT as_of, content, engine, jvm FROM forecast WHERE " + KEY)) {
                bind(query, key);
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Stored(
                                    Instant.ofEpochMilli(row.getLong(1)),
                                    row.getBytes(2),
                                    new ComputedBy(row.getString(3), row.getString(4))))
                            : Optional.empty();
                }
            }
        });
    }

    /// A kept forecast with what determines it.
    ///
    /// @param number counts the kept forecasts from 1, in the order in which they were kept
    public record Entry(long number, ForecastKey key, Stored stored) {}

    /// The kept forecasts whose last known observation lies at or after an instant, the oldest first.
    public List<Entry> since(Instant asOf) {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT resource, metric, statistic, step,"
                    + " data_hash, spec, seed, horizon, as_of, content, engine, jvm, id FROM forecast WHERE as_of >= ?"
                    + " ORDER BY as_of, id")) {
                query.setLong(1, asOf.toEpochMilli());
                try (ResultSet row = query.executeQuery()) {
                    List<Entry> entries = new ArrayList<>();
                    while (row.next()) {
                        entries.add(entry(row));
                    }
                    return entries;
                }
            }
        });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Statistic statistic = Statistic.ofCode(row.getString(3)).orElseThrow();
        SeriesKey series = new SeriesKey(row.getString(1), row.getString(2), statistic);
        ForecastKey key = new ForecastKey(
                series,
                Step.parse(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getInt(8));
        return new Entry(
                row.getLong(13),
                key,
                new Stored(
                        Instant.ofEpochMilli(row.getLong(9)),
                        row.getBytes(10),
                        new ComputedBy(row.getString(11), row.getString(12))));
    }

    /// How many forecasts are kept.
    public long count() {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM forecast");
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static void bind(PreparedStatement statement, ForecastKey key) throws SQLException {
        statement.setString(1, key.series().resource());
        statement.setString(2, key.series().metric());
        statement.setString(3, key.series().statistic().code());
        statement.setString(4, key.step().code());
        statement.setString(5, key.dataHash());
        statement.setString(6, key.spec());
        statement.setLong(7, key.seed());
        statement.setInt(8, key.horizon());
    }
}
