package dev.headroom.storage.cache;

import dev.headroom.storage.advice.AdviceText;
import dev.headroom.storage.advice.ProviderAdvice;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What providers say and advise, with when they said it. What is said again is noted, what is said otherwise is
/// added, and what is no longer said is marked; nothing is removed.
public final class AdviceLog {
    private final Database database;

    AdviceLog(Database database) {
        this.database = database;
    }

    /// Where advice is from.
    ///
    /// @param account for which was asked
    public record Origin(ProviderAdvice.Kind kind, String account, String region) {}

    /// What was said.
    ///
    /// @param told when it was first said so
    /// @param asked when it was last heard
    public record Entry(Origin origin, ProviderAdvice advice, Instant told, Instant asked) {}

    private record Held(long id, String content) {}

    /// Keeps everything that is said of an origin now; what was said before and is not any more no longer holds.
    ///
    /// @return how much of it is new or different
    public long replace(Origin origin, List<? extends ProviderAdvice> all, Instant now) {
        return database.write(connection -> {
            Map<String, Held> before = held(connection, origin);
            long fresh = say(connection, origin, all, before, now);
            for (Held gone : before.values()) {
                mark(connection, "gone_at", gone.id(), now);
            }
            return fresh;
        });
    }

    /// Keeps what is said of an origin beside what was said before, such as a forecast of another day.
    ///
    /// @return how much of it is new or different
    public long add(Origin origin, List<? extends ProviderAdvice> more, Instant now) {
        return database.write(connection -> say(connection, origin, more, held(connection, origin), now));
    }

    /// Takes what is said out of what was said before. Of several things that are said of a subject at once the first
    /// is kept.
    private static long say(
            Connection connection,
            Origin origin,
            List<? extends ProviderAdvice> said,
            Map<String, Held> before,
            Instant now)
            throws SQLException {
        long fresh = 0;
        Set<String> told = new HashSet<>();
        for (ProviderAdvice advice : said) {
            if (!told.add(advice.subject())) {
                continue;
            }
            String content = AdviceText.of(advice);
            Held held = before.remove(advice.subject());
            if (held != null && held.content().equals(content)) {
                mark(connection, "asked_at", held.id(), now);
            } else {
                if (held != null) {
                    mark(connection, "gone_at", held.id(), now);
                }
                insert(connection, origin, advice.subject(), content, now);
                fresh++;
            }
        }
        return fresh;
    }

    private static void mark(Connection connection, String column, long id, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE provider_advice SET " + column + " = ? WHERE id = ?")) {
            update.setLong(1, now.toEpochMilli());
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    private static void insert(Connection connection, Origin origin, String subject, String content, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO provider_advice(kind, account, region,"
                + " subject, content, told_at, asked_at) VALUES(?,?,?,?,?,?,?)")) {
            insert.setString(1, origin.kind().code());
            insert.setString(2, origin.account());
            insert.setString(3, origin.region());
            insert.setString(4, subject);
            insert.setString(5, content);
            insert.setLong(6, now.toEpochMilli());
            insert.setLong(7, now.toEpochMilli());
            insert.executeUpdate();
        }
    }

    private static Map<String, Held> held(Connection connection, Origin origin) throws SQLException {
        Map<String, Held> held = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT id, subject, content FROM provider_advice"
                + " WHERE kind = ? AND account = ? AND region = ? AND gone_at IS NULL")) {
            query.setString(1, origin.kind().code());
            query.setString(2, origin.account());
            query.setString(3, origin.region());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    held.put(row.getString(2), new Held(row.getLong(1), row.getString(3)));
                }
            }
        }
        return held;
    }

    /// What holds of a kind, by account, region and subject.
    public List<Entry> current(ProviderAdvice.Kind kind) {
        return read(kind, " AND gone_at IS NULL");
    }

    /// Everything that was ever said of a kind, by account, region, subject and time.
    public List<Entry> history(ProviderAdvice.Kind kind) {
        return read(kind, "");
    }

    private List<Entry> read(ProviderAdvice.Kind kind, String where) {
        return database.read(connection -> {
            List<Entry> entries = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT account, region, content, told_at, asked_at FROM provider_advice" + " WHERE kind = ?"
                            + where + " ORDER BY account, region, subject, id")) {
                query.setString(1, kind.code());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        entries.add(new Entry(
                                new Origin(kind, row.getString(1), row.getString(2)),
                                AdviceText.read(kind, row.getString(3)),
                                Instant.ofEpochMilli(row.getLong(4)),
                                Instant.ofEpochMilli(row.getLong(5))));
                    }
                }
            }
            return entries;
        });
    }
}
