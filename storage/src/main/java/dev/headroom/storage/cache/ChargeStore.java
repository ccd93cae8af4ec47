package dev.headroom.storage.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.RowIdentity;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The statements behind [ChargeLedger] and the import, on a connection of the caller.
final class ChargeStore implements AutoCloseable {
    static final String COLUMNS = "start_at, end_at, provider, billing_account, sub_account, service,"
            + " service_category, region, resource, usage_type, description, category, correction, commitment, billed,"
            + " effective, list, contracted, currency, quantity, unit, tags";
    private static final int BATCH = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TAGS = new TypeReference<>() {};

    private final PreparedStatement insert;
    private final ChargeKeys keys;
    private final DailySums sums;
    private final long file;
    private int batched;

    ChargeStore(Connection connection, long file) throws SQLException {
        this.file = file;
        insert = connection.prepareStatement(
                "INSERT INTO charge(file, " + COLUMNS + ") VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        keys = new ChargeKeys(connection);
        sums = new DailySums(connection);
    }

    /// @return false when the row was kept before this file
    boolean add(ChargeRecord charge, RowIdentity identity, int occurrence) throws SQLException {
        if (!keys.add(identity, occurrence)) {
            return false;
        }
        insert.setLong(1, file);
        bind(charge);
        insert.addBatch();
        sums.add(charge);
        if (++batched >= BATCH) {
            insert.executeBatch();
            batched = 0;
        }
        return true;
    }

    private void bind(ChargeRecord charge) throws SQLException {
        ChargeLine line = charge.line();
        insert.setLong(2, charge.start().toEpochMilli());
        insert.setLong(3, charge.end().toEpochMilli());
        insert.setString(4, line.provider());
        insert.setString(5, line.billingAccount());
        insert.setString(6, line.subAccount());
        insert.setString(7, line.service());
        insert.setString(8, line.serviceCategory());
        insert.setString(9, line.region());
        insert.setString(10, line.resource());
        insert.setString(11, line.usageType());
        insert.setString(12, line.description());
        insert.setString(13, line.category().name());
        insert.setBoolean(14, line.correction());
        insert.setString(15, line.commitment());
        insert.setString(16, charge.amounts().billed().toString());
        set(17, charge.amounts().effective());
        set(18, charge.amounts().list());
        set(19, charge.amounts().contracted());
        insert.setString(20, line.currency().value());
        set(21, charge.quantity());
        insert.setString(22, line.unit());
        insert.setString(23, line.tags().isEmpty() ? "" : json(line.tags()));
    }

    private void set(int position, Optional<BigDecimal> amount) throws SQLException {
        insert.setString(position, amount.map(BigDecimal::toString).orElse(null));
    }

    private static String json(Map<String, String> tags) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(tags));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("tags (" + tags + ") must be writable.", impossible);
        }
    }

    /// Writes what is still collected.
    void flush() throws SQLException {
        insert.executeBatch();
        batched = 0;
        keys.flush();
        sums.flush();
    }

    /// @param row with the columns [#COLUMNS] from the first on
    static ChargeRecord charge(ResultSet row) throws SQLException {
        ChargeLine line = ChargeLine.of(ChargeCategory.valueOf(row.getString(12)), new CurrencyCode(row.getString(19)))
                .provider(row.getString(3))
                .billingAccount(row.getString(4))
                .subAccount(row.getString(5))
                .service(row.getString(6))
                .serviceCategory(row.getString(7))
                .region(row.getString(8))
                .resource(row.getString(9))
                .usageType(row.getString(10))
                .description(row.getString(11))
                .correction(row.getBoolean(13))
                .commitment(row.getString(14))
                .unit(row.getString(21))
                .tags(tags(row.getString(22)))
                .build();
        Instant start = Instant.ofEpochMilli(row.getLong(1));
        return new ChargeRecord(
                line,
                start,
                Instant.ofEpochMilli(row.getLong(2)),
                ChargeRecord.monthOf(start),
                new ChargeRecord.Amounts(
                        new BigDecimal(row.getString(15)), amount(row, 16), amount(row, 17), amount(row, 18)),
                amount(row, 20));
    }

    private static Optional<BigDecimal> amount(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(BigDecimal::new);
    }

    static Map<String, String> tags(String json) {
        try {
            return json.isEmpty() ? Map.of() : JSON.readValue(json, TAGS);
        } catch (JsonProcessingException broken) {
            throw new CacheException(
                    ErrorCode.WORKSPACE_DAMAGED,
                    "The tags of a charge are damaged; restore the workspace from a backup.",
                    broken);
        }
    }

    @Override
    public void close() throws SQLException {
        try (insert) {
            keys.close();
        }
    }
}
