package dev.headroom.storage.cache;

import dev.headroom.storage.Password;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Encrypts the database of a workspace, takes the encryption away, or changes its password.
///
/// The database is copied beside itself, checked as a whole, and then moved into its place: a process that is
/// killed leaves the database as it was, or as it should become, and nothing between. What was in the clear
/// before is deleted, not wiped from the disk.
public final class Encryption {
    private Encryption() {}

    /// True when the folder holds an encrypted database.
    public static boolean isOn(Path folder) throws IOException {
        Path file = folder.resolve(Cache.FILE_NAME);
        return Files.isRegularFile(file) && FileKey.isEncrypted(file);
    }

    /// @param current the password so far; null when the database is in the clear or does not exist yet
    /// @param next the password from now on; null for none
    public static void change(Path folder, @Nullable Password current, @Nullable Password next) throws IOException {
        change(folder, current, next, "file:");
    }

    private static AuditLog.Action action(@Nullable Password current, @Nullable Password next) {
        if (next == null) {
            return AuditLog.Action.DECRYPTED;
        }
        return current == null ? AuditLog.Action.ENCRYPTED : AuditLog.Action.PASSWORD_CHANGED;
    }

    static void change(Path folder, @Nullable Password current, @Nullable Password next, String fileSystem)
            throws IOException {
        Cache.open(folder, fileSystem, current).close();
        Path file = folder.resolve(Cache.FILE_NAME);
        Path fresh = folder.resolve(Cache.NEW_NAME + Cache.SUFFIX);
        boolean moved = false;
        try (FileKey from = FileKey.find(file, current);
                FileKey to = next == null ? null : FileKey.fresh(next)) {
            DatabaseCopy.write(file, from, fresh, to, fileSystem);
            try (Cache copy = Cache.open(folder, Cache.NEW_NAME, fileSystem, to)) {
                copy.note(action(current, next), Cache.FILE_NAME, "the database file was written anew");
                copy.requireSound();
            }
            DatabaseCopy.moveInto(fresh, file);
            moved = true;
        } catch (IOException failure) {
            throw Database.translate(failure);
        } finally {
            if (!moved) {
                Files.deleteIfExists(fresh);
            }
        }
    }
}
