package dev.headroom.storage.cache;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.Password;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;

/// Makes backups of an open cache and puts them back.
public final class Backups {
    private Backups() {}

    /// @param facts what the backup says of itself
    /// @param content what was found in it, checked as `verify` checks a workspace
    public record Checked(BackupFacts facts, IntegrityReport content) {}

    /// Writes the last committed state into a file, while others read; writers wait. An encrypted cache gives an
    /// encrypted backup. The file appears when it is complete and read back.
    static BackupFacts make(Database database, Path file, Existing existing, Instant now, String fileSystem)
            throws IOException {
        Path target = file.toAbsolutePath().normalize();
        if (existing == Existing.KEPT && Files.exists(target)) {
            throw new CacheException(
                    ErrorCode.TARGET_EXISTS,
                    "The file " + target + " exists; choose another name, or ask for it to be replaced.");
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent(), "parent"));
        Path snapshot = target.resolveSibling("." + target.getFileName() + ".snapshot.part");
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.deleteIfExists(snapshot);
            database.snapshot(fileSystem + snapshot);
            BackupFacts facts = BackupFile.pack(snapshot, fileSystem + part, Migrations.current(), now);
            BackupFile.unpack(part, null);
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            database.write(connection -> {
                AuditLog.append(
                        connection,
                        AuditLog.Action.BACKED_UP,
                        target.toString(),
                        facts.bytes() + " bytes, SHA-256 " + facts.sha256());
                return facts;
            });
            return facts;
        } catch (IOException failure) {
            throw Database.translate(failure);
        } catch (DbException failure) {
            throw Database.translate(DbException.toSQLException(failure));
        } finally {
            Files.deleteIfExists(snapshot);
            Files.deleteIfExists(part);
        }
    }

    /// Puts a backup into a folder: unpacked beside the database of the folder, brought up to date and checked as
    /// a whole, and then moved into its place. A process that is killed leaves the old workspace or the new one.
    ///
    /// @param folder nobody has its workspace open; without [Existing#REPLACED] it holds none and nothing else
    /// @param password the one that the workspace had when the backup was made; null when it had none
    public static Checked restore(Path folder, Path backup, @Nullable Password password, Existing existing)
            throws IOException {
        return restore(folder, backup, password, existing, "file:");
    }

    static Checked restore(Path folder, Path backup, @Nullable Password password, Existing existing, String fileSystem)
            throws IOException {
        if (existing == Existing.KEPT) {
            requireEmpty(folder);
        }
        Path fresh = folder.resolve(Cache.NEW_NAME + Cache.SUFFIX);
        boolean moved = false;
        try {
            Files.deleteIfExists(fresh);
            BackupFacts facts = BackupFile.unpack(backup, fileSystem + fresh);
            IntegrityReport content =
                    checked(folder, password, fileSystem, Optional.of(backup + " of " + facts.madeAt()));
            if (!content.isSound()) {
                throw BackupFile.refused(
                        backup, "is damaged (" + content.problems().getFirst() + ")");
            }
            DatabaseCopy.moveInto(fresh, folder.resolve(Cache.FILE_NAME));
            moved = true;
            return new Checked(facts, content);
        } catch (IOException failure) {
            throw Database.translate(failure);
        } catch (DbException failure) {
            throw Database.translate(DbException.toSQLException(failure));
        } finally {
            if (!moved) {
                Files.deleteIfExists(fresh);
            }
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> foreign = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals("workspace.lock") && !name.equals(Cache.NEW_NAME + Cache.SUFFIX))
                    .sorted()
                    .toList();
            if (!foreign.isEmpty()) {
                throw new CacheException(
                        ErrorCode.TARGET_EXISTS,
                        "The folder " + folder + " is not empty (" + foreign.getFirst()
                                + "); choose a new folder, or ask for the workspace in it to be replaced. Nothing was"
                                + " changed.");
            }
        }
    }

    /// @param restored what is written down as restored, after the check; empty to check only
    private static IntegrityReport checked(
            Path folder, @Nullable Password password, String fileSystem, Optional<String> restored) throws IOException {
        try (FileKey key = FileKey.find(folder.resolve(Cache.NEW_NAME + Cache.SUFFIX), password);
                Cache cache = Cache.open(folder, Cache.NEW_NAME, fileSystem, key)) {
            IntegrityReport report = cache.verify();
            restored.ifPresent(what -> cache.note(
                    AuditLog.Action.RESTORED,
                    what,
                    report.observations() + " observations, " + report.charges() + " charges"));
            return report;
        }
    }

    /// Checks a backup and everything in it, in a temporary folder that only the user can read.
    public static Checked check(Path backup, @Nullable Password password) throws IOException {
        BackupFile.unpack(backup, null);
        Path folder = Files.createTempDirectory("headroom-verify");
        try {
            BackupFacts facts = BackupFile.unpack(backup, "file:" + folder.resolve(Cache.NEW_NAME + Cache.SUFFIX));
            return new Checked(facts, checked(folder, password, "file:", Optional.empty()));
        } catch (IOException failure) {
            throw Database.translate(failure);
        } finally {
            delete(folder);
        }
    }

    /// True when a backup is encrypted, so that it needs a password.
    public static boolean isEncrypted(Path backup) throws IOException {
        return BackupFile.unpack(backup, null).encrypted();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException left) {
                    throw new UncheckedIOException(left);
                }
            });
        }
    }
}
