package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.CostBasis;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Adds the charges of one version up by day and group, in exact decimals, and adds the sums to the kept ones.
final class DailySums {
    /// The order of the primary key: neighbours are written together.
    private static final Comparator<Key> ORDER = Comparator.<Key, String>comparing(
                    key -> key.grouping().name())
            .thenComparingInt(Key::day)
            .thenComparing(Key::group)
            .thenComparing(Key::currency);

    private final long version;
    private final Map<Key, ChargeCell> pending = new HashMap<>();

    DailySums(long version) {
        this.version = version;
    }

    private record Key(CostGrouping grouping, int day, String group, String currency) {}

    void add(ChargeLine line, ChargeCell cell) {
        for (CostGrouping grouping : CostGrouping.values()) {
            Key key = new Key(
                    grouping, cell.day, grouping.group(line), line.currency().value());
            pending.computeIfAbsent(key, _ -> new ChargeCell(cell.day)).add(cell);
        }
    }

    void write(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT charges, billed, effective, effective_rows,"
                        + " list, list_rows, contracted, contracted_rows FROM daily_sum WHERE grouped_by = ?"
                        + " AND version = ? AND cost_day = ? AND group_name = ? AND currency = ?");
                PreparedStatement put = connection.prepareStatement("MERGE INTO daily_sum(grouped_by, version,"
                        + " cost_day, group_name, currency, charges, billed, effective, effective_rows, list,"
                        + " list_rows, contracted, contracted_rows) KEY(grouped_by, version, cost_day, group_name,"
                        + " currency) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
            List<Map.Entry<Key, ChargeCell>> inOrder = new ArrayList<>(pending.entrySet());
            inOrder.sort(Map.Entry.comparingByKey(ORDER));
            for (Map.Entry<Key, ChargeCell> entry : inOrder) {
                bind(query, entry.getKey());
                try (ResultSet kept = query.executeQuery()) {
                    if (kept.next()) {
                        entry.getValue().add(sums(entry.getKey().day(), kept));
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

    /// Moves the sums of one version to those of another.
    static void merge(Connection connection, long from, long to) throws SQLException {
        DailySums moved = new DailySums(to);
        try (PreparedStatement query = connection.prepareStatement("SELECT charges, billed, effective, effective_rows,"
                        + " list, list_rows, contracted, contracted_rows, grouped_by, cost_day, group_name, currency"
                        + " FROM daily_sum WHERE version = ?");
                PreparedStatement delete = connection.prepareStatement("DELETE FROM daily_sum WHERE version = ?")) {
            query.setLong(1, from);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    int day = row.getInt(10);
                    Key key =
                            new Key(CostGrouping.valueOf(row.getString(9)), day, row.getString(11), row.getString(12));
                    moved.pending.put(key, sums(day, row));
                }
            }
            delete.setLong(1, from);
            delete.executeUpdate();
        }
        moved.write(connection);
    }

    private void bind(PreparedStatement statement, Key key) throws SQLException {
        statement.setString(1, key.grouping().name());
        statement.setLong(2, version);
        statement.setInt(3, key.day());
        statement.setString(4, key.group());
        statement.setString(5, key.currency());
    }

    /// @param row with the counts and sums of a day from the first column on
    static ChargeCell sums(int day, ResultSet row) throws SQLException {
        ChargeCell cell = new ChargeCell(day);
        cell.charges = row.getLong(1);
        cell.billed.add(new PartSum(new BigDecimal(row.getString(2)), cell.charges));
        int column = 3;
        for (CostBasis basis : List.of(CostBasis.EFFECTIVE, CostBasis.LIST, CostBasis.CONTRACTED)) {
            cell.part(basis).add(new PartSum(new BigDecimal(row.getString(column)), row.getLong(column + 1)));
            column += 2;
        }
        return cell;
    }

    private static void bind(PreparedStatement statement, ChargeCell sums) throws SQLException {
        statement.setLong(6, sums.charges);
        statement.setString(7, sums.billed.sum().toString());
        int position = 8;
        for (CostBasis basis : List.of(CostBasis.EFFECTIVE, CostBasis.LIST, CostBasis.CONTRACTED)) {
            statement.setString(position++, sums.part(basis).sum().toString());
            statement.setLong(position++, sums.part(basis).known());
        }
    }
}
