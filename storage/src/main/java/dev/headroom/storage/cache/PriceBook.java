package dev.headroom.storage.cache;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.price.PriceList;
import dev.headroom.storage.source.price.PriceScope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The price lists that were pulled, by region, scope and version. A list that differs in nothing from the last one
/// of its region and scope makes no new version; it confirms that one.
public final class PriceBook {
    private static final String COLUMNS =
            "id, scope, provider, region, currency, source, published_at, first_at, confirmed_at, digest";
    private final Database database;

    PriceBook(Database database) {
        this.database = database;
    }

    /// A list as it was valid for a while.
    ///
    /// @param source in words
    /// @param published when the provider published it, where it said so
    /// @param first when it was pulled first
    /// @param confirmed when it was pulled last without a difference
    /// @param digest of its prices
    public record Version(
            long id,
            PriceScope scope,
            String provider,
            String region,
            CurrencyCode currency,
            String source,
            Optional<Instant> published,
            Instant first,
            Instant confirmed,
            String digest) {}

    /// What came of keeping a list.
    ///
    /// @param isNew false when nothing differs from the version before
    public record Kept(Version version, boolean isNew) {}

    /// A list with its version.
    public record Dated(Version version, PriceList list) {}

    /// Keeps a list in one transaction.
    public Kept put(PriceList list, Instant now) {
        return database.write(connection -> {
            Optional<Version> last = versions(
                            connection,
                            " WHERE provider = ? AND region = ? AND scope = ?",
                            list.provider(),
                            list.region(),
                            list.scope().code())
                    .stream()
                    .reduce((_, later) -> later);
            if (last.isPresent() && last.get().digest().equals(list.digest())) {
                confirm(connection, last.get().id(), now);
                return new Kept(version(connection, last.get().id()), false);
            }
            long id = insert(connection, list, now);
            PriceRows.write(connection, id, list);
            AuditLog.append(
                    connection,
                    AuditLog.Action.PRICES_PULLED,
                    list.provider() + " " + list.region(),
                    list.size() + " prices of " + list.scope().words() + " from " + list.source());
            return new Kept(version(connection, id), true);
        });
    }

    /// All versions, the oldest first.
    public List<Version> versions() {
        return database.read(connection -> versions(connection, ""));
    }

    /// The newest list of a scope of every region of every provider.
    public List<Dated> latest(PriceScope scope) {
        return database.read(connection -> {
            List<Dated> latest = new ArrayList<>();
            for (Version version : versions(
                    connection,
                    " WHERE id IN (SELECT MAX(id) FROM price_version WHERE scope = ? GROUP BY provider, region)",
                    scope.code())) {
                latest.add(new Dated(version, PriceRows.read(connection, version)));
            }
            return latest;
        });
    }

    /// The list of a version.
    public PriceList list(Version version) {
        return database.read(connection -> PriceRows.read(connection, version));
    }

    private static long insert(Connection connection, PriceList list, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO price_version(provider, region, currency, source, published_at, first_at, confirmed_at,"
                        + " digest, scope) VALUES(?,?,?,?,?,?,?,?,?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, list.provider());
            insert.setString(2, list.region());
            insert.setString(3, list.currency().value());
            insert.setString(4, list.source());
            if (list.published().isPresent()) {
                insert.setLong(5, list.published().get().toEpochMilli());
            } else {
                insert.setNull(5, Types.BIGINT);
            }
            insert.setLong(6, now.toEpochMilli());
            insert.setLong(7, now.toEpochMilli());
            insert.setString(8, list.digest());
            insert.setString(9, list.scope().code());
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        }
    }

    private static void confirm(Connection connection, long id, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE price_version SET confirmed_at = GREATEST(confirmed_at, ?) WHERE id = ?")) {
            update.setLong(1, now.toEpochMilli());
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    private static Version version(Connection connection, long id) throws SQLException {
        return versions(connection, " WHERE id = ?", Long.toString(id)).getFirst();
    }

    private static List<Version> versions(Connection connection, String where, String... values) throws SQLException {
        List<Version> versions = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM price_version" + where + " ORDER BY id")) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long published = row.getLong(7);
                    boolean unpublished = row.wasNull();
                    versions.add(new Version(
                            row.getLong(1),
                            PriceScope.of(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            new CurrencyCode(row.getString(5)),
                            row.getString(6),
                            unpublished ? Optional.empty() : Optional.of(Instant.ofEpochMilli(published)),
                            Instant.ofEpochMilli(row.getLong(8)),
                            Instant.ofEpochMilli(row.getLong(9)),
                            row.getString(10)));
                }
            }
        }
        return versions;
    }
}
