package dev.headroom.storage.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long the audit log is, and the hash of its last entry, which covers all of it. The workspace keeps it beside the
/// log, against accidents and careless hands; who can write both tables can make a shorter log that fits. Kept outside
/// of the workspace, it tells of any change of what was there then.
///
/// @param entries how many there are; 0 for an empty log
/// @param hash of the last one
public record AuditHead(long entries, String hash) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");
    static final AuditHead EMPTY = new AuditHead(0, RowHash.NONE);

    /// Reads what [#text] writes.
    public static Optional<AuditHead> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new AuditHead(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /// The number of entries, a colon and the hash.
    public String text() {
        return entries + ":" + hash;
    }

    static AuditHead of(AuditEntry last) {
        return new AuditHead(last.number(), last.hash());
    }

    void write(Connection connection) throws SQLException {
        try (PreparedStatement put =
                connection.prepareStatement("MERGE INTO audit_head(place, entries, hash) KEY(place) VALUES(1,?,?)")) {
            put.setLong(1, entries);
            put.setString(2, hash);
            put.executeUpdate();
        }
    }

    /// What the workspace says about the end of its log.
    static Optional<AuditHead> read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT entries, hash FROM audit_head")) {
            return row.next() ? Optional.of(new AuditHead(row.getLong(1), row.getString(2))) : Optional.empty();
        }
    }

    /// What is wrong with a sound chain that ends in `last`, in a sentence; empty when it ends as it should.
    static Optional<String> fault(Optional<AuditHead> kept, AuditHead last) {
        if (kept.isEmpty()) {
            return Optional.of("How many changes the audit log has is not recorded; it may have been cut off.");
        }
        if (last.entries() < kept.get().entries()) {
            return Optional.of("The audit log ends with the change " + last.entries() + " of "
                    + kept.get().entries() + "; the last ones were cut off.");
        }
        return last.equals(kept.get())
                ? Optional.empty()
                : Optional.of("The audit log does not end with the change "
                        + kept.get().entries() + " that was written last.");
    }
}
