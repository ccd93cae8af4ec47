package dev.headroom.app.usecase;

import dev.headroom.storage.Password;
import dev.headroom.storage.cache.BackupFacts;
import dev.headroom.storage.cache.Backups;
import dev.headroom.storage.cache.Existing;
import dev.headroom.storage.cache.IntegrityReport;
import dev.headroom.storage.workspace.Workspace;
import dev.headroom.storage.workspace.WorkspaceException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes backups of workspaces, checks them, and puts them back.
public final class BackupWorkspace {
    private BackupWorkspace() {}

    /// What is to happen to a file or workspace that stands in the place of the new one.
    public enum Place {
        /// It must be free.
        FREE,
        /// What stands there is replaced once the new one is complete and checked.
        REPLACED;

        private Existing existing() {
            return this == FREE ? Existing.KEPT : Existing.REPLACED;
        }
    }

    /// A backup.
    ///
    /// @param bytes the size of the database in it
    public record Backup(Path file, Instant madeAt, int schemaVersion, long bytes, String sha256, boolean encrypted) {
        private static Backup of(Path file, BackupFacts facts) {
            return new Backup(
                    file, facts.madeAt(), facts.schemaVersion(), facts.bytes(), facts.sha256(), facts.encrypted());
        }
    }

    /// A backup and what was found in it.
    ///
    /// @param checked what was checked, one line each
    /// @param problems one sentence for each fault; empty when it is sound
    public record Checked(Backup backup, List<String> checked, List<String> problems) {
        public Checked {
            checked = List.copyOf(checked);
            problems = List.copyOf(problems);
        }
    }

    /// Writes the last committed state of an open workspace into a file.
    public static Backup make(OpenWorkspace workspace, Path file, Place place, Instant now) throws UseCaseException {
        try {
            return Backup.of(file, workspace.storage().backup(file, place.existing(), now));
        } catch (WorkspaceException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// Puts a backup into a folder. Nobody may have the workspace of the folder open meanwhile.
    public static Checked restore(Path folder, Path file, Place place, Passwords passwords) throws UseCaseException {
        return with(file, passwords, password -> Workspace.restore(folder, file, password, place.existing()));
    }

    /// Checks a backup and everything in it.
    public static Checked verify(Path file, Passwords passwords) throws UseCaseException {
        return with(file, passwords, password -> Workspace.verifyBackup(file, password));
    }

    private interface Work {
        Backups.Checked with(@Nullable Password password) throws WorkspaceException;
    }

    private static Checked with(Path file, Passwords passwords, Work work) throws UseCaseException {
        try {
            char[] characters =
                    Workspace.isEncryptedBackup(file) ? passwords.find(file).orElse(new char[0]) : new char[0];
            try (Password password = ProtectWorkspace.password(characters)) {
                Backups.Checked result = work.with(password);
                IntegrityReport content = result.content();
                return new Checked(Backup.of(file, result.facts()), VerifyWorkspace.lines(content), content.problems());
            } finally {
                Arrays.fill(characters, '\0');
            }
        } catch (WorkspaceException e) {
            throw OpenWorkspace.translated(e);
        }
    }
}
