package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The kept charges with exact amounts, and their sums by day. A charge belongs to the UTC day on which its
/// period starts.
///
/// A charge that does not give an amount is left out of the sums of that basis, and [#unknown] counts such
/// charges: unknown is not 0.
public final class ChargeLedger {
    private final Database database;

    ChargeLedger(Database database) {
        this.database = database;
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
            String known = basis == CostBasis.BILLED ? "" : " AND " + column(basis) + "_rows > 0";
            try (PreparedStatement query = connection.prepareStatement("SELECT cost_day, group_name, currency, "
                    + column(basis) + " FROM daily_cost WHERE grouped_by = ?" + known
                    + " ORDER BY cost_day, group_name, currency")) {
                query.setString(1, grouping.name());
                List<DailyCost> costs = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        Money amount = new Money(new BigDecimal(row.getString(4)), new CurrencyCode(row.getString(3)));
                        costs.add(new DailyCost(LocalDate.ofEpochDay(row.getLong(1)), row.getString(2), amount));
                    }
                }
                return costs;
            }
        });
    }

    /// The exact cost by day and currency, in this order, of the charges that a filter takes.
    public List<DayTotal> days(ChargeFilter filter, CostBasis basis) {
        return filter.onlyCategories() ? fromSums(filter, basis) : fromCharges(filter, basis);
    }

    private List<DayTotal> fromSums(ChargeFilter filter, CostBasis basis) {
        String known = basis == CostBasis.BILLED ? "charges" : column(basis) + "_rows";
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT cost_day, currency, group_name, "
                    + column(basis) + ", charges, " + known + " FROM daily_cost WHERE grouped_by = ?")) {
                query.setString(1, CostGrouping.CATEGORY.name());
                DayTotals totals = new DayTotals();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        if (filter.takes(ChargeCategory.ofFocusName(row.getString(3)))) {
                            totals.add(
                                    LocalDate.ofEpochDay(row.getLong(1)),
                                    row.getString(2),
                                    new BigDecimal(row.getString(4)),
                                    row.getLong(5),
                                    row.getLong(6));
                        }
                    }
                }
                return totals.inOrder();
            }
        });
    }

    private List<DayTotal> fromCharges(ChargeFilter filter, CostBasis basis) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("provider", filter.provider());
        wanted.put("sub_account", filter.account());
        wanted.put("service", filter.service());
        wanted.put("resource", filter.resource());
        wanted.values().removeIf(String::isEmpty);
        String where = wanted.isEmpty() ? "" : " WHERE " + String.join(" = ? AND ", wanted.keySet()) + " = ?";
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT start_at, currency, category, " + column(basis) + ", tags FROM charge" + where)) {
                int position = 1;
                for (String value : wanted.values()) {
                    query.setString(position++, value);
                }
                DayTotals totals = new DayTotals();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        boolean inside = filter.takes(ChargeCategory.valueOf(row.getString(3)))
                                && (filter.tags().isEmpty() || filter.takes(ChargeStore.tags(row.getString(5))));
                        if (inside) {
                            String amount = row.getString(4);
                            totals.add(
                                    LocalDate.ofInstant(Instant.ofEpochMilli(row.getLong(1)), ZoneOffset.UTC),
                                    row.getString(2),
                                    amount == null ? BigDecimal.ZERO : new BigDecimal(amount),
                                    1,
                                    amount == null ? 0 : 1);
                        }
                    }
                }
                return totals.inOrder();
            }
        });
    }

    /// The places that charges come from, each once.
    public List<ChargePlace> places() {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                            "SELECT DISTINCT provider, sub_account, service, resource, tags FROM charge");
                    ResultSet row = query.executeQuery()) {
                List<ChargePlace> places = new ArrayList<>();
                while (row.next()) {
                    places.add(new ChargePlace(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            ChargeStore.tags(row.getString(5))));
                }
                return places;
            }
        });
    }

    private static String column(CostBasis basis) {
        return switch (basis) {
            case BILLED -> "billed";
            case EFFECTIVE -> "effective";
            case LIST -> "list";
            case CONTRACTED -> "contracted";
        };
    }

    /// How many charges are kept.
    public long count() {
        return number("SELECT SUM(charges) FROM daily_cost WHERE grouped_by = 'TOTAL'");
    }

    /// How many charges do not give an amount of this basis.
    public long unknown(CostBasis basis) {
        return basis == CostBasis.BILLED
                ? 0
                : number("SELECT SUM(charges - " + column(basis) + "_rows) FROM daily_cost WHERE grouped_by = 'TOTAL'");
    }

    private long number(String select) {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(select);
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /// Hands out every charge, by start of its period, one at a time.
    public void forEach(Consumer<ChargeRecord> action) {
        database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                            "SELECT " + ChargeStore.COLUMNS + " FROM charge ORDER BY start_at, id");
                    ResultSet row = query.executeQuery()) {
                long count = 0;
                while (row.next()) {
                    action.accept(ChargeStore.charge(row));
                    count++;
                }
                return count;
            }
        });
    }
}
