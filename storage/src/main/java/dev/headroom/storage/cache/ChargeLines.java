package dev.headroom.storage.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.digest.ContentDigest;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The lines that charges are for, each kept once under a number.
final class ChargeLines implements AutoCloseable {
    static final String COLUMNS = "provider, billing_account, sub_account, service, service_category, region,"
            + " resource, usage_type, description, category, correction, commitment, invoice, currency, unit, tags";
    private static final int BATCH = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TAGS = new TypeReference<>() {};

    private final PreparedStatement find;
    private final PreparedStatement insert;
    private final MessageDigest digest;
    private final Map<ByteBuffer, Long> known = new HashMap<>();
    private final boolean empty;
    private long last;
    private int batched;

    ChargeLines(Connection connection) throws SQLException {
        find = connection.prepareStatement("SELECT id FROM charge_line WHERE line_hash = ?");
        insert = connection.prepareStatement("INSERT INTO charge_line(id, line_hash, match_hash, " + COLUMNS
                + ") VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COALESCE(MAX(id), 0) FROM charge_line")) {
            row.next();
            last = row.getLong(1);
            empty = last == 0;
        }
        digest = ContentDigest.sha256();
    }

    /// The number of a line, which is kept from now on.
    long number(ChargeLine line) throws SQLException {
        String tags = line.tags().isEmpty() ? "" : json(line.tags());
        ByteBuffer hash = hash(line, tags);
        Long kept = known.get(hash);
        if (kept == null) {
            kept = empty ? null : kept(hash);
            if (kept == null) {
                kept = ++last;
                add(kept, hash, line, tags);
            }
            known.put(hash, kept);
        }
        return kept;
    }

    private @Nullable Long kept(ByteBuffer hash) throws SQLException {
        find.setBytes(1, hash.array());
        try (ResultSet row = find.executeQuery()) {
            return row.next() ? row.getLong(1) : null;
        }
    }

    private void add(long id, ByteBuffer hash, ChargeLine line, String tags) throws SQLException {
        insert.setLong(1, id);
        insert.setBytes(2, hash.array());
        insert.setLong(3, matchHash(line));
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
        insert.setString(16, line.invoice());
        insert.setString(17, line.currency().value());
        insert.setString(18, line.unit());
        insert.setString(19, tags);
        insert.addBatch();
        if (++batched >= BATCH) {
            flush();
        }
    }

    private ByteBuffer hash(ChargeLine line, String tags) {
        field(line.provider());
        field(line.billingAccount());
        field(line.subAccount());
        field(line.service());
        field(line.serviceCategory());
        field(line.region());
        field(line.resource());
        field(line.usageType());
        field(line.description());
        field(line.category().name());
        field(line.correction() ? "correction" : "");
        field(line.commitment());
        field(line.invoice());
        field(line.currency().value());
        field(line.unit());
        field(tags);
        return ByteBuffer.wrap(Arrays.copyOf(digest.digest(), 16));
    }

    private long matchHash(ChargeLine line) {
        field(line.provider());
        field(line.billingAccount());
        field(line.subAccount());
        field(line.service());
        field(line.region());
        field(line.resource());
        field(line.usageType());
        field(line.category().name());
        field(line.currency().value());
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private void field(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    void flush() throws SQLException {
        insert.executeBatch();
        batched = 0;
    }

    /// @param row with [#COLUMNS] from the column `first` on
    static ChargeLine line(ResultSet row, int first) throws SQLException {
        return new ChargeLine(
                row.getString(first),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getString(first + 6),
                row.getString(first + 7),
                row.getString(first + 8),
                ChargeCategory.valueOf(row.getString(first + 9)),
                row.getBoolean(first + 10),
                row.getString(first + 11),
                row.getString(first + 12),
                new CurrencyCode(row.getString(first + 13)),
                row.getString(first + 14),
                tags(row.getString(first + 15)));
    }

    private static String json(Map<String, String> tags) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(tags));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("tags (" + tags + ") must be writable.", impossible);
        }
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
        try (find;
                insert) {
            known.clear();
        }
    }
}
