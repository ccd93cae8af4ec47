package dev.headroom.storage.ingest;

import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.workspace.Workspace;
import dev.headroom.storage.workspace.WorkspaceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// A workspace in a temporary folder with the means to write files beside it and import them.
final class Desk implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private final Path folder;
    private final Workspace workspace;

    Desk(Path folder) throws WorkspaceException {
        this.folder = folder;
        workspace = Workspace.open(folder.resolve("workspace"));
    }

    Workspace workspace() {
        return workspace;
    }

    Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    Path file(String name, String... lines) throws IOException {
        return file(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    FileReport load(Path file) {
        return workspace
                .ingest()
                .importPaths(List.of(file), IngestProgress.none(), NOW)
                .files()
                .getFirst();
    }

    FileReport load(ImportOptions options, Path file) {
        return workspace
                .ingest()
                .importPaths(List.of(file), options, IngestProgress.none(), NOW)
                .files()
                .getFirst();
    }

    FileReport load(String... lines) throws IOException {
        return load(file("input.csv", lines));
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        workspace.close();
    }
}
