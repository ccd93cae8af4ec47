package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measures the import of large files and prints what it measured; the figures are not asserted, the counts
/// are. Run on request: `mvn -pl storage -am test -Dtest=ImportSpeedTest -DexcludedTags=none
/// -Dsurefire.failIfNoSpecifiedTests=false`.
@Tag("slow")
final class ImportSpeedTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private static void load(Desk desk, Path file, String what, long rows) throws Exception {
        for (String which : new String[] {"first", "second"}) {
            long start = System.nanoTime();
            long startCpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            FileReport report = desk.load(file);
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - startCpu) / 1e9;
            System.out.println("import speed: " + what + ", " + which + " import: " + Files.size(file) / 1_000_000
                    + " MB, " + rows + " rows in " + seconds + " s = " + Math.round(rows / seconds) + " rows/s; " + cpu
                    + " s of processor time");
            assertThat(report.rows()).isEqualTo(rows);
            assertThat(report.accepted()).isEqualTo(which.equals("first") ? rows : 0);
        }
    }

    @Test
    void wideUtilizationOrderedByTime(@TempDir Path folder) throws Exception {
        int servers = 120;
        int hours = 4_000;
        Path file = folder.resolve("wide.csv");
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("timestamp,resource,cpu_mean,cpu_p95,memory_mean,memory_p95,disk_io_mean,disk_io_p95,"
                    + "network_mean,network_p95\n");
            for (int hour = 0; hour < hours; hour++) {
                for (int server = 0; server < servers; server++) {
                    out.write(START.plus(hour, ChronoUnit.HOURS) + ",server-" + server);
                    for (int i = 0; i < 8; i++) {
                        out.write("," + random.nextInt(10_000) / 100.0);
                    }
                    out.write("\n");
                }
            }
        }
        try (Desk desk = new Desk(folder)) {
            load(desk, file, "wide utilization", (long) servers * hours);
        }
    }

    @Test
    void focusRows(@TempDir Path folder) throws Exception {
        int rows = 100_000;
        Path file = folder.resolve("focus.csv");
        Random random = new Random(2);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("BilledCost,EffectiveCost,ListCost,ContractedCost,BillingCurrency,ChargePeriodStart,"
                    + "ChargePeriodEnd,ChargeCategory,ServiceName,SubAccountId,RegionId,ResourceId,Tags\n");
            for (int row = 0; row < rows; row++) {
                Instant day = START.plus(row / 300, ChronoUnit.DAYS);
                String cost = random.nextInt(1_000_000) + "." + random.nextInt(1_000_000);
                out.write(cost + "," + cost + "," + cost + "," + cost + ",USD," + day + ","
                        + day.plus(1, ChronoUnit.DAYS) + ",Usage,Service " + row % 10 + ",acct-" + row % 4
                        + ",eu-west-1,i-" + row % 150 + ",\"{\"\"team\"\":\"\"shop\"\"}\"\n");
            }
        }
        try (Desk desk = new Desk(folder)) {
            load(desk, file, "FOCUS", rows);
        }
    }
}
