package dev.headroom.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measures the cache with 120 servers (`-Dservers=1000` for another number), 4 metrics and 4 years of hours
/// in two decimals, and prints what it measured. The figures are not asserted; that the data comes back is.
/// Run on request: `mvn -pl storage -am test -Dtest=CacheSpeedTest -DexcludedTags=none
/// -Dsurefire.failIfNoSpecifiedTests=false`.
@Tag("slow")
final class CacheSpeedTest {
    private static final int SERVERS = Integer.getInteger("servers", 120);
    private static final int HOURS = 4 * 8_766;
    private static final Instant START = Instant.parse("2022-11-01T00:00:00Z");

    private static SeriesKey key(int server, ResourceKind kind) {
        return new SeriesKey("server-" + server, kind.metric(), Statistic.MEAN);
    }

    private static TimeSeries series(int server, ResourceKind kind) {
        Random random = new Random(server * 10L + kind.ordinal());
        double[] values = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            double day = 12 * Math.sin(hour * Math.PI / 12) + 5 * Math.sin(hour * Math.PI / 84);
            double value = 45 + hour / 2_000.0 + day + 4 * random.nextGaussian();
            values[hour] = random.nextInt(500) == 0 ? Double.NaN : Math.round(Math.max(0, value) * 100) / 100.0;
        }
        return new TimeSeries(key(server, kind), TimeGrid.utc(START, Step.HOUR, HOURS), values);
    }

    @Test
    void aWholeFleet(@TempDir Path folder) throws Exception {
        long writing = 0;
        long samples = 0;
        try (Cache cache = Cache.open(folder)) {
            for (int server = 0; server < SERVERS; server++) {
                Map<TimeSeries, MeasureUnit> group = new HashMap<>();
                for (ResourceKind kind : ResourceKind.values()) {
                    group.put(series(server, kind), kind.unit());
                    samples += HOURS;
                }
                long start = System.nanoTime();
                cache.series().writeAll(group);
                writing += System.nanoTime() - start;
            }
            print("written", samples + " samples in " + writing / 1_000_000 + " ms");
            print("file while open", Files.size(folder.resolve(Cache.FILE_NAME)) / 1_000_000.0 + " MB");
            long start = System.nanoTime();
            cache.close();
            print("closed in", (System.nanoTime() - start) / 1_000_000 + " ms");
        }
        print("file", Files.size(folder.resolve(Cache.FILE_NAME)) / 1_000_000.0 + " MB");
        long opening = System.nanoTime();
        try (Cache cache = Cache.open(folder)) {
            print("opened in", (System.nanoTime() - opening) / 1_000_000 + " ms");
            readYears(cache);
            for (int server = 0; server < SERVERS; server += 40) {
                TimeSeries expected = series(server, ResourceKind.MEMORY);
                assertThat(cache.series().read(expected.key(), Step.HOUR)).contains(expected);
            }
            long start = System.nanoTime();
            IntegrityReport report = cache.verify();
            print("verified in", (System.nanoTime() - start) / 1_000_000 + " ms");
            assertThat(report.problems()).isEmpty();
        }
    }

    private static void readYears(Cache cache) {
        Instant from = Instant.parse("2024-01-01T00:00:00Z");
        Instant to = Instant.parse("2025-01-01T00:00:00Z");
        double[] millis = new double[SERVERS];
        for (int server = 0; server < SERVERS; server++) {
            long start = System.nanoTime();
            TimeSeries year = cache.series()
                    .read(key(server, ResourceKind.CPU), Step.HOUR, from, to)
                    .orElseThrow();
            millis[server] = (System.nanoTime() - start) / 1e6;
            assertThat(year.length()).isEqualTo(8_784);
        }
        print("one year of one series, first", millis[0] + " ms");
        Arrays.sort(millis);
        print("one year of one series, median", millis[SERVERS / 2] + " ms, slowest " + millis[SERVERS - 1] + " ms");
    }

    private static void print(String what, String figure) {
        System.out.println("cache speed: " + what + ": " + figure);
    }
}
