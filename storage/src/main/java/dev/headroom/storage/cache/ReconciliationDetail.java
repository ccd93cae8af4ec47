package dev.headroom.storage.cache;

import dev.headroom.engine.cost.BridgePart;
import dev.headroom.engine.cost.InvoiceKey;
import dev.headroom.engine.cost.VarianceBridge;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The rows below one kept reconciliation: the steps of its bridge and its lines beyond the tolerance.
final class ReconciliationDetail {
    private static final String KEY = "billing_month=? AND currency=? AND provider=? AND billing_account=?";
    private static final int KEYS = 4;

    private ReconciliationDetail() {}

    /// Puts the rows of a result in the place of those of the one before.
    static void replace(Connection connection, KeptReconciliation one) throws SQLException {
        for (String table : List.of("reconciliation_step", "reconciliation_line")) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + table + " WHERE " + KEY)) {
                key(delete, one);
                delete.executeUpdate();
            }
        }
        putSteps(connection, one);
        putLines(connection, one);
    }

    private static void putSteps(Connection connection, KeptReconciliation one) throws SQLException {
        List<VarianceBridge.Step> steps =
                one.bridge().map(VarianceBridge::steps).orElse(List.of());
        if (steps.isEmpty()) {
            return;
        }
        try (PreparedStatement put = connection.prepareStatement("INSERT INTO reconciliation_step(billing_month,"
                + " currency, provider, billing_account, part, amount, certainty) VALUES(?,?,?,?,?,?,?)")) {
            for (VarianceBridge.Step step : steps) {
                key(put, one);
                put.setString(KEYS + 1, step.part().code());
                put.setString(KEYS + 2, step.amount().toPlainString());
                put.setString(KEYS + 3, step.certainty().name().toLowerCase(Locale.ROOT));
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    private static void putLines(Connection connection, KeptReconciliation one) throws SQLException {
        List<KeptReconciliation.Line> lines = one.beyond().stream()
                .sorted(Comparator.comparing((KeptReconciliation.Line line) ->
                                line.difference().abs())
                        .reversed())
                .limit(KeptReconciliation.KEPT_LINES)
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        try (PreparedStatement put = connection.prepareStatement("INSERT INTO reconciliation_line(billing_month,"
                + " currency, provider, billing_account, position, invoice, account, service, invoiced, billed)"
                + " VALUES(?,?,?,?,?,?,?,?,?,?)")) {
            for (int i = 0; i < lines.size(); i++) {
                KeptReconciliation.Line line = lines.get(i);
                key(put, one);
                put.setInt(KEYS + 1, i);
                put.setString(KEYS + 2, line.key().invoice());
                put.setString(KEYS + 3, line.key().account());
                put.setString(KEYS + 4, line.key().service());
                put.setString(KEYS + 5, text(line.invoiced()));
                put.setString(KEYS + 6, text(line.billed()));
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    private static void key(PreparedStatement statement, KeptReconciliation one) throws SQLException {
        statement.setInt(1, BillImport.monthNumber(one.month()));
        statement.setString(2, one.currency().value());
        statement.setString(3, one.provider());
        statement.setString(4, one.billingAccount());
    }

    /// The result with its bridge and lines. A difference without steps was kept before bridges were: its bridge is not
    /// known.
    static KeptReconciliation read(Connection connection, KeptReconciliation plain) throws SQLException {
        List<VarianceBridge.Step> steps = steps(connection, plain);
        BigDecimal difference = plain.difference();
        boolean known = !steps.isEmpty() || difference.signum() == 0;
        return new KeptReconciliation(
                plain.month(),
                plain.currency(),
                plain.provider(),
                plain.billingAccount(),
                plain.invoiceFile(),
                plain.invoiced(),
                plain.billed(),
                plain.tolerance(),
                plain.passed(),
                plain.lines(),
                plain.failedLines(),
                plain.at(),
                known ? Optional.of(new VarianceBridge(difference, steps)) : Optional.empty(),
                lines(connection, plain));
    }

    private static List<VarianceBridge.Step> steps(Connection connection, KeptReconciliation one) throws SQLException {
        List<VarianceBridge.Step> steps = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT part, amount, certainty FROM reconciliation_step WHERE " + KEY)) {
            key(query, one);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    steps.add(new VarianceBridge.Step(
                            BridgePart.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                            new BigDecimal(row.getString(2)),
                            VarianceBridge.Certainty.valueOf(row.getString(3).toUpperCase(Locale.ROOT))));
                }
            }
        }
        steps.sort(Comparator.comparing(VarianceBridge.Step::part));
        return steps;
    }

    private static List<KeptReconciliation.Line> lines(Connection connection, KeptReconciliation one)
            throws SQLException {
        List<KeptReconciliation.Line> lines = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT invoice, account, service, invoiced, billed FROM"
                        + " reconciliation_line WHERE " + KEY + " ORDER BY position")) {
            key(query, one);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    lines.add(new KeptReconciliation.Line(
                            new InvoiceKey(row.getString(2), row.getString(3), row.getString(1)),
                            amount(row.getString(4)),
                            amount(row.getString(5))));
                }
            }
        }
        return lines;
    }

    static String text(Optional<BigDecimal> amount) {
        return amount.map(BigDecimal::toPlainString).orElse("");
    }

    static Optional<BigDecimal> amount(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }
}
