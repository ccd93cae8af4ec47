package dev.headroom.storage.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.storage.Password;
import dev.headroom.storage.cache.AuditEntry;
import dev.headroom.storage.cache.AuditHead;
import dev.headroom.storage.cache.Existing;
import dev.headroom.storage.cache.Retention;
import dev.headroom.storage.cache.RetentionPolicy;
import dev.headroom.storage.cache.Setting;
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
        assertThat(actions(folder.resolve("w"))).endsWith("scenario saved", "restored");
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

    @Test
    void entriesThatWereCutOffAtTheEndAreMissed() throws Exception {
        FixtureWorkspace.make(folder);
        long all = changes();
        sql("DELETE FROM audit WHERE number > " + (all - 2));
        assertThat(problems())
                .containsExactly("The audit log ends with the change " + (all - 2) + " of " + all
                        + "; the last ones were cut off.");
        sql("DELETE FROM audit");
        assertThat(problems()).singleElement().asString().contains("ends with the change 0 of " + all);
    }

    @Test
    void anEndOfTheLogThatIsNotRecordedIsAProblem() throws Exception {
        FixtureWorkspace.make(folder);
        sql("DELETE FROM audit_head");
        assertThat(problems()).singleElement().asString().startsWith("How many changes the audit log has");
    }

    private long changes() throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            return workspace.verify().changes();
        }
    }

    @Test
    void anEndThatWasNotedElsewhereTellsOfALogThatWasMadeAnew() throws Exception {
        FixtureWorkspace.make(folder.resolve("one"));
        FixtureWorkspace.make(folder.resolve("two"));
        AuditHead then;
        try (Workspace workspace = Workspace.open(folder.resolve("one"))) {
            then = workspace.verify().audit();
            assertThat(AuditHead.parse(then.text())).contains(then);
            workspace.settings().put(Setting.Name.REQUIRED_TAGS, "owner", Instant.now());
            assertThat(workspace.verify().audit()).isNotEqualTo(then);
            assertThat(workspace.audit().continues(then)).isTrue();
        }
        try (Workspace workspace = Workspace.open(folder.resolve("two"))) {
            assertThat(workspace.verify().problems()).isEmpty();
            assertThat(workspace.audit().continues(then)).isFalse();
        }
        assertThat(AuditHead.parse("12")).isEmpty();
    }

    @Test
    void settingsAreWrittenDownWithTheirOldAndNewContent() throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            Instant now = Instant.parse("2026-11-21T08:00:00Z");
            assertThat(workspace.settings().get(Setting.Name.REQUIRED_TAGS)).isEmpty();
            assertThat(workspace.settings().put(Setting.Name.REQUIRED_TAGS, "owner", now))
                    .isTrue();
            assertThat(workspace.settings().put(Setting.Name.REQUIRED_TAGS, "owner", now.plusSeconds(9)))
                    .isFalse();
            workspace.settings().put(Setting.Name.REQUIRED_TAGS, "owner,env", now.plusSeconds(60));
            assertThat(workspace.settings().get(Setting.Name.REQUIRED_TAGS))
                    .contains(new Setting("owner,env", now.plusSeconds(60), System.getProperty("user.name")));
            workspace.settings().put(Setting.Name.REQUIRED_TAGS, "", now.plusSeconds(90));
            assertThat(workspace.settings().get(Setting.Name.REQUIRED_TAGS)).isEmpty();
            assertThat(workspace.audit().since(Instant.EPOCH))
                    .filteredOn(entry -> entry.action().equals("setting changed"))
                    .allMatch(entry -> entry.subject().equals("required tags"))
                    .extracting(AuditEntry::detail)
                    .containsExactly(
                            "from nothing to \"owner\"",
                            "from \"owner\" to \"owner,env\"",
                            "from \"owner,env\" to nothing");
        }
    }

    @Test
    void anotherRetentionPolicyIsWrittenDownEvenWhenItRemovesNothing() throws Exception {
        FixtureWorkspace.make(folder);
        for (String policy : List.of("rejects=900d", "rejects=900d", "rejects=800d")) {
            Workspace.retain(
                    folder,
                    null,
                    RetentionPolicy.parse(policy, RetentionPolicy.RollUp.NONE),
                    FixtureWorkspace.AT,
                    Retention.Mode.REMOVE);
            Workspace.retain(
                    folder,
                    null,
                    RetentionPolicy.parse("rejects=1000d", RetentionPolicy.RollUp.NONE),
                    FixtureWorkspace.AT,
                    Retention.Mode.DRY_RUN);
        }
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.audit().since(Instant.EPOCH))
                    .filteredOn(entry -> entry.subject().equals("retention policy"))
                    .extracting(AuditEntry::detail)
                    .containsExactly("from nothing to \"rejects=900d\"", "from \"rejects=900d\" to \"rejects=800d\"");
            assertThat(workspace.verify().problems()).isEmpty();
        }
    }
}
