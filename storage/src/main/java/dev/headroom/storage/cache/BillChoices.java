package dev.headroom.storage.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Which family of bills somebody chose to count where several tell the same bill. Choices are only ever added; the
/// last one that concerns a bill holds.
final class BillChoices {
    private final List<Choice> choices;

    private BillChoices(List<Choice> choices) {
        this.choices = choices;
    }

    /// @param month empty for all months
    /// @param family empty to let the rule decide again
    private record Choice(String provider, String account, Optional<Integer> month, String family) {
        boolean concerns(BillKey bill) {
            return provider.equals(bill.provider())
                    && account.equals(bill.account())
                    && month.map(one -> one == bill.month()).orElse(true);
        }
    }

    /// The choices that held at a time; empty for now.
    static BillChoices at(Connection connection, Optional<Instant> at) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT provider, billing_account, billing_month,"
                + " family FROM bill_choice WHERE chosen_at <= ? ORDER BY id DESC")) {
            query.setLong(1, at.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
            List<Choice> choices = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    int number = row.getInt(3);
                    Optional<Integer> month = row.wasNull() ? Optional.empty() : Optional.of(number);
                    choices.add(new Choice(row.getString(1), row.getString(2), month, row.getString(4)));
                }
            }
            return new BillChoices(choices);
        }
    }

    /// The chosen family; empty when the rule decides.
    Optional<String> of(BillKey bill) {
        return choices.stream()
                .filter(choice -> choice.concerns(bill))
                .findFirst()
                .map(Choice::family)
                .filter(family -> !family.isEmpty());
    }

    /// When something was chosen.
    static NavigableSet<Long> times(Connection connection) throws SQLException {
        NavigableSet<Long> times = new TreeSet<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT DISTINCT chosen_at FROM bill_choice");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                times.add(row.getLong(1));
            }
        }
        return times;
    }

    /// @param everyMonth whether the choice is for all months of the account instead of that of the bill
    static void add(Connection connection, BillKey bill, boolean everyMonth, String family, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bill_choice(provider,"
                + " billing_account, billing_month, family, chosen_at) VALUES(?,?,?,?,?)")) {
            insert.setString(1, bill.provider());
            insert.setString(2, bill.account());
            insert.setObject(3, everyMonth ? null : bill.month());
            insert.setString(4, family);
            insert.setLong(5, at.toEpochMilli());
            insert.executeUpdate();
        }
    }
}
