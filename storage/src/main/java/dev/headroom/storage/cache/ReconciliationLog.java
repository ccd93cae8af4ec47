package dev.headroom.storage.cache;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The last comparison of each month's bills with an invoice. A later one takes the place of the one before; the audit
/// log keeps both.
public final class ReconciliationLog {
    private static final String COLUMNS = "billing_month, currency, provider, billing_account, invoice_file, invoiced,"
            + " billed, tolerance, passed, compared_lines, failed_lines, compared_at";
    private final Database database;

    ReconciliationLog(Database database) {
        this.database = database;
    }

    /// Keeps comparisons, all or, on failure, none.
    public void keep(List<KeptReconciliation> results) {
        database.write(connection -> {
            for (KeptReconciliation one : results) {
                put(connection, one);
                ReconciliationDetail.replace(connection, one);
                AuditLog.append(
                        connection,
                        AuditLog.Action.RECONCILED,
                        one.month() + " " + one.currency() + " " + one.provider()
                                + (one.billingAccount().isEmpty() ? "" : " " + one.billingAccount()),
                        (one.passed() ? "passed: " : "failed: ")
                                + one.billed()
                                        .map(billed -> "billed " + billed.toPlainString())
                                        .orElse("nothing billed")
                                + ", invoiced " + one.invoiced().toPlainString() + " in " + one.invoiceFile()
                                + ", tolerance " + one.tolerance().toPlainString() + ", " + one.failedLines() + " of "
                                + one.lines() + " lines beyond it");
            }
            return results.size();
        });
    }

    private static void put(Connection connection, KeptReconciliation one) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement("MERGE INTO reconciliation(" + COLUMNS
                + ") KEY(billing_month, currency, provider, billing_account) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)")) {
            put.setInt(1, BillImport.monthNumber(one.month()));
            put.setString(2, one.currency().value());
            put.setString(3, one.provider());
            put.setString(4, one.billingAccount());
            put.setString(5, one.invoiceFile());
            put.setString(6, one.invoiced().toPlainString());
            put.setString(7, ReconciliationDetail.text(one.billed()));
            put.setString(8, one.tolerance().toPlainString());
            put.setBoolean(9, one.passed());
            put.setInt(10, one.lines());
            put.setInt(11, one.failedLines());
            put.setLong(12, one.at().toEpochMilli());
            put.executeUpdate();
        }
    }

    /// The last comparisons with their bridges, by month and currency.
    public List<KeptReconciliation> latest() {
        return database.read(connection -> {
            List<KeptReconciliation> kept = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT " + COLUMNS
                            + " FROM reconciliation ORDER BY billing_month, currency, provider, billing_account");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    kept.add(new KeptReconciliation(
                            BillImport.month(row.getInt(1)),
                            new CurrencyCode(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            new BigDecimal(row.getString(6)),
                            ReconciliationDetail.amount(row.getString(7)),
                            new BigDecimal(row.getString(8)),
                            row.getBoolean(9),
                            row.getInt(10),
                            row.getInt(11),
                            Instant.ofEpochMilli(row.getLong(12)),
                            Optional.empty(),
                            List.of()));
                }
            }
            List<KeptReconciliation> whole = new ArrayList<>();
            for (KeptReconciliation one : kept) {
                whole.add(ReconciliationDetail.read(connection, one));
            }
            return whole;
        });
    }
}
