package dev.headroom.storage.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.Password;
import dev.headroom.storage.cache.AuditEntry;
import dev.headroom.storage.cache.Existing;
import dev.headroom.storage.workspace.ChildWork.Work;
import java.io.BufferedReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Kills a process at random moments in the middle of every work that changes a whole workspace. Before and after are
/// the only states that may be left, both whole; the same work can then be done again.
///
/// `-Dheadroom.kills=N` kills each N times; see docs/workspace.md.
final class KilledWorkTest {
    private static final int KILLS = Integer.getInteger("headroom.kills", 1);
    private static final int SERIES = 30;
    private static final long TO_THE_END = 300_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Random random = new Random(23);

    private static TimeSeries hours(int number) {
        double[] values = new Random(number).doubles(24 * 365).toArray();
        return new TimeSeries(
                new SeriesKey("server-" + number, "cpu", Statistic.MEAN),
                TimeGrid.utc(Instant.parse("2026-01-01T00:00:00Z"), Step.HOUR, values.length),
                values);
    }

    /// A workspace before the work, and the backup that it may need.
    private void prepare(Path place, Work work, Path file) throws Exception {
        if (work == Work.MIGRATE) {
            Files.createDirectories(place);
            try (InputStream packed = Objects.requireNonNull(
                            KilledWorkTest.class.getResourceAsStream("/workspaces/v1.mv.db.gz"));
                    InputStream in = new GZIPInputStream(packed)) {
                Files.copy(in, place.resolve("headroom.mv.db"));
            }
            return;
        }
        try (Workspace workspace = Workspace.open(place)) {
            for (int i = 0; i < SERIES; i++) {
                workspace.series().write(hours(i), MeasureUnit.PERCENT);
            }
            if (work == Work.RESTORE) {
                workspace.backup(file, Existing.KEPT, ChildWork.NOW);
                workspace.series().write(hours(SERIES), MeasureUnit.PERCENT);
            }
        }
        if (work == Work.CHANGE_PASSWORD || work == Work.DECRYPT) {
            Workspace.changePassword(place, null, ChildWork.password("one"));
        }
    }

    @ParameterizedTest
    @EnumSource(Work.class)
    void whateverIsKilledLeavesTheStateBeforeOrAfterAndCanBeDoneAgain(Work work) throws Exception {
        Path original = folder.resolve("original");
        Path file = folder.resolve("backup.zip");
        prepare(original, work, file);
        Path measured = copy(original, "measured");
        long usual = kill(measured, work, folder.resolve("measured.zip"), file, TO_THE_END);
        for (int round = 0; round < KILLS; round++) {
            Path place = copy(original, "place-" + round);
            Path target = folder.resolve("target-" + round + ".zip");
            kill(place, work, target, file, (long) (random.nextDouble() * 1.1 * usual));
            check(place, work, target);
            kill(place, work, target, file, TO_THE_END);
        }
    }

    private Path copy(Path original, String name) throws Exception {
        Path place = Files.createDirectories(folder.resolve(name));
        Files.copy(original.resolve("headroom.mv.db"), place.resolve("headroom.mv.db"));
        return place;
    }

    /// Lets a child work for some milliseconds and kills it.
    ///
    /// @return how long it worked
    private static long kill(Path place, Work work, Path target, Path backup, long millis) throws Exception {
        Process child = ChildWork.start(place, work, work == Work.RESTORE ? backup : target);
        try (BufferedReader lines = child.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("working");
            long start = System.nanoTime();
            boolean ended = child.waitFor(millis, TimeUnit.MILLISECONDS);
            child.toHandle().destroyForcibly();
            int exit = child.waitFor();
            assertThat(ended && exit != 0 || millis == TO_THE_END && !ended)
                    .as("the work failed")
                    .isFalse();
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
    }

    private static void check(Path place, Work work, Path target) throws Exception {
        switch (work) {
            case MIGRATE -> {
                try (Workspace workspace = Workspace.open(place)) {
                    assertThat(workspace.verify().problems()).isEmpty();
                    assertThat(workspace.charges().count()).isEqualTo(3);
                    assertThat(workspace.series().catalog()).hasSize(2);
                }
            }
            case RETAIN -> {
                try (Workspace workspace = Workspace.open(place)) {
                    assertThat(workspace.verify().problems()).isEmpty();
                    boolean done = workspace.audit().since(Instant.EPOCH).stream()
                            .map(AuditEntry::action)
                            .anyMatch("retained"::equals);
                    assertThat(workspace.series().catalog()).hasSize(done ? 3 * SERIES : SERIES);
                }
            }
            case BACK_UP -> {
                isWhole(place, null, SERIES);
                if (Files.exists(target)) {
                    assertThat(Workspace.verifyBackup(target, null).content().problems())
                            .isEmpty();
                }
            }
            case RESTORE -> isWhole(place, null, SERIES, SERIES + 1);
            case ENCRYPT -> isWhole(place, Workspace.isEncrypted(place) ? ChildWork.password("one") : null, SERIES);
            case DECRYPT -> isWhole(place, Workspace.isEncrypted(place) ? ChildWork.password("one") : null, SERIES);
            case CHANGE_PASSWORD -> {
                try {
                    isWhole(place, ChildWork.password("one"), SERIES);
                } catch (WorkspaceException changed) {
                    assertThat(changed.kind()).isEqualTo(WorkspaceException.Kind.PASSWORD_WRONG);
                    isWhole(place, ChildWork.password("two"), SERIES);
                    Workspace.changePassword(place, ChildWork.password("two"), ChildWork.password("one"));
                }
            }
        }
        if (work == Work.ENCRYPT && Workspace.isEncrypted(place)) {
            Workspace.changePassword(place, ChildWork.password("one"), null);
        }
        if (work == Work.DECRYPT && !Workspace.isEncrypted(place)) {
            Workspace.changePassword(place, null, ChildWork.password("one"));
        }
    }

    private static void isWhole(Path place, @Nullable Password password, Integer... counts) throws Exception {
        try (Workspace workspace = Workspace.open(place, password)) {
            assertThat(workspace.verify().problems()).isEmpty();
            assertThat(List.of(counts)).contains(workspace.series().catalog().size());
            for (int i = 0; i < SERIES; i += 7) {
                assertThat(workspace.series().read(hours(i).key(), Step.HOUR)).contains(hours(i));
            }
            try (var files = Files.list(place)) {
                assertThat(files.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder("headroom.mv.db", "workspace.lock");
            }
        }
    }
}
