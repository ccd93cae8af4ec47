package dev.headroom.storage.cache;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The versions of bills: what was known when, and which closed months were restated.
public final class BillHistory {
    private final Database database;

    BillHistory(Database database) {
        this.database = database;
    }

    /// The numbers of the versions that hold and count, now or at an earlier time.
    static Set<Long> holding(Connection connection, Optional<Instant> at) throws SQLException {
        return LeadingBills.at(connection, at).counted();
    }

    /// The month on whose bill the charges of a version are, by version.
    static Map<Long, YearMonth> months(Connection connection) throws SQLException {
        Map<Long, YearMonth> months = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, billing_month FROM bill_version")) {
            while (row.next()) {
                months.put(row.getLong(1), BillImport.month(row.getInt(2)));
            }
        }
        return months;
    }

    /// All versions, by month, account and time of loading.
    public List<BillVersion> versions() {
        return database.read(connection -> {
            Map<Long, SortedMap<CurrencyCode, BigDecimal>> billed = billed(connection);
            Set<Long> counted = holding(connection, Optional.empty());
            List<BillVersion> versions = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT v.id, f.path, v.provider, v.billing_account,"
                            + " v.billing_month, v.charges, v.loaded_at, v.replaced_at, v.purged_at,"
                            + " v.dataset"
                            + " FROM bill_version v JOIN batch_file f ON f.id = v.file"
                            + " ORDER BY v.billing_month, v.provider, v.billing_account, v.id")) {
                while (row.next()) {
                    long replaced = row.getLong(8);
                    boolean holds = row.wasNull();
                    versions.add(new BillVersion(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            BillImport.month(row.getInt(5)),
                            row.getLong(6),
                            billed.getOrDefault(row.getLong(1), new TreeMap<>()),
                            Instant.ofEpochMilli(row.getLong(7)),
                            holds ? Optional.empty() : Optional.of(Instant.ofEpochMilli(replaced)),
                            row.getObject(9) != null,
                            row.getString(10),
                            counted.contains(row.getLong(1))));
                }
            }
            return versions;
        });
    }

    private static Map<Long, SortedMap<CurrencyCode, BigDecimal>> billed(Connection connection) throws SQLException {
        Map<Long, SortedMap<CurrencyCode, BigDecimal>> billed = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT version, currency, billed FROM daily_sum WHERE grouped_by = 'TOTAL'")) {
            while (row.next()) {
                billed.computeIfAbsent(row.getLong(1), _ -> new TreeMap<>())
                        .merge(new CurrencyCode(row.getString(2)), new BigDecimal(row.getString(3)), BigDecimal::add);
            }
        }
        return billed;
    }

    /// How complete the versions are whose content is kept. Reads all charges of usage.
    public List<BillFacts> facts() {
        return new BillExamination(database).facts(versions());
    }

    /// The changes of months that were over, oldest load first. The first load of a month is none, and neither
    /// is a load before the month ended in UTC.
    public List<Restatement> restatements() {
        return database.read(BillRestatements::of);
    }

    /// The bills that several kinds of bills tell, by month, with what counts.
    ///
    /// @param at as it was known at this time; empty for now
    public List<BillContest> contests(Optional<Instant> at) {
        return database.read(connection -> new BillContests(connection, LeadingBills.at(connection, at)).all());
    }

    /// Chooses which kind of bill counts for the bills that several kinds tell.
    ///
    /// @param family such as `focus`; empty lets the rule decide again
    /// @param bills which of [#contests], as their files spell them
    /// @param everyMonth whether the choice is for all months of their accounts, later ones too
    /// @return how many bills it concerns: those that this kind tells
    public int choose(String family, Predicate<BillContest> bills, boolean everyMonth, Instant now) {
        return database.write(connection -> {
            LeadingBills leading = LeadingBills.at(connection, Optional.empty());
            Set<BillKey> accounts = new HashSet<>();
            int concerned = 0;
            for (BillKey bill : leading.leads().keySet()) {
                BillContest contest = new BillContests(connection, leading).of(bill);
                boolean told = family.isEmpty()
                        || contest.told().stream().anyMatch(one -> one.family().equals(family));
                if (told && bills.test(contest)) {
                    concerned++;
                    if (!everyMonth || accounts.add(new BillKey(bill.provider(), bill.account(), 0))) {
                        BillChoices.add(connection, bill, everyMonth, family, now);
                    }
                }
            }
            if (concerned > 0) {
                AuditLog.append(
                        connection,
                        AuditLog.Action.BILLS_CHOSEN,
                        family.isEmpty() ? "by the rule" : family,
                        (concerned == 1 ? "1 bill" : concerned + " bills")
                                + (everyMonth ? ", every month of their accounts" : ""));
            }
            return concerned;
        });
    }
}
