package dev.headroom.storage.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.storage.Password;
import dev.headroom.storage.cache.AuditEntry;
import dev.headroom.storage.cache.Existing;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditLogTest {
    private static final Password PASSWORD = Password.of("a long password".toCharArray());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private void sql(String text) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("headroom"), "headroom", "");
                Statement statement = connection.createStatement()) {
            statement.execute(text);
            statement.execute("SHUTDOWN");
        }
    }

    private List<String> problems() throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            return workspace.verify().problems();
        }
    }

    @Test
    void everyChangeIsWrittenDownWithItsUserAndCounts() throws Exception {
        FixtureWorkspace.make(folder);
        try (Workspace workspace = Workspace.open(folder)) {
            List<AuditEntry> entries = workspace.audit().since(Instant.EPOCH);
            assertThat(entries).allMatch(entry -> entry.person().equals(System.getProperty("user.name")));
            assertThat(entries).extracting(AuditEntry::number).startsWith(1L, 2L, 3L);
            assertThat(entries)
                    .filteredOn(entry -> entry.action().equals("imported"))
                    .extracting(AuditEntry::detail)
                    .anyMatch(detail -> detail.contains("961 rows, 960 accepted, 1 rejected"));
            assertThat(workspace.audit().since(Instant.now().plusSeconds(60))).isEmpty();
        }
    }

    @Test
    void backupRestoreAndEncryptionAreWrittenDown() throws Exception {
        FixtureWorkspace.make(folder.resolve("w"));
        Path file = folder.resolve("backup.zip");
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            workspace.backup(file, Existing.KEPT, Instant.now());
        }
        Workspace.changePassword(folder.resolve("w"), null, PASSWORD);
        Workspace.changePassword(folder.resolve("w"), PASSWORD, PASSWORD);
        Workspace.changePassword(folder.resolve("w"), PASSWORD, null);
        assertThat(actions(folder.resolve("w"))).endsWith("backed up", "encrypted", "password changed", "decrypted");
        Workspace.restore(folder.resolve("w"), file, null, Existing.REPLACED);
        assertThat(actions(folder.resolve("w"))).endsWith("model promoted", "restored");
    }

    private static List<String> actions(Path folder) throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.verify().problems()).isEmpty();
            return workspace.audit().since(Instant.EPOCH).stream()
                    .map(AuditEntry::action)
                    .toList();
        }
    }

    @Test
    void theFirstChangedOrRemovedEntryIsNamed() throws Exception {
        FixtureWorkspace.make(folder);
        assertThat(problems()).isEmpty();
        sql("UPDATE audit SET detail = 'nothing happened' WHERE number = 3");
        assertThat(problems()).singleElement().asString().contains("The entry 3 of the audit log");
        sql("DELETE FROM audit WHERE number = 2");
        assertThat(problems()).singleElement().asString().contains("The change 2 is missing");
    }
}
