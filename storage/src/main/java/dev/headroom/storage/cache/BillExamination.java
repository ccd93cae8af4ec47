package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Looks through the kept bills, version by version.
final class BillExamination {
    private final Database database;

    BillExamination(Database database) {
        this.database = database;
    }

    /// The facts of all versions whose content is kept, in the order of [BillHistory#versions].
    List<BillFacts> facts(List<BillVersion> versions) {
        return database.read(connection -> {
            Map<Long, Days> days = days(connection, versions);
            Map<Long, Tagged> tagged = tagged(connection);
            return versions.stream()
                    .filter(version -> !version.purged())
                    .map(version -> {
                        Days of = days.getOrDefault(version.number(), new Days(version.month()));
                        Tagged usage = tagged.getOrDefault(version.number(), new Tagged());
                        return new BillFacts(
                                version, of.charged.cardinality(), of.missing(), of.unknown, usage.usage, usage.tagged);
                    })
                    .toList();
        });
    }

    private static final class Days {
        private final YearMonth month;
        private final BitSet charged = new BitSet();
        private final SortedMap<CostBasis, Long> unknown = new TreeMap<>();

        Days(YearMonth month) {
            this.month = month;
        }

        void add(LocalDate day) {
            if (YearMonth.from(day).equals(month)) {
                charged.set(day.getDayOfMonth());
            }
        }

        void open(CostBasis basis, long charges) {
            if (charges > 0) {
                unknown.merge(basis, charges, Long::sum);
            }
        }

        int missing() {
            return charged.cardinality() < 2 ? 0 : charged.length() - 1 - charged.cardinality();
        }
    }

    private static Map<Long, Days> days(Connection connection, List<BillVersion> versions) throws SQLException {
        Map<Long, Days> days = new HashMap<>();
        versions.forEach(version -> days.put(version.number(), new Days(version.month())));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT version, cost_day, charges, effective_rows, list_rows,"
                        + " contracted_rows FROM daily_sum WHERE grouped_by = 'TOTAL'")) {
            while (row.next()) {
                Days of = days.get(row.getLong(1));
                if (of != null) {
                    of.add(LocalDate.ofEpochDay(row.getInt(2)));
                    long charges = row.getLong(3);
                    of.open(CostBasis.EFFECTIVE, charges - row.getLong(4));
                    of.open(CostBasis.LIST, charges - row.getLong(5));
                    of.open(CostBasis.CONTRACTED, charges - row.getLong(6));
                }
            }
        }
        return days;
    }

    private static final class Tagged {
        private final SortedMap<CurrencyCode, BigDecimal> usage = new TreeMap<>();
        private final SortedMap<String, Map<CurrencyCode, BigDecimal>> tagged = new TreeMap<>();

        void add(ChargeLine line, BigDecimal billed) {
            usage.merge(line.currency(), billed, BigDecimal::add);
            line.tags().forEach((tag, content) -> {
                if (!content.isBlank()) {
                    tagged.computeIfAbsent(tag, _ -> new TreeMap<>()).merge(line.currency(), billed, BigDecimal::add);
                }
            });
        }
    }

    private static Map<Long, Tagged> tagged(Connection connection) throws SQLException {
        Map<Long, Tagged> tagged = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT b.version, b.payload, l."
                        + ChargeLines.COLUMNS.replace(", ", ", l.")
                        + " FROM charge_block b JOIN charge_line l ON l.id = b.line WHERE l.category = '"
                        + ChargeCategory.USAGE.name() + "'")) {
            while (row.next()) {
                ChargeLine line = ChargeLines.line(row, 3);
                Tagged of = tagged.computeIfAbsent(row.getLong(1), _ -> new Tagged());
                for (ChargeCell cell : ChargeBlockCodec.decode(row.getBytes(2))) {
                    of.add(line, cell.billed.sum());
                }
            }
        }
        return tagged;
    }
}
