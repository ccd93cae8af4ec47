package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.BillDataset;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds the changes of the billed cost of months that were over: what counted before and after each load, and after
/// each choice of the kind of bill that counts.
final class BillRestatements {
    private final Connection connection;
    private final Map<Long, Map<MonthOf, Totals>> totals;
    private final Map<Long, BillKey> bills = new HashMap<>();
    private final Set<Long> views = new HashSet<>();

    private BillRestatements(Connection connection) throws SQLException {
        this.connection = connection;
        totals = totals(connection);
    }

    static List<Restatement> of(Connection connection) throws SQLException {
        return new BillRestatements(connection).find();
    }

    private List<Restatement> find() throws SQLException {
        NavigableSet<Long> times = BillChoices.times(connection);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, loaded_at, provider, billing_account, billing_month,"
                        + " dataset FROM bill_version")) {
            while (row.next()) {
                times.add(row.getLong(2));
                bills.put(row.getLong(1), BillKey.of(row.getString(3), row.getString(4), row.getInt(5)));
                if (BillDataset.ofCode(row.getString(6))
                        .filter(BillDataset::isView)
                        .isPresent()) {
                    views.add(row.getLong(1));
                }
            }
        }
        List<Restatement> restatements = new ArrayList<>();
        LeadingBills.Reach reach = new LeadingBills.Reach();
        LeadingBills before = LeadingBills.at(connection, Optional.of(Instant.ofEpochMilli(Long.MIN_VALUE)), reach);
        for (long time : times) {
            Instant known = Instant.ofEpochMilli(time);
            LeadingBills after = LeadingBills.at(connection, Optional.of(known), reach);
            Map<MonthOf, Totals> now = sum(after.counted());
            Set<MonthOf> switched = switched(before, after);
            sum(before.counted()).forEach((key, was) -> {
                Instant end = key.month().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
                Totals is = now.getOrDefault(key, new Totals());
                boolean leader = switched.contains(key);
                boolean same = leader ? is.changes(was).isEmpty() : was.isSame(is);
                if (!known.isBefore(end) && !same) {
                    restatements.add(is.since(
                            was,
                            key,
                            known,
                            leader ? Restatement.Cause.ANOTHER_KIND_COUNTS : Restatement.Cause.RESTATED));
                }
            });
            before = after;
        }
        restatements.sort(Comparator.comparing(Restatement::known)
                .thenComparing(Restatement::month)
                .thenComparing(Restatement::currency));
        return restatements;
    }

    /// The months of usage of bills that another kind of bill tells now.
    private Set<MonthOf> switched(LeadingBills before, LeadingBills after) {
        Map<BillKey, Set<String>> now = after.families();
        Set<BillKey> changed = new HashSet<>();
        before.families().forEach((bill, families) -> {
            if (now.containsKey(bill) && !families.equals(now.get(bill))) {
                changed.add(bill);
            }
        });
        Set<Long> versions = before.counted();
        versions.addAll(after.counted());
        Set<MonthOf> months = new HashSet<>();
        for (long version : versions) {
            if (changed.contains(bills.get(version))) {
                months.addAll(totals.getOrDefault(version, Map.of()).keySet());
            }
        }
        return months;
    }

    private record MonthOf(YearMonth month, String currency) {}

    /// The rows and the billed sums by category of one month.
    private static final class Totals {
        private long rows;
        private final SortedMap<ChargeCategory, BigDecimal> billed = new TreeMap<>();

        void add(ChargeCategory category, BigDecimal amount, long count) {
            rows += count;
            billed.merge(category, amount, BigDecimal::add);
        }

        void add(Totals other) {
            rows += other.rows;
            other.billed.forEach((category, amount) -> billed.merge(category, amount, BigDecimal::add));
        }

        BigDecimal total() {
            return billed.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        boolean isSame(Totals other) {
            return rows == other.rows && changes(other).isEmpty();
        }

        SortedMap<ChargeCategory, BigDecimal> changes(Totals before) {
            SortedMap<ChargeCategory, BigDecimal> changes = new TreeMap<>();
            for (ChargeCategory category : ChargeCategory.values()) {
                BigDecimal change = billed.getOrDefault(category, BigDecimal.ZERO)
                        .subtract(before.billed.getOrDefault(category, BigDecimal.ZERO));
                if (change.signum() != 0) {
                    changes.put(category, change);
                }
            }
            return changes;
        }

        Restatement since(Totals before, MonthOf key, Instant known, Restatement.Cause cause) {
            return new Restatement(
                    key.month(),
                    new CurrencyCode(key.currency()),
                    known,
                    before.total(),
                    total(),
                    changes(before),
                    before.rows,
                    rows,
                    cause);
        }
    }

    private static Map<Long, Map<MonthOf, Totals>> totals(Connection connection) throws SQLException {
        Map<Long, Map<MonthOf, Totals>> totals = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT version, cost_day, currency, group_name, billed, charges"
                        + " FROM daily_sum WHERE grouped_by = 'CATEGORY'")) {
            while (row.next()) {
                YearMonth month = YearMonth.from(LocalDate.ofEpochDay(row.getInt(2)));
                totals.computeIfAbsent(row.getLong(1), _ -> new HashMap<>())
                        .computeIfAbsent(new MonthOf(month, row.getString(3)), _ -> new Totals())
                        .add(
                                ChargeCategory.ofFocusName(row.getString(4)),
                                new BigDecimal(row.getString(5)),
                                row.getLong(6));
            }
        }
        return totals;
    }

    private Map<MonthOf, Totals> sum(Set<Long> versions) {
        versions.removeAll(views);
        Map<MonthOf, Totals> sum = new HashMap<>();
        versions.forEach(version -> totals.getOrDefault(version, Map.of())
                .forEach((key, part) ->
                        sum.computeIfAbsent(key, _ -> new Totals()).add(part)));
        return sum;
    }
}
