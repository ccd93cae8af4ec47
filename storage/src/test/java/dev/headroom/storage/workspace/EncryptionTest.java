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
import dev.headroom.storage.Password;
import dev.headroom.storage.workspace.WorkspaceException.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EncryptionTest {
    private static final SeriesKey CPU = new SeriesKey("secret-server", "cpu", Statistic.MEAN);
    private static final Password RIGHT = Password.of("correct horse Ünïcode".toCharArray());
    private static final Password OTHER = Password.of("battery staple".toCharArray());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static TimeSeries noise() {
        double[] values = new Random(1).doubles(5_000).toArray();
        return new TimeSeries(CPU, TimeGrid.utc(Instant.parse("2024-01-01T00:00:00Z"), Step.HOUR, 5_000), values);
    }

    private void fill() throws WorkspaceException {
        try (Workspace workspace = Workspace.open(folder)) {
            workspace.series().write(noise(), MeasureUnit.PERCENT);
        }
    }

    private WorkspaceException refusal(@Nullable Password password) {
        return catchThrowableOfType(
                WorkspaceException.class, () -> Workspace.open(folder, password).close());
    }

    private void isWholeWith(@Nullable Password password) throws WorkspaceException {
        try (Workspace workspace = Workspace.open(folder, password)) {
            assertThat(workspace.series().read(CPU, Step.HOUR)).contains(noise());
            assertThat(workspace.verify().problems()).isEmpty();
        }
    }

    private boolean fileContains(String text) throws Exception {
        return new String(Files.readAllBytes(folder.resolve("headroom.mv.db")), StandardCharsets.ISO_8859_1)
                .contains(text);
    }

    @Test
    void anEncryptedWorkspaceOpensWithItsPasswordOnlyAndIsDecryptedAgain() throws Exception {
        fill();
        assertThat(fileContains("chunk:")).isTrue();
        Workspace.changePassword(folder, null, RIGHT);
        assertThat(Workspace.isEncrypted(folder)).isTrue();
        assertThat(fileContains("chunk:")).isFalse();
        isWholeWith(RIGHT);

        byte[] before = Files.readAllBytes(folder.resolve("headroom.mv.db"));
        WorkspaceException wrong = refusal(OTHER);
        assertThat(wrong.kind()).isEqualTo(Kind.PASSWORD_WRONG);
        assertThat(wrong.code()).isEqualTo("HR-1011");
        assertThat(wrong).hasMessageContaining("not the password").hasMessageNotContaining("damaged");
        WorkspaceException none = refusal(null);
        assertThat(none.kind()).isEqualTo(Kind.PASSWORD_NEEDED);
        assertThat(none.code()).isEqualTo("HR-1010");
        assertThat(Files.readAllBytes(folder.resolve("headroom.mv.db"))).isEqualTo(before);

        Workspace.changePassword(folder, RIGHT, null);
        assertThat(Workspace.isEncrypted(folder)).isFalse();
        isWholeWith(null);
        isWholeWith(RIGHT);
    }

    @Test
    void theOldPasswordOpensNothingAfterAChange() throws Exception {
        fill();
        Workspace.changePassword(folder, null, OTHER);
        assertThatThrownBy(() -> Workspace.changePassword(folder, RIGHT, OTHER))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("not the password");
        Workspace.changePassword(folder, OTHER, RIGHT);
        assertThat(refusal(OTHER).kind()).isEqualTo(Kind.PASSWORD_WRONG);
        isWholeWith(RIGHT);
    }

    @Test
    void aWorkspaceCanBeEncryptedBeforeThereIsAnythingInIt() throws Exception {
        Path fresh = folder.resolve("new");
        Workspace.changePassword(fresh, null, RIGHT);
        try (Workspace workspace = Workspace.open(fresh, RIGHT)) {
            workspace.series().write(noise(), MeasureUnit.PERCENT);
        }
        try (Workspace workspace = Workspace.open(fresh, RIGHT)) {
            assertThat(workspace.series().read(CPU, Step.HOUR)).contains(noise());
            assertThat(workspace.verify().isSound()).isTrue();
        }
    }

    @Test
    void aDamagedEncryptedFileIsDamagedAndNotAWrongPassword() throws Exception {
        fill();
        Workspace.changePassword(folder, null, RIGHT);
        Path file = folder.resolve("headroom.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4_096, bytes.length, (byte) 7);
        Files.write(file, bytes);
        assertThat(refusal(RIGHT).kind()).isEqualTo(Kind.DAMAGED);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        Files.write(file, Arrays.copyOf(bytes, 4_000));
        assertThat(refusal(RIGHT).kind()).isEqualTo(Kind.DAMAGED);
    }

    @Test
    void anEncryptedDatabaseOfAnotherProgramIsRefused() throws Exception {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("headroom") + ";CIPHER=AES", "x", "file user")) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(refusal(RIGHT).kind()).isEqualTo(Kind.DAMAGED);
    }

    @Test
    void aCopyThatAKilledProcessLeftBehindIsThrownAway() throws Exception {
        fill();
        Files.writeString(folder.resolve("headroom.new.mv.db"), "half a copy");
        isWholeWith(null);
        assertThat(folder.resolve("headroom.new.mv.db")).doesNotExist();
    }

    @Test
    void anOpenWorkspaceIsNotEncryptedUnderneathItsUser() throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(catchThrowableOfType(
                                    WorkspaceException.class, () -> Workspace.changePassword(folder, null, RIGHT))
                            .kind())
                    .isEqualTo(Kind.LOCKED);
            assertThat(workspace.verify().isSound()).isTrue();
        }
    }

    @Test
    void aPasswordIsNeverShownAndGoneWhenClosed() {
        Password password = Password.of("visible".toCharArray());
        assertThat(password.toString()).doesNotContain("visible");
        password.close();
        assertThat(password.characters()).containsOnly('\0');
        assertThatThrownBy(() -> Password.of(new char[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
