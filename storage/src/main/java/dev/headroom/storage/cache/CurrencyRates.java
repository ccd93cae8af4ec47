package dev.headroom.storage.cache;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.DatedRate;
import dev.headroom.engine.quantity.RateTable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The kept currency rates by day. A rate that is told anew with another value replaces the one before and keeps it, so
/// that a conversion can be rebuilt as it was known on any day.
public final class CurrencyRates {
    private static final int BATCH = 1_000;
    private final Database database;

    CurrencyRates(Database database) {
        this.database = database;
    }

    /// What is kept of one pair.
    ///
    /// @param days how many days have a rate
    public record Pair(CurrencyCode from, CurrencyCode to, int days, LocalDate first, LocalDate last, Instant loaded) {}

    /// The rates from and into one currency.
    ///
    /// @param at as they were known at this time; empty for now
    public RateTable of(CurrencyCode currency, Optional<Instant> at) {
        return database.read(connection -> {
            List<DatedRate> rates = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT rate_day, from_currency, to_currency,"
                    + " rate FROM currency_rate WHERE (from_currency = ? OR to_currency = ?) AND loaded_at <= ?"
                    + " ORDER BY id")) {
                query.setString(1, currency.value());
                query.setString(2, currency.value());
                query.setLong(3, at.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        rates.add(new DatedRate(
                                LocalDate.ofEpochDay(row.getInt(1)),
                                new CurrencyCode(row.getString(2)),
                                new CurrencyCode(row.getString(3)),
                                new BigDecimal(row.getString(4))));
                    }
                }
            }
            return new RateTable(rates);
        });
    }

    /// The kept pairs, by currency.
    public List<Pair> pairs() {
        return database.read(connection -> {
            List<Pair> pairs = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT from_currency, to_currency,"
                            + " COUNT(DISTINCT rate_day), MIN(rate_day), MAX(rate_day), MAX(loaded_at)"
                            + " FROM currency_rate GROUP BY from_currency, to_currency"
                            + " ORDER BY from_currency, to_currency");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    pairs.add(new Pair(
                            new CurrencyCode(row.getString(1)),
                            new CurrencyCode(row.getString(2)),
                            row.getInt(3),
                            LocalDate.ofEpochDay(row.getInt(4)),
                            LocalDate.ofEpochDay(row.getInt(5)),
                            Instant.ofEpochMilli(row.getLong(6))));
                }
            }
            return pairs;
        });
    }

    /// Takes the rates of one file.
    static final class Import {
        private final Connection connection;
        private final long file;
        private final Map<Key, BigDecimal> kept = new HashMap<>();
        private final List<DatedRate> fresh = new ArrayList<>();
        private boolean read;

        Import(Connection connection, long file) {
            this.connection = connection;
            this.file = file;
        }

        private record Key(LocalDate day, CurrencyCode from, CurrencyCode to) {}

        /// @return false when the rate is kept already
        boolean add(DatedRate rate) throws SQLException {
            if (!read) {
                readKept();
                read = true;
            }
            Key key = new Key(rate.day(), rate.from(), rate.to());
            BigDecimal before = kept.put(key, rate.rate());
            if (before != null && before.compareTo(rate.rate()) == 0) {
                return false;
            }
            fresh.add(rate);
            if (fresh.size() >= BATCH) {
                write();
            }
            return true;
        }

        private void readKept() throws SQLException {
            try (PreparedStatement query = connection.prepareStatement(
                            "SELECT rate_day, from_currency, to_currency, rate FROM currency_rate ORDER BY id");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    kept.put(
                            new Key(
                                    LocalDate.ofEpochDay(row.getInt(1)),
                                    new CurrencyCode(row.getString(2)),
                                    new CurrencyCode(row.getString(3))),
                            new BigDecimal(row.getString(4)));
                }
            }
        }

        void write() throws SQLException {
            if (fresh.isEmpty()) {
                return;
            }
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO currency_rate(file, rate_day,"
                    + " from_currency, to_currency, rate, loaded_at) VALUES(?,?,?,?,?,(SELECT b.loaded_at FROM batch b"
                    + " JOIN batch_file f ON f.batch = b.number WHERE f.id = ?))")) {
                for (DatedRate rate : fresh) {
                    insert.setLong(1, file);
                    insert.setInt(2, (int) rate.day().toEpochDay());
                    insert.setString(3, rate.from().value());
                    insert.setString(4, rate.to().value());
                    insert.setString(5, rate.rate().toString());
                    insert.setLong(6, file);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            fresh.clear();
        }
    }
}
