package dev.headroom.storage.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The content of versions of bills that a later delivery has replaced. That there was such a version, of which
/// file and when, stays; the cost can no longer be asked for as it was known before the replacement.
final class ReplacedBills implements RetentionKind {
    private record Old(long version, String subject, long charges, Instant first, Instant last) {}

    @Override
    public List<String> words() {
        return List.of("bills");
    }

    @Override
    public void remove(Connection connection, String word, Instant cutoff, RetentionPolicy policy, Findings findings)
            throws SQLException {
        List<Old> versions = old(connection, cutoff);
        try (PreparedStatement size = connection.prepareStatement(
                        "SELECT COALESCE(SUM(LENGTH(payload)), 0) FROM charge_block WHERE version = ?");
                PreparedStatement charges = connection.prepareStatement("DELETE FROM charge_block WHERE version = ?");
                PreparedStatement sums = connection.prepareStatement("DELETE FROM daily_sum WHERE version = ?");
                PreparedStatement rows = connection.prepareStatement("DELETE FROM bill_row WHERE version = ?");
                PreparedStatement purged =
                        connection.prepareStatement("UPDATE bill_version SET purged_at = ? WHERE id = ?")) {
            Instant today = cutoff.plus(policy.days().getOrDefault(word, 0), ChronoUnit.DAYS);
            purged.setLong(1, today.toEpochMilli());
            for (Old version : versions) {
                size.setLong(1, version.version());
                try (ResultSet bytes = size.executeQuery()) {
                    bytes.next();
                    findings.removed()
                            .add(new RetentionReport.Removed(
                                    word,
                                    version.subject(),
                                    version.charges(),
                                    version.first(),
                                    version.last(),
                                    bytes.getLong(1),
                                    0));
                }
                for (PreparedStatement delete : List.of(charges, sums, rows)) {
                    delete.setLong(1, version.version());
                    delete.executeUpdate();
                }
                purged.setLong(2, version.version());
                purged.executeUpdate();
            }
        }
    }

    private static List<Old> old(Connection connection, Instant cutoff) throws SQLException {
        List<Old> versions = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT v.id, v.billing_account, v.billing_month,"
                + " v.charges, v.loaded_at, v.replaced_at FROM bill_version v WHERE v.replaced_at < ? AND v.purged_at"
                + " IS NULL ORDER BY v.id")) {
            query.setLong(1, cutoff.toEpochMilli());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Instant loaded = Instant.ofEpochMilli(row.getLong(5));
                    versions.add(new Old(
                            row.getLong(1),
                            "bill of " + BillImport.month(row.getInt(3)) + " "
                                    + (row.getString(2).isEmpty() ? "(no account)" : row.getString(2)) + " as of "
                                    + loaded.atOffset(ZoneOffset.UTC).toLocalDate(),
                            row.getLong(4),
                            loaded,
                            Instant.ofEpochMilli(row.getLong(6))));
                }
            }
        }
        return versions;
    }
}
