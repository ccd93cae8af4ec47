package dev.headroom.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InventoryTest {
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static Server server(String id, Map<String, String> tags, InstanceSpan... spans) {
        return new Server(id, "Shop " + id, "aws", "123", "eu-west-1", "prod", "web", List.of(spans), tags);
    }

    @Test
    void serversComeBackWithTheirSpansAndTags() throws IOException {
        Server one = server(
                "i-1",
                Map.of("team", "shop", "note", "a=b;c, \"d\""),
                new InstanceSpan(MAY, "m5.large"),
                new InstanceSpan(MAY.plusSeconds(60), "m5.xlarge"));
        Server two = server("i-2", Map.of());
        try (Cache cache = Cache.open(folder)) {
            cache.inventory().put(List.of(two, one));
            assertThat(cache.inventory().servers()).containsExactly(one, two);
        }
        try (Cache cache = Cache.open(folder)) {
            assertThat(cache.inventory().find("i-1")).contains(one);
            assertThat(cache.inventory().find("i-3")).isEmpty();
        }
    }

    @Test
    void aServerIsReplacedAsAWhole() throws IOException {
        Server before = server("i-1", Map.of("team", "shop"), new InstanceSpan(MAY, "m5.large"));
        Server after = server("i-1", Map.of("owner", "ann"), new InstanceSpan(MAY, "m5.xlarge"));
        try (Cache cache = Cache.open(folder)) {
            cache.inventory().put(List.of(before));
            cache.inventory().put(List.of(after));
            assertThat(cache.inventory().servers()).containsExactly(after);
        }
    }

    @Test
    void aForecastIsFoundByEverythingThatDeterminesIt() throws IOException {
        SeriesKey series = new SeriesKey("i-1", "cpu", Statistic.P95);
        ForecastKey key = new ForecastKey(series, Step.DAY, "abc", "auto[7]", 42, 90);
        try (Cache cache = Cache.open(folder)) {
            cache.forecasts().put(key, new ForecastLedger.Stored(MAY, new byte[] {1, 2, 3}, ComputedBy.UNKNOWN));
            cache.forecasts().put(key, new ForecastLedger.Stored(MAY, new byte[] {4, 5}, ComputedBy.UNKNOWN));
            assertThat(cache.forecasts().find(key)).hasValueSatisfying(stored -> {
                assertThat(stored.asOf()).isEqualTo(MAY);
                assertThat(stored.content()).containsExactly(4, 5);
            });
            assertThat(cache.forecasts().find(new ForecastKey(series, Step.DAY, "abc", "auto[7]", 43, 90)))
                    .isEmpty();
            assertThat(cache.forecasts().count()).isEqualTo(1);
        }
    }
}
