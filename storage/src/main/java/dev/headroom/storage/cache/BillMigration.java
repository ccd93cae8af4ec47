package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Packs the bill rows of formats 1 to 3, which were kept one by one, into versions of bills: one a file,
/// billing account and month of use. Their hashes were of another kind and are not kept: rows of such a bill
/// are known by their days and amounts when the bill is told anew. The old tables are removed last, so that a
/// process killed in between starts again from them.
final class BillMigration {
    private static final int MOST_CELLS = 300_000;

    private BillMigration() {}

    private record Bill(long file, String provider, String account, YearMonth month) {}

    static void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (exists(connection, "CHARGE")) {
                for (String table :
                        new String[] {"daily_sum", "charge_block", "bill_row", "charge_line", "bill_version"}) {
                    statement.executeUpdate("DELETE FROM " + table);
                }
                pack(connection);
                connection.commit();
                statement.execute("DROP TABLE charge");
            }
            statement.execute("DROP TABLE IF EXISTS charge_key");
            statement.execute("DROP TABLE IF EXISTS daily_cost");
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES"
                        + " WHERE TABLE_SCHEMA = 'PUBLIC' AND TABLE_NAME = '" + table + "'")) {
            return row.next() && row.getInt(1) == 1;
        }
    }

    private static void pack(Connection connection) throws SQLException {
        Map<Bill, BillContent> bills = new LinkedHashMap<>();
        try (ChargeLines lines = new ChargeLines(connection);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT file, start_at, end_at, provider, billing_account,"
                        + " sub_account, service, service_category, region, resource, usage_type, description,"
                        + " category, correction, commitment, billed, effective, list, contracted, currency, quantity,"
                        + " unit, tags FROM charge ORDER BY id")) {
            int cells = 0;
            while (row.next()) {
                ChargeRecord charge = charge(row);
                Bill bill = new Bill(row.getLong(1), row.getString(4), row.getString(5), charge.billingMonth());
                long next = bills.size() + 1L;
                BillContent content = bills.computeIfAbsent(bill, _ -> new BillContent(next));
                cells += content.addWithoutHash(charge);
                if (cells > MOST_CELLS) {
                    flush(connection, bills, lines);
                    cells = 0;
                }
            }
            flush(connection, bills, lines);
        }
        insert(connection, bills);
    }

    private static void flush(Connection connection, Map<Bill, BillContent> bills, ChargeLines lines)
            throws SQLException {
        for (BillContent content : bills.values()) {
            content.flush(connection, lines);
        }
    }

    private static void insert(Connection connection, Map<Bill, BillContent> bills) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bill_version(id, file, provider,"
                + " billing_account, billing_month, charges, added, loaded_at) VALUES(?,?,?,?,?,?,?,(SELECT b.loaded_at"
                + " FROM batch b JOIN batch_file f ON f.batch = b.number WHERE f.id = ?))")) {
            for (Map.Entry<Bill, BillContent> entry : bills.entrySet()) {
                Bill bill = entry.getKey();
                BillContent content = entry.getValue();
                insert.setLong(1, content.version());
                insert.setLong(2, bill.file());
                insert.setString(3, bill.provider());
                insert.setString(4, bill.account());
                insert.setInt(5, BillImport.monthNumber(bill.month()));
                insert.setLong(6, content.charges());
                insert.setLong(7, content.charges());
                insert.setLong(8, bill.file());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static ChargeRecord charge(ResultSet row) throws SQLException {
        ChargeLine line = ChargeLine.of(ChargeCategory.valueOf(row.getString(13)), new CurrencyCode(row.getString(20)))
                .provider(row.getString(4))
                .billingAccount(row.getString(5))
                .subAccount(row.getString(6))
                .service(row.getString(7))
                .serviceCategory(row.getString(8))
                .region(row.getString(9))
                .resource(row.getString(10))
                .usageType(row.getString(11))
                .description(row.getString(12))
                .correction(row.getBoolean(14))
                .commitment(row.getString(15))
                .unit(row.getString(22))
                .tags(ChargeLines.tags(row.getString(23)))
                .build();
        Instant start = Instant.ofEpochMilli(row.getLong(2));
        return new ChargeRecord(
                line,
                start,
                Instant.ofEpochMilli(row.getLong(3)),
                ChargeRecord.monthOf(start),
                new ChargeRecord.Amounts(
                        new BigDecimal(row.getString(16)), amount(row, 17), amount(row, 18), amount(row, 19)),
                amount(row, 21));
    }

    private static Optional<BigDecimal> amount(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(BigDecimal::new);
    }
}
