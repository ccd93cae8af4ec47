package dev.headroom.storage.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.ingest.IngestProgress;
import java.io.BufferedReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process at random moments while it imports a bill that is told anew in several files of one
/// manifest. What is left is the old version or the new one, never half of it.
///
/// `-Dheadroom.kills=N` kills it N times; see docs/workspace.md.
final class KilledDeliveryTest {
    private static final int KILLS = Integer.getInteger("headroom.kills", 3);
    private static final int FILES = 8;
    private static final int ROWS = 400;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Random random = new Random(31);

    private Path delivery(String name, int cost) throws Exception {
        Path place = Files.createDirectory(folder.resolve(name));
        List<String> keys = new ArrayList<>();
        for (int number = 0; number < FILES; number++) {
            StringBuilder rows = new StringBuilder(
                    "BilledCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ResourceId\n");
            for (int row = 0; row < ROWS; row++) {
                Instant at = START.plus(row, ChronoUnit.HOURS);
                rows.append(cost + ",USD," + at + "," + at.plusSeconds(3600) + ",Usage,i-" + number + "\n");
            }
            Files.writeString(place.resolve("cur-" + number + ".csv"), rows);
            keys.add("\"p/cur-" + number + ".csv\"");
        }
        Files.writeString(
                place.resolve("cur-Manifest.json"),
                "{\"assemblyId\":\"" + name + "\",\"account\":\"1\",\"reportName\":\"cur\",\"compression\":\"GZIP\","
                        + "\"contentType\":\"text/csv\",\"billingPeriod\":{\"start\":\"20260301T000000.000Z\"},"
                        + "\"bucket\":\"b\",\"reportKeys\":[" + String.join(",", keys) + "]}");
        return place;
    }

    @Test
    void aKilledDeliveryLeavesTheOldVersionOrTheNewOne() throws Exception {
        Path first = delivery("first", 1);
        Path second = delivery("second", 2);
        Path original = folder.resolve("original");
        try (Workspace workspace = Workspace.open(original)) {
            workspace.ingest().importPaths(List.of(first), IngestProgress.none(), Instant.EPOCH.minusSeconds(60));
            assertThat(state(workspace)).isEqualTo(1);
        }
        long usual = kill(copy(original, "measured"), second, TimeUnit.MINUTES.toMillis(5));
        for (int round = 0; round < KILLS; round++) {
            Path place = copy(original, "place-" + round);
            kill(place, second, (long) (random.nextDouble() * 1.1 * usual));
            try (Workspace workspace = Workspace.open(place)) {
                assertThat(workspace.verify().problems()).isEmpty();
                assertThat(state(workspace)).isIn(1, 2);
                workspace.ingest().importPaths(List.of(second), IngestProgress.none(), Instant.EPOCH);
                assertThat(state(workspace)).isEqualTo(2);
            }
        }
    }

    /// The cost of a row, which must be the same for all.
    private static int state(Workspace workspace) {
        assertThat(workspace.charges().count()).isEqualTo((long) FILES * ROWS);
        BigDecimal total = workspace.charges().totals(CostBasis.BILLED).getOrDefault(CurrencyCode.USD, BigDecimal.ZERO);
        long old = workspace.bills().versions().stream()
                .filter(version -> version.replaced().isPresent())
                .count();
        int state = total.divideToIntegralValue(BigDecimal.valueOf((long) FILES * ROWS))
                .intValueExact();
        assertThat(total).isEqualByComparingTo(BigDecimal.valueOf((long) FILES * ROWS * state));
        assertThat(old).isEqualTo(state == 1 ? 0 : FILES);
        return state;
    }

    private Path copy(Path original, String name) throws Exception {
        Path place = Files.createDirectories(folder.resolve(name));
        Files.copy(original.resolve("headroom.mv.db"), place.resolve("headroom.mv.db"));
        return place;
    }

    /// Lets a child import for some milliseconds after it has opened the workspace, and kills it.
    ///
    /// @return how long it imported
    private static long kill(Path place, Path delivery, long millis) throws Exception {
        Process child = ChildProcess.start(place, List.of(delivery));
        try (BufferedReader lines = child.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("started");
            assertThat(lines.readLine()).isEqualTo("opened");
            long start = System.nanoTime();
            Thread killer = Thread.ofVirtual().start(() -> {
                try {
                    child.waitFor(millis, TimeUnit.MILLISECONDS);
                } catch (InterruptedException done) {
                    Thread.currentThread().interrupt();
                }
                child.toHandle().destroyForcibly();
            });
            lines.readLine();
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            killer.interrupt();
            child.toHandle().destroyForcibly();
            child.waitFor();
            killer.join();
            return took;
        }
    }
}
