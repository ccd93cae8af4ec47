package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.storage.source.BillDataset;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// The kept charges with exact amounts by line and UTC day, and their sums by day. A charge belongs to the day
/// on which its period starts.
///
/// The ledger shows the versions of bills that hold now, or those that held at an earlier time
/// ([#asKnownOn]).
///
/// A charge that does not give an amount is left out of the sums of that basis, and [#unknown] counts such
/// charges: unknown is not 0.
public final class ChargeLedger {
    private static final long NEIGHBOURS = 4;
    private final Database database;
    private final Optional<Instant> knownOn;

    ChargeLedger(Database database, Optional<Instant> knownOn) {
        this.database = database;
        this.knownOn = knownOn;
    }

    /// The charges as they were known at an earlier time: what had been loaded by then, in the version that
    /// held then.
    public ChargeLedger asKnownOn(Instant at) {
        return new ChargeLedger(database, Optional.of(at));
    }

    private Set<Long> versions(Connection connection) throws SQLException {
        return BillHistory.holding(connection, knownOn);
    }

    /// The exact total by currency.
    public Map<CurrencyCode, BigDecimal> totals(CostBasis basis) {
        Map<CurrencyCode, BigDecimal> totals = new TreeMap<>();
        for (DailyCost cost : daily(CostGrouping.TOTAL, basis)) {
            totals.merge(cost.amount().currency(), cost.amount().amount(), BigDecimal::add);
        }
        return totals;
    }

    /// The exact cost by day, group and currency, in this order. A group whose charges all leave the amount
    /// open is not in the list.
    public List<DailyCost> daily(CostGrouping grouping, CostBasis basis) {
        return database.read(connection -> {
            List<DailyCost> costs = new ArrayList<>();
            sums(connection, grouping).forEach((key, cell) -> {
                PartSum sum = cell.part(basis);
                if (sum.known() > 0) {
                    costs.add(new DailyCost(
                            LocalDate.ofEpochDay(key.day()),
                            key.group(),
                            new Money(sum.sum(), new CurrencyCode(key.currency()))));
                }
            });
            return costs;
        });
    }

    private record GroupDay(int day, String group, String currency) implements Comparable<GroupDay> {
        private static final Comparator<GroupDay> ORDER = Comparator.comparingInt(GroupDay::day)
                .thenComparing(GroupDay::group)
                .thenComparing(GroupDay::currency);

        @Override
        public int compareTo(GroupDay other) {
            return ORDER.compare(this, other);
        }
    }

    private Map<GroupDay, ChargeCell> sums(Connection connection, CostGrouping grouping) throws SQLException {
        Set<Long> versions = versions(connection);
        Map<GroupDay, ChargeCell> sums = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT charges, billed, effective, effective_rows,"
                + " list, list_rows, contracted, contracted_rows, version, cost_day, group_name, currency"
                + " FROM daily_sum WHERE grouped_by = ?")) {
            query.setString(1, grouping.name());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (versions.contains(row.getLong(9))) {
                        int day = row.getInt(10);
                        sums.computeIfAbsent(
                                        new GroupDay(day, row.getString(11), row.getString(12)),
                                        _ -> new ChargeCell(day))
                                .add(DailySums.sums(day, row));
                    }
                }
            }
        }
        return sums;
    }

    /// The exact cost by day and currency, in this order, of the charges that a filter takes.
    public List<DayTotal> days(ChargeFilter filter, CostBasis basis) {
        return filter.onlyCategories() ? fromSums(filter, basis) : fromLines(filter, basis);
    }

    private List<DayTotal> fromSums(ChargeFilter filter, CostBasis basis) {
        return database.read(connection -> {
            DayTotals totals = new DayTotals();
            sums(connection, CostGrouping.CATEGORY).forEach((key, cell) -> {
                if (filter.takes(ChargeCategory.ofFocusName(key.group()))) {
                    totals.add(key.currency(), cell, basis);
                }
            });
            return totals.inOrder();
        });
    }

    private List<DayTotal> fromLines(ChargeFilter filter, CostBasis basis) {
        return database.read(connection -> {
            Map<Long, String> lines = currencies(connection, filter);
            DayTotals totals = new DayTotals();
            blocks(connection, new ArrayList<>(lines.keySet()), (line, cells) -> {
                String currency = lines.get(line);
                if (currency != null) {
                    cells.forEach(cell -> totals.add(currency, cell, basis));
                }
            });
            return totals.inOrder();
        });
    }

    /// The lines that a filter takes, in order, each with its currency.
    private static Map<Long, String> currencies(Connection connection, ChargeFilter filter) throws SQLException {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("provider", filter.provider());
        wanted.put("sub_account", filter.account());
        wanted.put("service", filter.service());
        wanted.put("resource", filter.resource());
        wanted.values().removeIf(String::isEmpty);
        String where = wanted.isEmpty() ? "" : " WHERE " + String.join(" = ? AND ", wanted.keySet()) + " = ?";
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT id, currency, category, tags FROM charge_line" + where + " ORDER BY id")) {
            int position = 1;
            for (String value : wanted.values()) {
                query.setString(position++, value);
            }
            Map<Long, String> lines = new LinkedHashMap<>();
            Map<String, Map<String, String>> tags = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (filter.takes(ChargeCategory.valueOf(row.getString(3)))
                            && (filter.tags().isEmpty()
                                    || filter.takes(tags.computeIfAbsent(row.getString(4), ChargeLines::tags)))) {
                        lines.put(row.getLong(1), row.getString(2));
                    }
                }
            }
            return lines;
        }
    }

    @FunctionalInterface
    private interface LineDays {
        void accept(long line, List<ChargeCell> cells);
    }

    /// Reads the blocks of lines: neighbours together, because a query costs as much as ten blocks.
    private void blocks(Connection connection, List<Long> lines, LineDays action) throws SQLException {
        Set<Long> versions = versions(connection);
        try (PreparedStatement query = connection.prepareStatement("SELECT line, version, payload FROM charge_block"
                + " WHERE line BETWEEN ? AND ? ORDER BY line, version, part")) {
            int from = 0;
            while (from < lines.size()) {
                int to = from;
                while (to + 1 < lines.size() && lines.get(to + 1) - lines.get(to) <= NEIGHBOURS) {
                    to++;
                }
                query.setLong(1, lines.get(from));
                query.setLong(2, lines.get(to));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        if (versions.contains(row.getLong(2))) {
                            action.accept(row.getLong(1), ChargeBlockCodec.decode(row.getBytes(3)));
                        }
                    }
                }
                from = to + 1;
            }
        }
    }

    /// The places that charges come from, each once.
    public List<ChargePlace> places() {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                            "SELECT DISTINCT provider, sub_account, service, resource, tags FROM charge_line");
                    ResultSet row = query.executeQuery()) {
                List<ChargePlace> places = new ArrayList<>();
                Map<String, Map<String, String>> tags = new HashMap<>();
                while (row.next()) {
                    places.add(new ChargePlace(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            tags.computeIfAbsent(row.getString(5), ChargeLines::tags)));
                }
                return places;
            }
        });
    }

    /// How many charges are kept: bill rows, of the versions that hold.
    public long count() {
        return sum(cell -> cell.charges);
    }

    /// How many charges do not give an amount of this basis.
    public long unknown(CostBasis basis) {
        return sum(cell -> cell.charges - cell.part(basis).known());
    }

    private long sum(ToLongFunction<ChargeCell> what) {
        return database.read(connection -> sums(connection, CostGrouping.TOTAL).values().stream()
                .mapToLong(what)
                .sum());
    }

    /// Hands out the charges of days from `first` to `last`, both inclusive, one a line, day and version, by
    /// line and day, one at a time. Amounts and quantities are the exact sums of the bill rows; one that not
    /// all of those rows give is empty.
    public void forEach(LocalDate first, LocalDate last, Consumer<ChargeRecord> action) {
        database.read(connection -> {
            Set<Long> versions = versions(connection);
            Map<Long, YearMonth> months = BillHistory.months(connection);
            long count = 0;
            try (PreparedStatement query = connection.prepareStatement("SELECT b.version, b.payload, l."
                    + ChargeLines.COLUMNS.replace(", ", ", l.")
                    + " FROM charge_block b JOIN charge_line l ON l.id = b.line WHERE b.last_day >= ?"
                    + " AND b.first_day <= ? ORDER BY b.line, b.version, b.part")) {
                query.setLong(1, first.toEpochDay());
                query.setLong(2, last.toEpochDay());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        if (versions.contains(row.getLong(1))) {
                            ChargeLine line = ChargeLines.line(row, 3);
                            YearMonth month = months.get(row.getLong(1));
                            for (ChargeCell cell : ChargeBlockCodec.decode(row.getBytes(2))) {
                                if (month != null && cell.day >= first.toEpochDay() && cell.day <= last.toEpochDay()) {
                                    action.accept(record(line, cell, month));
                                    count++;
                                }
                            }
                        }
                    }
                }
            }
            return count;
        });
    }

    private static ChargeRecord record(ChargeLine line, ChargeCell cell, YearMonth month) {
        return new ChargeRecord(line, cell.start(), cell.end(), month, cell.amounts(), cell.whole(cell.quantity));
    }

    /// The exact sums of the bills by the month on whose bill they are and by currency, in this order.
    public List<BillTotal> bills() {
        TreeMap<YearMonth, TreeMap<CurrencyCode, BillTotal>> months = new TreeMap<>();
        for (BillDay day : billDays()) {
            months.computeIfAbsent(day.total().month(), _ -> new TreeMap<>())
                    .merge(day.total().currency(), day.total(), BillTotal::plus);
        }
        return months.values().stream()
                .flatMap(month -> month.values().stream())
                .toList();
    }

    /// The exact sums of the bills by the month on whose bill they are, the day of the usage and the currency.
    public List<BillDay> billDays() {
        return database.read(connection -> {
            Set<Long> versions = versions(connection);
            Map<Long, YearMonth> months = BillHistory.months(connection);
            TreeMap<YearMonth, TreeMap<GroupDay, ChargeCell>> sums = new TreeMap<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT charges, billed, effective,"
                            + " effective_rows, list, list_rows, contracted, contracted_rows, version, cost_day,"
                            + " currency FROM daily_sum WHERE grouped_by = 'TOTAL'");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    YearMonth month = months.get(row.getLong(9));
                    if (month != null && versions.contains(row.getLong(9))) {
                        int day = row.getInt(10);
                        sums.computeIfAbsent(month, _ -> new TreeMap<>())
                                .computeIfAbsent(new GroupDay(day, "", row.getString(11)), _ -> new ChargeCell(day))
                                .add(DailySums.sums(day, row));
                    }
                }
            }
            List<BillDay> days = new ArrayList<>();
            sums.forEach((month, cells) -> cells.forEach((key, cell) -> days.add(new BillDay(
                    LocalDate.ofEpochDay(key.day()), BillTotal.of(month, new CurrencyCode(key.currency()), cell)))));
            return days;
        });
    }

    /// Hands out the charges on the bills of one month, whatever their days, by line and day, as
    /// [#forEach(LocalDate, LocalDate, Consumer)].
    public void onBillOf(YearMonth month, Consumer<ChargeRecord> action) {
        database.read(connection -> {
            Map<Long, YearMonth> months = BillHistory.months(connection);
            Set<Long> versions = versions(connection);
            versions.removeIf(version -> !month.equals(months.get(version)));
            return handOut(connection, new TreeSet<>(versions), month, action);
        });
    }

    /// Hands out the charges that one kind of bill tells of a month of an account, whether it counts or not, as
    /// [#onBillOf].
    public void toldBy(
            BillDataset kind, String provider, String account, YearMonth month, Consumer<ChargeRecord> action) {
        database.read(connection -> {
            BillKey bill = BillKey.of(provider, account, BillImport.monthNumber(month));
            TreeSet<Long> versions = LeadingBills.at(connection, knownOn).held(bill).stream()
                    .filter(held -> held.dataset() == kind)
                    .map(LeadingBills.Held::version)
                    .collect(Collectors.toCollection(TreeSet::new));
            return handOut(connection, versions, month, action);
        });
    }

    private static long handOut(
            Connection connection, Set<Long> versions, YearMonth month, Consumer<ChargeRecord> action)
            throws SQLException {
        long count = 0;
        try (PreparedStatement query = connection.prepareStatement("SELECT b.version, b.payload, l."
                + ChargeLines.COLUMNS.replace(", ", ", l.")
                + " FROM charge_block b JOIN charge_line l ON l.id = b.line WHERE b.version = ?"
                + " ORDER BY b.line, b.part")) {
            for (long version : versions) {
                query.setLong(1, version);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        ChargeLine line = ChargeLines.line(row, 3);
                        for (ChargeCell cell : ChargeBlockCodec.decode(row.getBytes(2))) {
                            action.accept(record(line, cell, month));
                            count++;
                        }
                    }
                }
            }
        }
        return count;
    }

    /// Hands out all charges, as [#forEach(LocalDate, LocalDate, Consumer)].
    public void forEach(Consumer<ChargeRecord> action) {
        forEach(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), action);
    }
}
