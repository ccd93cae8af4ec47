package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
import java.util.TreeSet;

/// The versions of bills: what was known when, and which closed months were restated.
public final class BillHistory {
    private final Database database;

    BillHistory(Database database) {
        this.database = database;
    }

    /// The numbers of the versions that hold, now or at an earlier time.
    static Set<Long> holding(Connection connection, Optional<Instant> at) throws SQLException {
        String select = "SELECT id FROM bill_version WHERE "
                + (at.isEmpty()
                        ? "replaced_at IS NULL"
                        : "loaded_at <= ? AND (replaced_at IS NULL OR replaced_at > ?) AND purged_at IS NULL");
        try (PreparedStatement query = connection.prepareStatement(select)) {
            if (at.isPresent()) {
                query.setLong(1, at.get().toEpochMilli());
                query.setLong(2, at.get().toEpochMilli());
            }
            Set<Long> versions = new HashSet<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    versions.add(row.getLong(1));
                }
            }
            return versions;
        }
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
            List<BillVersion> versions = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT v.id, f.path, v.provider, v.billing_account,"
                            + " v.billing_month, v.charges, v.loaded_at, v.replaced_at, v.purged_at"
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
                            row.getObject(9) != null));
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
        return database.read(connection -> {
            NavigableSet<Long> loads = new TreeSet<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT DISTINCT loaded_at FROM bill_version")) {
                while (row.next()) {
                    loads.add(row.getLong(1));
                }
            }
            Map<Long, Map<MonthOf, Totals>> totals = totals(connection);
            List<Restatement> restatements = new ArrayList<>();
            for (long load : loads) {
                Map<MonthOf, Totals> before = sum(totals, holding(connection, Optional.of(before(load))));
                Map<MonthOf, Totals> after = sum(totals, holding(connection, Optional.of(Instant.ofEpochMilli(load))));
                before.forEach((key, was) -> {
                    Instant end =
                            key.month().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
                    Totals is = after.getOrDefault(key, new Totals());
                    if (load >= end.toEpochMilli() && !was.isSame(is)) {
                        restatements.add(is.since(was, key, Instant.ofEpochMilli(load)));
                    }
                });
            }
            restatements.sort(Comparator.comparing(Restatement::known)
                    .thenComparing(Restatement::month)
                    .thenComparing(Restatement::currency));
            return restatements;
        });
    }

    private static Instant before(long load) {
        return Instant.ofEpochMilli(load - 1);
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

        Restatement since(Totals before, MonthOf key, Instant known) {
            return new Restatement(
                    key.month(),
                    new CurrencyCode(key.currency()),
                    known,
                    before.total(),
                    total(),
                    changes(before),
                    before.rows,
                    rows);
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

    private static Map<MonthOf, Totals> sum(Map<Long, Map<MonthOf, Totals>> totals, Set<Long> versions) {
        Map<MonthOf, Totals> sum = new HashMap<>();
        versions.forEach(version -> totals.getOrDefault(version, Map.of())
                .forEach((key, part) ->
                        sum.computeIfAbsent(key, _ -> new Totals()).add(part)));
        return sum;
    }
}
