package dev.headroom.storage.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells a bill that is told anew from another part of it.
final class BillAgreement {
    private BillAgreement() {}

    private record LineDay(long match, int day) {}

    /// True when at least half of the days of lines of a version are in the file, too, with the same number of
    /// rows or the same sum.
    ///
    /// @param told the versions that hold what the file says of the bill
    static boolean isRestated(Connection connection, long kept, List<Long> told) throws SQLException {
        Map<LineDay, ChargeCell> now = new HashMap<>();
        for (long version : told) {
            days(connection, version, now);
        }
        Map<LineDay, ChargeCell> before = new HashMap<>();
        days(connection, kept, before);
        long equal = before.entrySet().stream()
                .filter(entry -> {
                    ChargeCell is = now.get(entry.getKey());
                    ChargeCell was = entry.getValue();
                    return is != null
                            && (is.charges == was.charges || is.billed.sum().compareTo(was.billed.sum()) == 0);
                })
                .count();
        return 2 * equal >= before.size();
    }

    private static void days(Connection connection, long version, Map<LineDay, ChargeCell> days) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT l.match_hash, b.payload FROM charge_block b"
                + " JOIN charge_line l ON l.id = b.line WHERE b.version = ?")) {
            query.setLong(1, version);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    for (ChargeCell cell : ChargeBlockCodec.decode(row.getBytes(2))) {
                        days.computeIfAbsent(new LineDay(row.getLong(1), cell.day), _ -> new ChargeCell(cell.day))
                                .add(cell);
                    }
                }
            }
        }
    }
}
