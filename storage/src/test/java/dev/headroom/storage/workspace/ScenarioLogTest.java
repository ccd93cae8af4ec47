package dev.headroom.storage.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.storage.cache.AuditEntry;
import dev.headroom.storage.cache.KeptScenario;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScenarioLogTest {
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static void save(Workspace workspace, String name, String what) {
        workspace.scenarios().save(name, version -> what + " " + version, AT);
    }

    private void sql(String text) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("headroom"), "headroom", "");
                Statement statement = connection.createStatement()) {
            statement.execute(text);
            statement.execute("SHUTDOWN");
        }
    }

    @Test
    void everySaveIsAVersionThatSurvivesReopening() throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            save(workspace, "Spring", "one");
            save(workspace, "Autumn", "other");
            save(workspace, "Spring", "two");
        }
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.scenarios().latest())
                    .extracting(KeptScenario::name, KeptScenario::version, KeptScenario::content)
                    .containsExactly(Tuple.tuple("Autumn", 1, "other 1"), Tuple.tuple("Spring", 2, "two 2"));
            assertThat(workspace.scenarios().versions("Spring"))
                    .extracting(KeptScenario::content)
                    .containsExactly("one 1", "two 2");
            assertThat(workspace.scenarios().versions("Winter")).isEmpty();
            assertThat(workspace.scenarios().latest().getFirst().at()).isEqualTo(AT);
            assertThat(workspace.verify().isSound()).isTrue();
            assertThat(workspace.audit().since(Instant.EPOCH))
                    .filteredOn(entry -> entry.action().equals("scenario saved"))
                    .extracting(AuditEntry::subject, AuditEntry::detail)
                    .containsExactly(
                            Tuple.tuple("Spring", "version 1"),
                            Tuple.tuple("Autumn", "version 1"),
                            Tuple.tuple("Spring", "version 2"));
        }
    }

    @Test
    void aVersionThatWasChangedOrRemovedFromOutsideIsFound() throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            save(workspace, "Spring", "one");
            save(workspace, "Spring", "two");
        }
        sql("UPDATE scenario SET content = 'three 2' WHERE version = 2");
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.verify().problems())
                    .containsExactly("Version 2 of the scenario Spring was changed after it was saved.");
        }
        sql("DELETE FROM scenario WHERE version = 1");
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.verify().problems()).containsExactly("Version 1 of the scenario Spring is missing.");
        }
    }
}
