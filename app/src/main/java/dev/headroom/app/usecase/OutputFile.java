package dev.headroom.app.usecase;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/// A result file that appears only when it is complete: written beside its place and moved there at the end, so that a
/// failed run leaves the earlier file as it was. A name that ends in `.gz` is compressed.
public final class OutputFile {
    private OutputFile() {}

    /// Writes the contents of a file.
    @FunctionalInterface
    public interface Contents {
        void writeTo(Writer out) throws IOException, UseCaseException;
    }

    /// Writes the bytes of a file.
    @FunctionalInterface
    public interface Bytes {
        void writeTo(OutputStream out) throws IOException, UseCaseException;
    }

    public static void writeText(Path file, Contents contents) throws UseCaseException {
        write(file, stream -> {
            try (Writer out =
                    new BufferedWriter(new OutputStreamWriter(compressed(file, stream), StandardCharsets.UTF_8))) {
                contents.writeTo(out);
            }
        });
    }

    public static void write(Path file, Bytes bytes) throws UseCaseException {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            try (OutputStream out = Files.newOutputStream(part)) {
                bytes.writeTo(out);
            }
            move(part, target);
        } catch (IOException | UncheckedIOException e) {
            throw new UseCaseException(
                    UseCaseException.Kind.SOURCE,
                    "HR-3010",
                    "The result cannot be written to " + file + "; check the folder, its rights and the free space.",
                    e);
        } finally {
            deleteQuietly(part);
        }
    }

    private static OutputStream compressed(Path file, OutputStream stream) throws IOException {
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(stream, 1 << 16) : stream;
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The result is in place or its failure is already being reported.
            System.getLogger(OutputFile.class.getName()).log(System.Logger.Level.DEBUG, "left behind " + part, e);
        }
    }
}
