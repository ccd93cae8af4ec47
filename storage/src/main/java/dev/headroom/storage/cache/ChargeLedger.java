package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
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
