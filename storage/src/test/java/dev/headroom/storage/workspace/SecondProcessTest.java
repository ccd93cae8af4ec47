package dev.headroom.storage.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headroom.storage.workspace.WorkspaceException.Kind;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecondProcessTest {
    @Test
    void aWorkspaceThatAnotherProcessHasOpenIsRefusedUntilThatProcessEnds(@TempDir Path folder) throws Exception {
        Process child = ChildProcess.start(folder, List.of());
        try (BufferedReader lines = child.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("started");
            assertThat(lines.readLine()).isEqualTo("opened");
            WorkspaceException refusal = catchThrowableOfType(
                    WorkspaceException.class, () -> Workspace.open(folder).close());
            assertThat(refusal.kind()).isEqualTo(Kind.LOCKED);
            assertThat(refusal.code()).isEqualTo("HR-1001");
            assertThat(refusal)
                    .hasMessage(
                            "The workspace " + folder + " is open in another window or process; close it there first.");
        } finally {
            child.getOutputStream().close();
            assertThat(child.waitFor()).isZero();
        }
        Workspace.open(folder).close();
    }

    @Test
    void theDatabaseRefusesASecondProcessEvenWithoutTheLockOfTheFolder(@TempDir Path folder) throws Exception {
        Process child = ChildProcess.start(folder, List.of());
        try (BufferedReader lines = child.inputReader()) {
            lines.readLine();
            assertThat(lines.readLine()).isEqualTo("opened");
            Files.delete(folder.resolve("workspace.lock"));
            WorkspaceException refusal = catchThrowableOfType(
                    WorkspaceException.class, () -> Workspace.open(folder).close());
            assertThat(refusal.kind()).isEqualTo(Kind.LOCKED);
        } finally {
            child.getOutputStream().close();
            assertThat(child.waitFor()).isZero();
        }
    }
}
