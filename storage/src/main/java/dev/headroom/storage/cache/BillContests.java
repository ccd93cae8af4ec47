package dev.headroom.storage.cache;

import dev.headroom.engine.quantity.CurrencyCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Adds up what the families tell of bills that several of them tell.
final class BillContests {
    private final Connection connection;
    private final LeadingBills leading;

    BillContests(Connection connection, LeadingBills leading) {
        this.connection = connection;
        this.leading = leading;
    }

    List<BillContest> all() throws SQLException {
        List<BillContest> contests = new ArrayList<>();
        for (BillKey bill : leading.leads().keySet()) {
            contests.add(of(bill));
        }
        return contests;
    }

    /// @param bill one of [LeadingBills#leads]
    BillContest of(BillKey bill) throws SQLException {
        LeadingBills.Lead lead = leading.leads().get(bill);
        if (lead == null) {
            throw new IllegalArgumentException("bill (" + bill + ") must be told by several kinds of bills.");
        }
        YearMonth month = BillImport.month(bill.month());
        List<BillContest.Told> told = new ArrayList<>();
        for (Map.Entry<String, Integer> family : lead.reach().entrySet()) {
            Map<String, ChargeCell> sums = new TreeMap<>();
            for (LeadingBills.Held held : leading.held(bill)) {
                boolean covered = !leading.counted().contains(held.version())
                        && lead.family().equals(family.getKey());
                if (held.dataset().family().equals(family.getKey()) && !covered) {
                    add(held.version(), sums);
                }
            }
            boolean leads = family.getKey().equals(lead.family());
            told.add(new BillContest.Told(
                    family.getKey(),
                    leads,
                    leads && lead.chosen(),
                    family.getValue(),
                    sums.values().stream().mapToLong(cell -> cell.charges).sum(),
                    sums.entrySet().stream()
                            .map(sum -> BillTotal.of(month, new CurrencyCode(sum.getKey()), sum.getValue()))
                            .toList()));
        }
        told.sort(Comparator.comparing(BillContest.Told::leads).reversed().thenComparing(BillContest.Told::family));
        LeadingBills.Held first = leading.held(bill).getFirst();
        return new BillContest(first.provider(), first.account(), month, told);
    }

    private void add(long version, Map<String, ChargeCell> sums) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT charges, billed, effective, effective_rows,"
                + " list, list_rows, contracted, contracted_rows, cost_day, currency FROM daily_sum"
                + " WHERE grouped_by = 'TOTAL' AND version = ?")) {
            query.setLong(1, version);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    int day = row.getInt(9);
                    sums.computeIfAbsent(row.getString(10), _ -> new ChargeCell(day))
                            .add(DailySums.sums(day, row));
                }
            }
        }
    }
}
