package dev.headroom.storage.cache;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Writes versions of bills, and what they replace.
final class VersionWriter {
    private static final int PARTS = 1_000_000;
    private final Connection connection;
    private final long loadedAt;

    VersionWriter(Connection connection, long loadedAt) {
        this.connection = connection;
        this.loadedAt = loadedAt;
    }

    /// Moves the rows of a replaced version that are told again into the new version.
    void merge(BillContent again, BillContent fresh) throws SQLException {
        execute("UPDATE charge_block SET part = part + " + PARTS + " + " + again.version() + ", version = "
                + fresh.version() + " WHERE version = " + again.version());
        DailySums.merge(connection, again.version(), fresh.version());
        fresh.rows().addAll(again.rows());
    }

    /// Removes what was written of rows that are kept already.
    void discard(BillContent content) {
        try {
            execute("DELETE FROM charge_block WHERE version = " + content.version());
            execute("DELETE FROM daily_sum WHERE version = " + content.version());
        } catch (SQLException failure) {
            throw Database.translate(failure);
        }
    }

    /// @param of the number of the file that made the version
    /// @param added how many of its rows were not kept before
    void insert(long version, long of, ToldBill bill, long charges, long added) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bill_version(id, file, provider,"
                + " billing_account, billing_month, charges, added, loaded_at, dataset) VALUES(?,?,?,?,?,?,?,?,?)")) {
            insert.setLong(1, version);
            insert.setLong(2, of);
            insert.setString(3, bill.provider());
            insert.setString(4, bill.account());
            insert.setInt(5, BillImport.monthNumber(bill.month()));
            insert.setLong(6, charges);
            insert.setLong(7, added);
            insert.setLong(8, loadedAt);
            insert.setString(9, bill.dataset().code());
            insert.executeUpdate();
        }
    }

    /// Notes which versions replace others.
    ///
    /// @return what was replaced, in a sentence
    String replace(ToldBill bill, List<KeptBill> replaced, List<Long> by, long charges) throws SQLException {
        long before = 0;
        for (KeptBill kept : replaced) {
            execute("UPDATE bill_version SET replaced_at = " + loadedAt + ", replaced_by = " + by.getFirst()
                    + " WHERE id = " + kept.version());
            before += kept.charges();
        }
        Map<String, BigDecimal> sums =
                billed(replaced.stream().map(KeptBill::version).toList());
        return "Replaces the bill of " + bill.words() + ": " + charges + " rows instead of " + before + ", "
                + words(billed(by)) + " instead of " + words(sums) + ". The earlier version is kept.";
    }

    /// The same bill in another currency cannot be told from another part of it.
    ///
    /// @return the doubt, in a sentence; empty when the currencies agree
    Optional<String> inOtherCurrency(ToldBill bill, List<KeptBill> kept, List<Long> made) throws SQLException {
        Set<String> now = billed(made).keySet();
        Set<String> before =
                billed(kept.stream().map(KeptBill::version).toList()).keySet();
        return !before.isEmpty() && Collections.disjoint(before, now)
                ? Optional.of("The bill of " + bill.words() + " was kept in " + String.join(", ", before)
                        + " and is now also in " + String.join(", ", now)
                        + "; both count, each in its currency. If this is"
                        + " the same bill in another currency, import it with --bills replace.")
                : Optional.empty();
    }

    private static String words(Map<String, BigDecimal> sums) {
        return sums.isEmpty()
                ? "nothing"
                : String.join(
                        ", ",
                        sums.entrySet().stream()
                                .map(sum -> sum.getKey() + " " + sum.getValue().toPlainString())
                                .toList());
    }

    private Map<String, BigDecimal> billed(List<Long> of) throws SQLException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT currency, billed FROM daily_sum WHERE grouped_by = 'TOTAL' AND version = ?")) {
            for (long version : of) {
                query.setLong(1, version);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        sums.merge(row.getString(1), new BigDecimal(row.getString(2)), BigDecimal::add);
                    }
                }
            }
        }
        return sums;
    }

    private void execute(String statement) throws SQLException {
        try (Statement run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
    }
}
