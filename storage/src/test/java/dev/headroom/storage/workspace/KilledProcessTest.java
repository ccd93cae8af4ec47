package dev.headroom.storage.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.Batch;
import dev.headroom.storage.cache.SeriesInfo;
import dev.headroom.storage.ingest.FileReport;
import dev.headroom.storage.ingest.IngestProgress;
import java.io.BufferedReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills an importing process at random moments, from before the workspace exists until after the last file.
/// What it acknowledged must be there, whole; what it did not must be there whole or not at all; importing
/// again completes it.
final class KilledProcessTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int FILES = 8;
    private static final int ROWS = 600;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<Path> files = new ArrayList<>();
    private BigDecimal billed = BigDecimal.ZERO;
    private final Random random = new Random(11);
    private int kills;
    private long acknowledgedFiles;

    private void writeFiles() throws Exception {
        for (int number = 0; number < FILES; number++) {
            boolean bill = number % 2 == 0;
            StringBuilder text = new StringBuilder(
                    bill
                            ? "BilledCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ResourceId\n"
                            : "timestamp,resource,cpu_mean,cpu_p95\n");
            for (int row = 0; row < ROWS; row++) {
                Instant at = START.plus(row, ChronoUnit.HOURS);
                BigDecimal cost = BigDecimal.valueOf(random.nextInt(1_000_000), 9);
                double cpu = random.nextInt(10_000) / 100.0;
                text.append(
                        bill
                                ? cost + ",USD," + at + "," + at.plusSeconds(3600) + ",Usage,i-" + number + "\n"
                                : at + ",s-" + number + "," + cpu + "," + cpu + "\n");
                billed = bill ? billed.add(cost) : billed;
            }
            files.add(Files.writeString(folder.resolve("file-" + number + ".csv"), text));
        }
    }

    @Test
    void nothingAcknowledgedIsLostAndNoFileIsHalf() throws Exception {
        writeFiles();
        for (int round = 0; round < 4; round++) {
            killAndCheck(folder.resolve("workspace-" + round));
        }
    }

    /// The acceptance run: 200 kills, or as many as `-Dheadroom.kills=N` says.
    @Test
    @Tag("slow")
    void nothingAcknowledgedIsLostInManyKills() throws Exception {
        writeFiles();
        int wanted = Integer.getInteger("headroom.kills", 200);
        for (int round = 0; kills < wanted; round++) {
            killAndCheck(folder.resolve("workspace-" + round));
        }
        System.out.printf(
                "%d random kills during import: %d files with %d rows acknowledged, 0 rows lost, 0 damaged workspaces%n",
                kills, acknowledgedFiles, acknowledgedFiles * ROWS);
    }

    private void killAndCheck(Path workspaceFolder) throws Exception {
        // Half of the rounds begin with a workspace that has been killed once before.
        Set<String> acknowledged = kill(workspaceFolder);
        if (random.nextBoolean()) {
            acknowledged.addAll(kill(workspaceFolder));
        }
        acknowledged.addAll(kill(workspaceFolder));
        try (Workspace workspace = Workspace.open(workspaceFolder)) {
            assertThat(workspace.verify().problems()).isEmpty();
            Set<String> kept = keptFiles(workspace);
            assertThat(kept).containsAll(acknowledged);
            acknowledgedFiles += acknowledged.size();
            long bills = kept.stream().filter(name -> isBill(name)).count();
            assertThat(workspace.charges().count()).isEqualTo(bills * ROWS);
            assertThat(workspace.series().catalog())
                    .hasSize((int) (kept.size() - bills) * 2)
                    .extracting(SeriesInfo::observations)
                    .allMatch(count -> count == ROWS);

            workspace.ingest().importPaths(files, IngestProgress.none(), Instant.EPOCH);
            assertThat(workspace.charges().totals(CostBasis.BILLED).get(CurrencyCode.USD))
                    .isEqualTo(billed);
            assertThat(workspace.series().catalog()).hasSize(FILES);
            assertThat(workspace.verify().problems()).isEmpty();
        }
    }

    private static boolean isBill(String name) {
        return (name.charAt("file-".length()) - '0') % 2 == 0;
    }

    private static Set<String> keptFiles(Workspace workspace) {
        Set<String> kept = new HashSet<>();
        for (Batch batch : workspace.batches().batches()) {
            for (FileReport file : batch.files()) {
                assertThat(file.rows()).isEqualTo(ROWS);
                kept.add(String.valueOf(file.path().getFileName()));
            }
        }
        return kept;
    }

    /// Lets a child work until a random moment and kills it.
    ///
    /// @return the files that it acknowledged
    private Set<String> kill(Path workspaceFolder) throws Exception {
        Set<String> acknowledged = new HashSet<>();
        Process child = ChildProcess.start(workspaceFolder, files);
        try (BufferedReader lines = child.inputReader()) {
            int awaited = 1 + random.nextInt(FILES + 2);
            String line = lines.readLine();
            for (int seen = 1; seen < awaited && line != null; seen++) {
                note(line, acknowledged);
                line = lines.readLine();
            }
            child.waitFor(random.nextInt(awaited == 1 ? 800 : 60), TimeUnit.MILLISECONDS);
            // Through the handle, because killing through the process object closes its output unread.
            child.toHandle().destroyForcibly();
            kills++;
            for (; line != null; line = lines.readLine()) {
                note(line, acknowledged);
            }
            child.waitFor();
        }
        return acknowledged;
    }

    private static void note(String line, Set<String> acknowledged) {
        if (line.startsWith("imported ")) {
            acknowledged.add(line.substring("imported ".length()));
        }
    }
}
