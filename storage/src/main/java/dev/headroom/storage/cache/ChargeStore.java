package dev.headroom.storage.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.engine.cost.ChargeCategory;
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
        insert.setLong(2, charge.start().toEpochMilli());
        insert.setLong(3, charge.end().toEpochMilli());
        insert.setString(4, charge.provider());
        insert.setString(5, charge.billingAccount());
        insert.setString(6, charge.subAccount());
        insert.setString(7, charge.service());
        insert.setString(8, charge.serviceCategory());
        insert.setString(9, charge.region());
        insert.setString(10, charge.resource());
        insert.setString(11, charge.usageType());
        insert.setString(12, charge.description());
        insert.setString(13, charge.category().name());
        insert.setBoolean(14, charge.correction());
        insert.setString(15, charge.commitment());
        insert.setString(16, charge.amounts().billed().toString());
        set(17, charge.amounts().effective());
        set(18, charge.amounts().list());
        set(19, charge.amounts().contracted());
        insert.setString(20, charge.currency().value());
        set(21, charge.quantity());
        insert.setString(22, charge.unit());
        insert.setString(23, charge.tags().isEmpty() ? "" : json(charge.tags()));
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
        return new ChargeRecord(
                Instant.ofEpochMilli(row.getLong(1)),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                ChargeCategory.valueOf(row.getString(12)),
                row.getBoolean(13),
                row.getString(14),
                new ChargeRecord.Amounts(
                        new BigDecimal(row.getString(15)), amount(row, 16), amount(row, 17), amount(row, 18)),
                new CurrencyCode(row.getString(19)),
                amount(row, 20),
                row.getString(21),
                tags(row.getString(22)));
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
