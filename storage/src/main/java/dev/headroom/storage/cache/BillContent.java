package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The content of one version of a bill while it is read: lines with their days, written in parts when they
/// get many, and the hashes of the rows.
final class BillContent {
    private static final int BATCH = 1_000;
    private final Map<ChargeLine, SortedMap<Integer, ChargeCell>> lines = new LinkedHashMap<>();
    private final RowHashes rows = new RowHashes();
    private final long version;
    private long charges;
    private int part;

    /// @param version the number of the version that the content belongs to
    BillContent(long version) {
        this.version = version;
    }

    long version() {
        return version;
    }

    /// How many bill rows it holds.
    long charges() {
        return charges;
    }

    RowHashes rows() {
        return rows;
    }

    /// Adds one charge that stands for the rows with these hashes.
    ///
    /// @return how many days of lines are new in memory, 0 or 1
    int add(ChargeRecord charge, long... hashes) {
        for (long hash : hashes) {
            rows.add(hash);
        }
        return add(charge.line(), charge, hashes.length);
    }

    private int add(ChargeLine line, ChargeRecord charge, long count) {
        charges += count;
        SortedMap<Integer, ChargeCell> days = lines.computeIfAbsent(line, _ -> new TreeMap<>());
        int day = ChargeCell.dayOf(charge);
        ChargeCell cell = days.get(day);
        int fresh = 0;
        if (cell == null) {
            cell = new ChargeCell(day);
            days.put(day, cell);
            fresh = 1;
        }
        cell.add(charge, count);
        return fresh;
    }

    /// Adds one bill row whose hash is kept elsewhere.
    int addWithoutHash(ChargeRecord charge) {
        return add(charge.line(), charge, 1);
    }

    /// Writes the lines that are in memory.
    void flush(Connection connection, ChargeLines numbers) throws SQLException {
        DailySums sums = new DailySums(version);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO charge_block(line, version, part,"
                + " first_day, last_day, charges, payload) VALUES(?,?,?,?,?,?,?)")) {
            int batched = 0;
            for (Map.Entry<ChargeLine, SortedMap<Integer, ChargeCell>> entry : lines.entrySet()) {
                SortedMap<Integer, ChargeCell> days = entry.getValue();
                long count = 0;
                for (ChargeCell cell : days.values()) {
                    sums.add(entry.getKey(), cell);
                    count += cell.charges;
                }
                insert.setLong(1, numbers.number(entry.getKey()));
                insert.setLong(2, version);
                insert.setInt(3, part);
                insert.setInt(4, days.firstKey());
                insert.setInt(5, days.lastKey());
                insert.setLong(6, count);
                insert.setBytes(7, ChargeBlockCodec.encode(days.values()));
                insert.addBatch();
                if (++batched % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        numbers.flush();
        sums.write(connection);
        lines.clear();
        part++;
    }
}
