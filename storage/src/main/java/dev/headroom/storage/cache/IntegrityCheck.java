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
/// blocks, foreign keys, the format version, the counts and sums of the ledgers against the charges, the
/// chains of the decisions, of what was said of anomalies, of the models and of the audit log, and the hashes
/// of the scenarios.
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
        AnomalyLog.firstFault(connection).ifPresent(check.problems::add);
        ScenarioLog.firstFault(connection).ifPresent(check.problems::add);
        AuditHead changes = AuditLog.head(connection);
        AuditLog.firstFault(connection).ifPresent(check.problems::add);
        return new IntegrityReport(
                version,
                series,
                check.blocks,
                check.observations,
                charges,
                decisions,
                versions,
                changes,
                check.problems);
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
            {"asset_fact", "asset", "asset", "id"},
            {"asset_tag", "asset", "asset", "id"},
            {"batch_file", "batch", "batch", "number"},
            {"batch_file_billed", "file", "batch_file", "id"},
            {"batch_file_note", "file", "batch_file", "id"},
            {"rejected_row", "file", "batch_file", "id"},
            {"bill_version", "file", "batch_file", "id"},
            {"charge_block", "line", "charge_line", "id"},
            {"charge_block", "version", "bill_version", "id"},
            {"daily_sum", "version", "bill_version", "id"},
            {"currency_rate", "file", "batch_file", "id"}
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
        // An allocation of OpenCost is one row with a charge for each component of its cost.
        long uncounted =
                number("SELECT COUNT(*) FROM (SELECT f.id FROM batch_file f JOIN bill_version v ON v.file = f.id"
                        + " GROUP BY f.id, f.format, f.accepted HAVING f.accepted > SUM(v.added)"
                        + " OR f.format <> 'opencost' AND f.accepted < SUM(v.added))");
        if (uncounted > 0) {
            problems.add(uncounted + " imported bills have another number of charges than they were reported with.");
        }
    }

    /// What the blocks or the daily sums of one version of a bill add up to.
    private record Sum(long charges, Map<String, BigDecimal> billed) {
        Sum() {
            this(0, new TreeMap<>());
        }

        Sum plus(long more, String currency, BigDecimal amount) {
            billed.merge(currency, amount, BigDecimal::add);
            return new Sum(charges + more, billed);
        }

        boolean isSame(Sum other) {
            return charges == other.charges
                    && billed.keySet().equals(other.billed.keySet())
                    && billed.entrySet().stream()
                            .allMatch(sum ->
                                    sum.getValue().compareTo(other.billed.getOrDefault(sum.getKey(), BigDecimal.ZERO))
                                            == 0);
        }
    }

    private long checkCharges() throws SQLException {
        Map<Long, Sum> blocks = blockSums();
        for (CostGrouping grouping : CostGrouping.values()) {
            Map<Long, Sum> daily = dailySums(grouping);
            if (!daily.keySet().equals(blocks.keySet())
                    || !blocks.entrySet().stream()
                            .allMatch(sum -> sum.getValue().isSame(daily.getOrDefault(sum.getKey(), new Sum())))) {
                problems.add("The daily cost by " + grouping.name().toLowerCase(Locale.ROOT)
                        + " does not add up to the charges.");
            }
        }
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT id, charges, purged_at, replaced_at FROM bill_version ORDER BY id")) {
            while (row.next()) {
                long version = row.getLong(1);
                boolean purged = row.getObject(3) != null;
                count += row.getObject(4) == null ? row.getLong(2) : 0;
                long charges = blocks.getOrDefault(version, new Sum()).charges();
                int hashes = rowHashes(version);
                if (charges != (purged ? 0 : row.getLong(2))) {
                    problems.add("The bill version " + version + " does not hold as many charges as it should.");
                }
                if (hashes != charges && hashes > 0) {
                    problems.add("The bill version " + version + " has not as many row hashes as charges.");
                }
            }
        }
        return count;
    }

    private int rowHashes(long version) throws SQLException {
        try {
            return RowHashes.read(connection, version).length;
        } catch (CacheException damaged) {
            problems.add("Bill version " + version + ": " + damaged.sentence());
            return 0;
        }
    }

    private Map<Long, Sum> blockSums() throws SQLException {
        Map<Long, Sum> sums = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT b.version, l.currency, b.payload, b.line, b.charges"
                        + " FROM charge_block b JOIN charge_line l ON l.id = b.line")) {
            while (row.next()) {
                String currency = row.getString(2);
                try {
                    long charges = 0;
                    for (ChargeCell cell : ChargeBlockCodec.decode(row.getBytes(3))) {
                        sums.compute(
                                row.getLong(1),
                                (_, sum) -> (sum == null ? new Sum() : sum)
                                        .plus(cell.charges, currency, cell.billed.sum()));
                        charges += cell.charges;
                    }
                    if (charges != row.getLong(5)) {
                        problems.add("A block of the line " + row.getLong(4) + " does not hold what its entry says.");
                    }
                } catch (CacheException damaged) {
                    problems.add("Charges of the line " + row.getLong(4) + ": " + damaged.sentence());
                }
            }
        }
        return sums;
    }

    private Map<Long, Sum> dailySums(CostGrouping grouping) throws SQLException {
        Map<Long, Sum> sums = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT version, currency, billed, charges FROM daily_sum"
                        + " WHERE grouped_by = '" + grouping.name() + "'")) {
            while (row.next()) {
                long charges = row.getLong(4);
                String currency = row.getString(2);
                BigDecimal billed = new BigDecimal(row.getString(3));
                sums.compute(
                        row.getLong(1), (_, sum) -> (sum == null ? new Sum() : sum).plus(charges, currency, billed));
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
