package dev.headroom.storage.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What the user has settled for the workspace. Each change is in the audit log with what was before and after.
public final class Settings {
    private final Database database;

    Settings(Database database) {
        this.database = database;
    }

    /// What holds now; empty when it was never settled or was taken back.
    public Optional<Setting> get(Setting.Name name) {
        return database.read(connection -> get(connection, name));
    }

    /// Settles something; an empty text takes it back.
    ///
    /// @return false when it was so already
    public boolean put(Setting.Name name, String content, Instant now) {
        return database.write(connection -> put(connection, name, content, now));
    }

    static Optional<Setting> get(Connection connection, Setting.Name name) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT content, changed_at, person FROM setting WHERE name = ?")) {
            query.setString(1, name.name());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Setting(row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    /// The same in the transaction of the caller.
    static boolean put(Connection connection, Setting.Name name, String content, Instant now) throws SQLException {
        String before = get(connection, name).map(Setting::content).orElse("");
        if (before.equals(content)) {
            return false;
        }
        if (content.isEmpty()) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM setting WHERE name = ?")) {
                delete.setString(1, name.name());
                delete.executeUpdate();
            }
        } else {
            try (PreparedStatement merge = connection.prepareStatement(
                    "MERGE INTO setting(name, content, changed_at, person) KEY(name) VALUES(?,?,?,?)")) {
                merge.setString(1, name.name());
                merge.setString(2, content);
                merge.setLong(3, now.truncatedTo(ChronoUnit.MILLIS).toEpochMilli());
                merge.setString(4, System.getProperty("user.name", "unknown"));
                merge.executeUpdate();
            }
        }
        AuditLog.append(
                connection,
                AuditLog.Action.SETTING_CHANGED,
                name.words(),
                "from " + quoted(before) + " to " + quoted(content));
        return true;
    }

    private static String quoted(String content) {
        return content.isEmpty() ? "nothing" : "\"" + content + "\"";
    }
}
