package dev.headroom.storage.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.Password;
import dev.headroom.storage.cache.BackupFacts;
import dev.headroom.storage.cache.Existing;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Password PASSWORD = Password.of("a long password".toCharArray());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path file() {
        return folder.resolve("backup.zip");
    }

    private Path original() {
        return folder.resolve("original");
    }

    private static TimeSeries series(int number) {
        double[] values = new Random(number).doubles(3_000).toArray();
        SeriesKey key = new SeriesKey("server-" + number, "cpu", Statistic.MEAN);
        return new TimeSeries(key, TimeGrid.utc(Instant.parse("2024-01-01T00:00:00Z"), Step.HOUR, 3_000), values);
    }

    private void backUp() throws Exception {
        try (Workspace workspace = Workspace.open(original())) {
            workspace.series().write(series(1), MeasureUnit.PERCENT);
            BackupFacts facts = workspace.backup(file(), Existing.KEPT, NOW);
            assertThat(facts.madeAt()).isEqualTo(NOW);
            assertThat(facts.sha256()).matches("[0-9a-f]{64}");
            workspace.series().write(series(2), MeasureUnit.PERCENT);
        }
    }

    private WorkspaceException refused(Path place, Existing existing) {
        return catchThrowableOfType(WorkspaceException.class, () -> Workspace.restore(place, file(), null, existing));
    }

    @Test
    void aBackupHoldsTheStateOfItsMomentAndIsRestoredIntoANewFolder() throws Exception {
        backUp();
        Path restored = folder.resolve("restored");
        assertThat(Workspace.verifyBackup(file(), null).content().observations())
                .isEqualTo(3_000);
        assertThat(Workspace.restore(restored, file(), null, Existing.KEPT)
                        .content()
                        .isSound())
                .isTrue();
        try (Workspace workspace = Workspace.open(restored)) {
            assertThat(workspace.series().catalog()).hasSize(1);
            assertThat(workspace.series().read(series(1).key(), Step.HOUR)).contains(series(1));
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("backup.zip", "original", "restored");
        }
    }

    @Test
    void aBackupIsConsistentWhileOthersWriteAndRead() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (Workspace workspace = Workspace.open(original())) {
            workspace.series().write(series(0), MeasureUnit.PERCENT);
            Thread writer = Thread.ofPlatform().start(() -> {
                for (int i = 1; i < 200 && !done.get(); i++) {
                    workspace.series().write(series(i), MeasureUnit.PERCENT);
                }
            });
            for (int round = 0; round < 3; round++) {
                workspace.backup(file(), Existing.REPLACED, NOW);
                var checked = Workspace.verifyBackup(file(), null);
                assertThat(checked.content().problems()).isEmpty();
                assertThat(checked.content().series()).isPositive();
            }
            done.set(true);
            writer.join();
        }
    }

    @Test
    void theBackupOfAnEncryptedWorkspaceIsEncryptedWithItsPassword() throws Exception {
        Workspace.changePassword(original(), null, PASSWORD);
        try (Workspace workspace = Workspace.open(original(), PASSWORD)) {
            workspace.series().write(series(1), MeasureUnit.PERCENT);
            assertThat(workspace.backup(file(), Existing.KEPT, NOW).encrypted()).isTrue();
        }
        assertThat(Workspace.isEncryptedBackup(file())).isTrue();
        Path restored = folder.resolve("restored");
        assertThat(refused(restored, Existing.KEPT).kind()).isEqualTo(WorkspaceException.Kind.PASSWORD_NEEDED);
        assertThat(restored.resolve("headroom.new.mv.db")).doesNotExist();
        Workspace.restore(restored, file(), PASSWORD, Existing.KEPT);
        try (Workspace workspace = Workspace.open(restored, PASSWORD)) {
            assertThat(workspace.series().read(series(1).key(), Step.HOUR)).contains(series(1));
        }
    }

    @Test
    void whatExistsIsNotReplacedUnlessAsked() throws Exception {
        backUp();
        try (Workspace workspace = Workspace.open(original())) {
            WorkspaceException kept =
                    catchThrowableOfType(WorkspaceException.class, () -> workspace.backup(file(), Existing.KEPT, NOW));
            assertThat(kept.code()).isEqualTo("HR-1013");
            assertThat(workspace.backup(file(), Existing.REPLACED, NOW).bytes()).isPositive();
        }
        assertThat(refused(original(), Existing.KEPT).code()).isEqualTo("HR-1013");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("letter.txt"), "dear");
        assertThat(refused(other, Existing.KEPT)).hasMessageContaining("letter.txt");
        Workspace.restore(original(), file(), null, Existing.REPLACED);
        try (Workspace workspace = Workspace.open(original())) {
            assertThat(workspace.series().catalog()).hasSize(2);
        }
    }

    @Test
    void anOpenWorkspaceIsNotReplacedUnderneathItsUser() throws Exception {
        backUp();
        try (Workspace workspace = Workspace.open(original())) {
            assertThat(refused(original(), Existing.REPLACED).kind()).isEqualTo(WorkspaceException.Kind.LOCKED);
            assertThat(workspace.series().catalog()).hasSize(2);
        }
    }

    @Test
    void evenADamagedWorkspaceCanBeReplaced() throws Exception {
        backUp();
        Files.writeString(original().resolve("headroom.mv.db"), "not a database");
        Workspace.restore(original(), file(), null, Existing.REPLACED);
        Workspace.open(original()).close();
    }

    @Test
    void aDamagedBackupIsRefusedWhereverItIsDamagedAndTheOldWorkspaceStays() throws Exception {
        backUp();
        byte[] good = Files.readAllBytes(file());
        Random random = new Random(3);
        for (int round = 0; round < 12; round++) {
            byte[] bad = round < 3 ? Arrays.copyOf(good, good.length * (round + 1) / 4) : good.clone();
            if (round >= 3) {
                bad[60 + random.nextInt(good.length - 400)] ^= 0x5A;
            }
            Files.write(file(), bad);
            WorkspaceException refusal = refused(original(), Existing.REPLACED);
            assertThat(refusal).as("round %s", round).isNotNull();
            assertThat(refusal.code()).isEqualTo("HR-1012");
        }
        try (Workspace workspace = Workspace.open(original())) {
            assertThat(workspace.series().catalog()).hasSize(2);
        }
    }

    private void zip(Map<String, byte[]> entries) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        Files.write(file(), bytes.toByteArray());
    }

    private Map<String, byte[]> entries() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file().toFile())) {
            for (String name : new String[] {"backup.properties", "headroom.mv.db"}) {
                entries.put(name, zip.getInputStream(zip.getEntry(name)).readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void foreignEntriesAndNamesThatLeaveTheFolderAreRefused() throws Exception {
        backUp();
        Map<String, byte[]> good = entries();
        Path place = folder.resolve("place");

        Map<String, byte[]> more = new LinkedHashMap<>(good);
        more.put("../../evil.sh", "echo".getBytes(StandardCharsets.UTF_8));
        zip(more);
        assertThat(refused(place, Existing.KEPT)).hasMessageContaining("evil.sh");

        Map<String, byte[]> slipping = new LinkedHashMap<>();
        slipping.put("backup.properties", good.get("backup.properties"));
        slipping.put("../headroom.mv.db", good.get("headroom.mv.db"));
        zip(slipping);
        assertThat(refused(place, Existing.KEPT)).hasMessageContaining("not of a backup");

        zip(Map.of("notes.txt", new byte[] {1}));
        assertThat(refused(place, Existing.KEPT)).hasMessageContaining("is no backup that Headroom made");
        Files.writeString(file(), "no archive at all");
        assertThat(refused(place, Existing.KEPT)).hasMessageContaining("is no backup");
        Files.delete(file());
        assertThat(refused(place, Existing.KEPT)).hasMessageContaining("There is no backup file");
        assertThat(folder.resolve("evil.sh")).doesNotExist();
        assertThat(folder.resolve("headroom.mv.db")).doesNotExist();
        assertThat(place.resolve("headroom.mv.db")).doesNotExist();
    }

    @Test
    void aBackupThatUnpacksToMoreThanItSaysIsStopped() throws Exception {
        backUp();
        Map<String, byte[]> bomb = new LinkedHashMap<>(entries());
        bomb.put("headroom.mv.db", new byte[50_000_000]);
        zip(bomb);
        assertThat(refused(folder.resolve("place"), Existing.KEPT)).hasMessageContaining("larger than it says");
    }
}
