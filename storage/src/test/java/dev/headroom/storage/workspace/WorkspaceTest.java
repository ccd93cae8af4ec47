package dev.headroom.storage.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.workspace.WorkspaceException.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspaceTest {
    private static final SeriesKey CPU = new SeriesKey("web-1", "cpu", Statistic.MEAN);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static TimeSeries noise() {
        double[] values = new Random(1).doubles(20_000).toArray();
        return new TimeSeries(CPU, TimeGrid.utc(Instant.parse("2024-01-01T00:00:00Z"), Step.HOUR, 20_000), values);
    }

    private void fill() throws WorkspaceException {
        try (Workspace workspace = Workspace.open(folder)) {
            workspace.series().write(noise(), MeasureUnit.PERCENT);
        }
    }

    private WorkspaceException refusal() {
        return catchThrowableOfType(
                WorkspaceException.class, () -> Workspace.open(folder).close());
    }

    private Path database() {
        return folder.resolve("headroom.mv.db");
    }

    private void sql(String... statements) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("headroom"), "headroom", "");
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
            statement.execute("SHUTDOWN");
        }
    }

    @Test
    void aNewWorkspaceIsEmptyAndSound() throws Exception {
        Path deep = folder.resolve("a folder/with ümlaut");
        try (Workspace workspace = Workspace.open(deep)) {
            assertThat(workspace.folder()).isEqualTo(deep);
            assertThat(workspace.series().catalog()).isEmpty();
            assertThat(workspace.inventory().servers()).isEmpty();
            assertThat(workspace.batches().batches()).isEmpty();
            assertThat(workspace.charges().count()).isZero();
            assertThat(workspace.verify().isSound()).isTrue();
            assertThat(workspace.verify().schemaVersion()).isEqualTo(18);
        }
    }

    @Test
    void aSecondOpeningInTheSameProcessIsRefused() throws Exception {
        try (Workspace first = Workspace.open(folder)) {
            WorkspaceException refusal = refusal();
            assertThat(refusal.kind()).isEqualTo(Kind.LOCKED);
            assertThat(refusal.code()).isEqualTo("HR-1001");
            assertThat(refusal).hasMessageContaining("open in another window or process; close it there first");
            assertThat(first.verify().isSound()).isTrue();
        }
        Workspace.open(folder).close();
    }

    @Test
    void aWorkspaceOfANewerVersionIsRefusedAndLeftAlone() throws Exception {
        fill();
        sql("INSERT INTO schema_history(version, script, checksum) VALUES(999, 'V999__later.sql', '" + "0".repeat(64)
                + "')");
        WorkspaceException refusal = refusal();
        assertThat(refusal.kind()).isEqualTo(Kind.NEWER);
        assertThat(refusal.code()).isEqualTo("HR-1002");
        assertThat(refusal).hasMessageContaining("newer version");
        sql("DELETE FROM schema_history WHERE version = 999");
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.series().read(CPU, Step.HOUR)).contains(noise());
        }
    }

    @Test
    void aMigrationThatIsNotTheKnownOneIsRefused() throws Exception {
        fill();
        sql("UPDATE schema_history SET checksum = '" + "0".repeat(64) + "'");
        assertThat(refusal().kind()).isEqualTo(Kind.DAMAGED);
    }

    @Test
    void aDatabaseOfAnotherProgramIsRefused() throws Exception {
        sql("CREATE TABLE other(id INT)");
        assertThat(refusal().kind()).isEqualTo(Kind.DAMAGED);
        sql("INSERT INTO other VALUES(1)");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndNotOverwritten() throws Exception {
        Files.writeString(database(), "my notes, not a database ".repeat(1_000));
        byte[] before = Files.readAllBytes(database());
        WorkspaceException refusal = refusal();
        assertThat(refusal.kind()).isEqualTo(Kind.DAMAGED);
        assertThat(refusal.code()).isEqualTo("HR-1003");
        assertThat(refusal).hasMessageContaining("restore it from a backup");
        assertThat(Arrays.equals(Files.readAllBytes(database()), before)).isTrue();
    }

    @Test
    void anEmptyDatabaseFileIsRefusedAndNotOverwritten() throws Exception {
        Files.createFile(database());
        assertThat(refusal().kind()).isEqualTo(Kind.DAMAGED);
        assertThat(Files.size(database())).isZero();
    }

    @Test
    void aDatabaseFilledWithZerosFromTheMiddleOnIsRefusedAndNotOverwritten() throws Exception {
        fill();
        byte[] bytes = Files.readAllBytes(database());
        Arrays.fill(bytes, 8_192, bytes.length, (byte) 0);
        Files.write(database(), bytes);
        assertThat(refusal().kind()).isEqualTo(Kind.DAMAGED);
        assertThat(Arrays.equals(Files.readAllBytes(database()), bytes)).isTrue();
    }

    @Test
    void aDatabaseCutOffInTheMiddleIsRefusedAndNotOverwritten() throws Exception {
        fill();
        byte[] bytes = Arrays.copyOf(Files.readAllBytes(database()), (int) (Files.size(database()) / 2));
        Files.write(database(), bytes);
        assertThat(refusal().kind()).isEqualTo(Kind.DAMAGED);
        assertThat(Arrays.equals(Files.readAllBytes(database()), bytes)).isTrue();
    }

    @Test
    void aDamagedBlockIsFoundByTheCheckAndByReading() throws Exception {
        fill();
        sql("UPDATE block SET payload = SUBSTRING(payload, 1, 100) || X'00' || SUBSTRING(payload, 102)"
                + " WHERE id = (SELECT MIN(id) FROM block)");
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.verify().problems()).anyMatch(problem -> problem.contains("checksum is wrong"));
            assertThatThrownBy(() -> workspace.series().read(CPU, Step.HOUR)).hasMessageContaining("damaged");
            assertThat(workspace.series().read(CPU, Step.HOUR, Instant.parse("2025-01-01T00:00:00Z"), Instant.MAX))
                    .isPresent();
        }
    }

    @Test
    void theCheckFindsACatalogThatDoesNotFitAndBlocksWithoutSeries() throws Exception {
        fill();
        sql("UPDATE series SET observations = observations - 1");
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.verify().problems()).singleElement().asString().contains("catalog");
        }
        sql("DELETE FROM series");
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.verify().problems()).singleElement().asString().contains("not kept");
        }
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws Exception {
        Path file = Files.write(folder.resolve("file"), "x".getBytes(StandardCharsets.UTF_8));
        WorkspaceException refusal = catchThrowableOfType(
                WorkspaceException.class, () -> Workspace.open(file).close());
        assertThat(refusal.kind()).isEqualTo(Kind.UNWRITABLE);
        assertThat(refusal.code()).isEqualTo("HR-1004");
        assertThat(refusal).hasMessageContaining("choose another folder");
    }

    @Test
    void aSemicolonInThePathIsRefusedBeforeAnythingIsCreated() {
        Path odd = folder.resolve("a;b");
        assertThatThrownBy(() -> Workspace.open(odd)).isInstanceOf(WorkspaceException.class);
        assertThat(odd).doesNotExist();
    }

    @Test
    void aClosedWorkspaceSaysSoAndCanBeClosedAgain() throws Exception {
        Workspace workspace = Workspace.open(folder);
        workspace.close();
        workspace.close();
        assertThatThrownBy(() -> workspace.series().catalog())
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("open it again");
        Workspace.open(folder).close();
    }

    @Test
    void aHalfCreatedWorkspaceIsCreatedAnew() throws Exception {
        Files.writeString(folder.resolve("headroom.new.mv.db"), "H:2, cut off");
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.verify().isSound()).isTrue();
        }
        assertThat(folder.resolve("headroom.new.mv.db")).doesNotExist();
    }
}
