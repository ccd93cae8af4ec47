package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    Path folder;

    @Test
    void theFolderIsMadeAndNothingElseIsLeft() throws Exception {
        Path file = folder.resolve("new/deep/result.csv");
        OutputFile.writeText(file, out -> out.write("a\n"));
        assertThat(file).hasContent("a\n");
        assertThat(file.getParent())
                .isDirectoryContaining("glob:**result.csv")
                .isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aNameInGzIsCompressed() throws Exception {
        Path file = folder.resolve("result.csv.gz");
        OutputFile.writeText(file, out -> out.write("a\n"));
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(in.readAllBytes()).asString().isEqualTo("a\n");
        }
    }

    @Test
    void aFailureKeepsTheEarlierFile() throws Exception {
        Path file = folder.resolve("result.csv");
        Files.writeString(file, "good");
        assertThatThrownBy(() -> OutputFile.writeText(file, out -> {
                    out.write("half");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(UseCaseException.class)
                .hasMessageContaining("result.csv");
        assertThat(file).hasContent("good");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFolderInTheWayIsAClearError() throws Exception {
        Path file = folder.resolve("taken");
        Files.createDirectories(file.resolve("x"));
        assertThatThrownBy(() -> OutputFile.writeText(file, out -> out.write("a")))
                .isInstanceOfSatisfying(
                        UseCaseException.class, e -> assertThat(e.code()).isEqualTo("HR-3010"));
    }
}
