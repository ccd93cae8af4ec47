package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeRecord;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds charges up by day and group, in exact decimals, and adds the sums to the kept ones.
final class DailySums {
    private static final int MOST = 100_000;
    /// The order of the primary key: neighbours are written together.
    private static final Comparator<Key> ORDER = Comparator.<Key, String>comparing(
                    key -> key.grouping().name())
            .thenComparingLong(Key::day)
            .thenComparing(Key::group)
            .thenComparing(Key::currency);

    private final Connection connection;
    private final Map<Key, Sums> pending = new HashMap<>();

    DailySums(Connection connection) {
        this.connection = connection;
    }

    private record Key(CostGrouping grouping, long day, String group, String currency) {}

    private static final class Sums {
        private long charges;
        private BigDecimal billed = BigDecimal.ZERO;
        private final Part effective = new Part();
        private final Part list = new Part();
        private final Part contracted = new Part();
    }

    /// A sum over the charges that give the amount, and their number.
    private static final class Part {
        private BigDecimal sum = BigDecimal.ZERO;
        private long rows;

        void add(Optional<BigDecimal> amount) {
            if (amount.isPresent()) {
                sum = sum.add(amount.get());
                rows++;
            }
        }
    }

    void add(ChargeRecord charge) throws SQLException {
        long day = LocalDate.ofInstant(charge.start(), ZoneOffset.UTC).toEpochDay();
        for (CostGrouping grouping : CostGrouping.values()) {
            Key key = new Key(
                    grouping, day, grouping.group(charge), charge.currency().value());
            Sums sums = pending.computeIfAbsent(key, _ -> new Sums());
            sums.charges++;
            sums.billed = sums.billed.add(charge.amounts().billed());
            sums.effective.add(charge.amounts().effective());
            sums.list.add(charge.amounts().list());
            sums.contracted.add(charge.amounts().contracted());
        }
        if (pending.size() > MOST) {
            flush();
        }
    }

    void flush() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT charges, billed, effective, effective_rows,"
                        + " list, list_rows, contracted, contracted_rows FROM daily_cost"
                        + " WHERE grouped_by = ? AND cost_day = ? AND group_name = ? AND currency = ?");
                PreparedStatement put = connection.prepareStatement("MERGE INTO daily_cost(grouped_by, cost_day,"
                        + " group_name, currency, charges, billed, effective, effective_rows, list, list_rows,"
                        + " contracted, contracted_rows) KEY(grouped_by, cost_day, group_name, currency)"
                        + " VALUES(?,?,?,?,?,?,?,?,?,?,?,?)")) {
            List<Map.Entry<Key, Sums>> inOrder = new ArrayList<>(pending.entrySet());
            inOrder.sort(Map.Entry.comparingByKey(ORDER));
            for (Map.Entry<Key, Sums> entry : inOrder) {
                bind(query, entry.getKey());
                try (ResultSet kept = query.executeQuery()) {
                    if (kept.next()) {
                        add(entry.getValue(), kept);
                    }
                }
                bind(put, entry.getKey());
                bind(put, entry.getValue());
                put.addBatch();
            }
            put.executeBatch();
        }
        pending.clear();
    }

    private static void bind(PreparedStatement statement, Key key) throws SQLException {
        statement.setString(1, key.grouping().name());
        statement.setLong(2, key.day());
        statement.setString(3, key.group());
        statement.setString(4, key.currency());
    }

    private static void add(Sums sums, ResultSet kept) throws SQLException {
        sums.charges += kept.getLong(1);
        sums.billed = sums.billed.add(new BigDecimal(kept.getString(2)));
        int column = 3;
        for (Part part : new Part[] {sums.effective, sums.list, sums.contracted}) {
            part.sum = part.sum.add(new BigDecimal(kept.getString(column++)));
            part.rows += kept.getLong(column++);
        }
    }

    private static void bind(PreparedStatement statement, Sums sums) throws SQLException {
        statement.setLong(5, sums.charges);
        statement.setString(6, sums.billed.toString());
        int position = 7;
        for (Part part : new Part[] {sums.effective, sums.list, sums.contracted}) {
            statement.setString(position++, part.sum.toString());
            statement.setLong(position++, part.rows);
        }
    }
}
