package dev.headroom.storage.cache;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Reads everything that is kept and holds it against itself: block checksums, the catalog against the
/// blocks, foreign keys, the format version, the counts and sums of the ledgers against the charges, and the
/// chains of the decisions and of the models.
final class IntegrityCheck {
    private static final long MONTHS = 100_000;
    private final Connection connection;
    private final List<String> problems = new ArrayList<>();
    private long blocks;
    private long observations;

    private IntegrityCheck(Connection connection) {
        this.connection = connection;
    }

    static IntegrityReport of(Connection connection) throws SQLException {
        IntegrityCheck check = new IntegrityCheck(connection);
        int version = check.schemaVersion();
        long series = check.checkSeries();
        check.checkKeys();
        check.checkBatches();
        long charges = check.checkCharges();
        long decisions = DecisionLog.count(connection);
        DecisionLog.firstFault(connection).ifPresent(check.problems::add);
        long versions = ModelRegistry.count(connection);
        ModelRegistry.firstFault(connection).ifPresent(check.problems::add);
        return new IntegrityReport(
                version, series, check.blocks, check.observations, charges, decisions, versions, check.problems);
    }

    private int schemaVersion() throws SQLException {
        int version = Migrations.history(connection).lastKey();
        if (version != Migrations.current()) {
            problems.add("The format is version " + version + " instead of " + Migrations.current() + ".");
        }
        return version;
    }

    /// What the blocks of one series add up to.
    private static final class Extent {
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private long observations;
    }

    private long checkSeries() throws SQLException {
        Map<Long, Extent> extents = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT id, first_index, slots, observations, payload FROM block ORDER BY id")) {
            while (row.next()) {
                blocks++;
                checkBlock(row, extents.computeIfAbsent(row.getLong(1) / MONTHS, _ -> new Extent()));
            }
        }
        SeriesStore store = new SeriesStore(connection);
        long count = 0;
        for (SeriesInfo info : store.catalog()) {
            count++;
            SeriesStore.Row row = store.find(info.key(), info.step()).orElseThrow();
            Extent extent = extents.remove(row.id());
            if (extent == null
                    || extent.observations != info.observations()
                    || !at(row, extent.first).equals(info.first())
                    || !at(row, extent.last).equals(info.last())) {
                problems.add("The catalog entry of " + info.key() + " does not fit its blocks.");
            }
        }
        extents.keySet().forEach(id -> problems.add("There are blocks of the series " + id + ", which is not kept."));
        return count;
    }

    private static Instant at(SeriesStore.Row row, long index) {
        return row.grid().at(index);
    }

    private void checkBlock(ResultSet row, Extent extent) throws SQLException {
        try {
            double[] values = BlockCodec.decode(row.getBytes(5));
            int present = 0;
            for (double value : values) {
                present += Double.isNaN(value) ? 0 : 1;
            }
            if (values.length != row.getInt(3) || present != row.getInt(4)) {
                problems.add("The block " + row.getLong(1) + " does not hold what its entry says.");
            }
            observations += present;
            extent.observations += present;
            extent.first = Math.min(extent.first, row.getLong(2));
            extent.last = Math.max(extent.last, row.getLong(2) + values.length - 1);
        } catch (CacheException damaged) {
            problems.add("Block " + row.getLong(1) + ": " + damaged.sentence());
        }
    }

    private void checkKeys() throws SQLException {
        String[][] references = {
            {"server_span", "server", "server", "id"},
            {"server_tag", "server", "server", "id"},
            {"batch_file", "batch", "batch", "number"},
            {"batch_file_billed", "file", "batch_file", "id"},
            {"batch_file_note", "file", "batch_file", "id"},
            {"rejected_row", "file", "batch_file", "id"},
            {"charge", "file", "batch_file", "id"}
        };
        for (String[] reference : references) {
            long lost = number("SELECT COUNT(*) FROM " + reference[0] + " a WHERE NOT EXISTS (SELECT 1 FROM "
                    + reference[2] + " b WHERE b." + reference[3] + " = a." + reference[1] + ")");
            if (lost > 0) {
                problems.add(lost + " rows of " + reference[0] + " refer to nothing in " + reference[2] + ".");
            }
        }
    }

    private void checkBatches() throws SQLException {
        long uneven = number("SELECT COUNT(*) FROM batch_file WHERE data_rows <> accepted + rejected + duplicates");
        if (uneven > 0) {
            problems.add(uneven + " imported files have counts that do not add up.");
        }
        long unnamed = number("SELECT COUNT(*) FROM batch_file WHERE path = ''");
        if (unnamed > 0) {
            problems.add(unnamed + " imported files are incomplete.");
        }
        long uncounted =
                number("SELECT COUNT(*) FROM (SELECT f.id FROM batch_file f LEFT JOIN charge c ON c.file = f.id"
                        + " WHERE f.format LIKE 'focus%' OR f.format LIKE 'cur%'"
                        + " GROUP BY f.id, f.accepted HAVING f.accepted <> COUNT(c.id))");
        if (uncounted > 0) {
            problems.add(uncounted + " imported bills have another number of charges than they were reported with.");
        }
    }

    private long checkCharges() throws SQLException {
        Map<String, BigDecimal> billed = sums("SELECT currency, billed FROM charge");
        long count = number("SELECT COUNT(*) FROM charge");
        if (number("SELECT COUNT(*) FROM charge_key") != count) {
            problems.add("There are not as many bill row identities as charges.");
        }
        for (CostGrouping grouping : CostGrouping.values()) {
            String where = " FROM daily_cost WHERE grouped_by = '" + grouping.name() + "'";
            boolean equal = number("SELECT COALESCE(SUM(charges), 0)" + where) == count;
            Map<String, BigDecimal> daily = sums("SELECT currency, billed" + where);
            equal &= daily.keySet().equals(billed.keySet())
                    && billed.entrySet().stream()
                            .allMatch(sum ->
                                    sum.getValue().compareTo(daily.getOrDefault(sum.getKey(), BigDecimal.ZERO)) == 0);
            if (!equal) {
                problems.add("The daily cost by " + grouping.name().toLowerCase(Locale.ROOT)
                        + " does not add up to the charges.");
            }
        }
        return count;
    }

    private Map<String, BigDecimal> sums(String select) throws SQLException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            while (row.next()) {
                sums.merge(row.getString(1), new BigDecimal(row.getString(2)), BigDecimal::add);
            }
        }
        return sums;
    }

    private long number(String select) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        }
    }
}
