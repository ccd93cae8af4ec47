package dev.headroom.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.storage.source.price.PriceScope;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PriceBookTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final int BEFORE_SCOPES = 17;

    @TempDir
    Path folder;

    /// A list as a program of the format before kept it.
    private void oldList() {
        try (Database old = Database.open("file:" + folder.resolve("headroom"), Database.Existence.CREATED)) {
            Migrations.apply(old, BEFORE_SCOPES);
            old.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(
                            "INSERT INTO price_version(provider, region, currency, source, first_at,"
                                    + " confirmed_at, digest) VALUES('AWS', 'eu-central-1', 'USD', 'AWS Price List', 0, 0, 'x')");
                    return statement.executeUpdate("INSERT INTO price_shape VALUES(1, 'm5.large', 'm5', 2, 8, 'amd64',"
                            + " NULL, NULL, FALSE, TRUE, '0.111')");
                }
            });
        }
    }

    @Test
    void aListThatWasKeptBeforeThereWereScopesIsOneOfMachines() throws Exception {
        oldList();
        try (Cache cache = Cache.open(folder)) {
            assertThat(cache.verify().problems()).isEmpty();
            assertThat(cache.prices().latest(PriceScope.DATABASES)).isEmpty();
            PriceBook.Dated dated = cache.prices().latest(PriceScope.MACHINES).getFirst();
            assertThat(dated.version().scope()).isEqualTo(PriceScope.MACHINES);
            assertThat(dated.list().shapes())
                    .singleElement()
                    .extracting(InstanceShape::onDemandHour)
                    .isEqualTo(Optional.of(Money.of("0.111", "USD")));
        }
    }
}
