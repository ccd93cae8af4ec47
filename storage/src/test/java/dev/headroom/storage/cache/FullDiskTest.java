package dev.headroom.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.Password;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FullDiskTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void emptyTheDisk() {
        FillingDisk.leaveRoom(Long.MAX_VALUE);
    }

    private static TimeSeries series(int number) {
        double[] noise = new Random(number).doubles(5_000).toArray();
        SeriesKey key = new SeriesKey("server-" + number, "cpu", Statistic.MEAN);
        return new TimeSeries(key, TimeGrid.utc(START, Step.HOUR, noise.length), noise);
    }

    @Test
    void aFullDiskIsNamedAndNothingAcknowledgedIsLost() throws IOException {
        FillingDisk.register();
        List<TimeSeries> acknowledged = new ArrayList<>();
        Cache cache = Cache.open(folder, "filling:", null);
        FillingDisk.leaveRoom(1_000_000);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        cache.series().write(series(i), MeasureUnit.PERCENT);
                        acknowledged.add(series(i));
                    }
                })
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("free some space")
                .extracting(failure -> ((CacheException) failure).error())
                .isEqualTo(ErrorCode.DISK_FULL);
        closeQuietly(cache);
        assertThat(acknowledged).hasSizeBetween(2, 999);

        FillingDisk.leaveRoom(Long.MAX_VALUE);
        try (Cache again = Cache.open(folder)) {
            for (TimeSeries series : acknowledged) {
                assertThat(again.series().read(series.key(), Step.HOUR)).contains(series);
            }
            assertThat(again.verify().problems()).isEmpty();
            again.series().write(series(2_000), MeasureUnit.PERCENT);
        }
    }

    private static void closeQuietly(Cache cache) {
        try {
            cache.close();
        } catch (CacheException stillFull) {
            assertThat(stillFull.error()).isEqualTo(ErrorCode.DISK_FULL);
        }
    }

    @Test
    void aWorkspaceCannotBeCreatedOnAFullDiskAndLeavesNothingBehindThatIsTakenForOne() throws IOException {
        FillingDisk.register();
        FillingDisk.leaveRoom(5_000);
        assertThatThrownBy(() -> Cache.open(folder, "filling:", null))
                .isInstanceOf(CacheException.class)
                .extracting(failure -> ((CacheException) failure).error())
                .isEqualTo(ErrorCode.DISK_FULL);
        FillingDisk.leaveRoom(Long.MAX_VALUE);
        try (Cache cache = Cache.open(folder)) {
            assertThat(cache.verify().isSound()).isTrue();
        }
    }

    @Test
    void encryptingOnAFullDiskLeavesTheWorkspaceAsItWas() throws IOException {
        FillingDisk.register();
        try (Cache cache = Cache.open(folder);
                Password password = Password.of("a long password".toCharArray())) {
            for (int i = 0; i < 10; i++) {
                cache.series().write(series(i), MeasureUnit.PERCENT);
            }
            cache.close();
            FillingDisk.leaveRoom(100_000);
            assertThatThrownBy(() -> Encryption.change(folder, null, password, "filling:"))
                    .isInstanceOf(CacheException.class)
                    .extracting(failure -> ((CacheException) failure).error())
                    .isEqualTo(ErrorCode.DISK_FULL);
        }
        FillingDisk.leaveRoom(Long.MAX_VALUE);
        assertThat(folder.resolve("headroom.new.mv.db")).doesNotExist();
        assertThat(Encryption.isOn(folder)).isFalse();
        try (Cache cache = Cache.open(folder)) {
            assertThat(cache.series().read(series(9).key(), Step.HOUR)).contains(series(9));
            assertThat(cache.verify().problems()).isEmpty();
        }
    }

    @Test
    void aBackupOnAFullDiskLeavesNoFileAndTheWorkspaceGoesOn() throws IOException {
        FillingDisk.register();
        try (Cache cache = Cache.open(folder)) {
            for (int i = 0; i < 10; i++) {
                cache.series().write(series(i), MeasureUnit.PERCENT);
            }
            Path target = folder.resolve("backup.zip");
            for (long room : new long[] {50_000, 600_000}) {
                FillingDisk.leaveRoom(room);
                assertThatThrownBy(() -> cache.backup(target, Existing.KEPT, START, "filling:"))
                        .isInstanceOf(CacheException.class)
                        .extracting(failure -> ((CacheException) failure).error())
                        .isEqualTo(ErrorCode.DISK_FULL);
                assertThat(target).doesNotExist();
            }
            FillingDisk.leaveRoom(Long.MAX_VALUE);
            assertThat(cache.backup(target, Existing.KEPT, START, "filling:").bytes())
                    .isPositive();
            cache.series().write(series(11), MeasureUnit.PERCENT);

            Path place = Files.createDirectories(folder.resolve("place"));
            FillingDisk.leaveRoom(300_000);
            assertThatThrownBy(() -> Backups.restore(place, target, null, Existing.KEPT, "filling:"))
                    .isInstanceOf(CacheException.class)
                    .extracting(failure -> ((CacheException) failure).error())
                    .isEqualTo(ErrorCode.DISK_FULL);
            assertThat(place).isEmptyDirectory();
        }
    }

    @Test
    void aRetentionOnAFullDiskRemovesEverythingOrNothing() throws IOException {
        FillingDisk.register();
        try (Cache cache = Cache.open(folder)) {
            for (int i = 0; i < 20; i++) {
                cache.series().write(series(i), MeasureUnit.PERCENT);
            }
        }
        RetentionPolicy policy = RetentionPolicy.parse("hourly=30d", RetentionPolicy.RollUp.DAILY);
        Instant now = START.plus(Duration.ofDays(100));
        FillingDisk.leaveRoom(20_000);
        assertThatThrownBy(() -> Retention.apply(folder, null, policy, now, Retention.Mode.REMOVE, "filling:"))
                .isInstanceOf(CacheException.class)
                .extracting(failure -> ((CacheException) failure).error())
                .isEqualTo(ErrorCode.DISK_FULL);
        FillingDisk.leaveRoom(Long.MAX_VALUE);
        try (Cache cache = Cache.open(folder)) {
            assertThat(cache.verify().problems()).isEmpty();
            assertThat(cache.series().catalog()).hasSize(20);
            for (int i = 0; i < 20; i++) {
                assertThat(cache.series().read(series(i).key(), Step.HOUR)).contains(series(i));
            }
        }
        assertThat(Retention.apply(folder, null, policy, now, Retention.Mode.REMOVE, "filling:")
                        .removed())
                .hasSize(20);
    }
}
