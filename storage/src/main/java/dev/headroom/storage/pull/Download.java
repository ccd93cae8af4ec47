package dev.headroom.storage.pull;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import dev.headroom.storage.source.aws.AwsObjects;
import dev.headroom.storage.source.aws.S3Address;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.stream.Stream;

/// Objects of S3 as files, under their bucket and key. A file appears when it is complete and its checksum
/// is right; until then its bytes are kept beside it, and the next attempt goes on after them. A file that
/// is there already in the same version is not read again.
final class Download {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_BREAKS = 4;

    private final AwsObjects objects;
    private final Path folder;

    /// Follows a download and can end it.
    interface Watch {
        void received(long bytes) throws InterruptedException;
    }

    /// @param folder under which all buckets lie
    Download(AwsObjects objects, Path folder) {
        this.objects = objects;
        this.folder = folder.toAbsolutePath().normalize();
    }

    /// Where an object lies, whether it is there or not.
    Path place(S3Address object) {
        Path place = folder.resolve(object.bucket()).resolve(object.key()).normalize();
        if (!object.isPlain() || !place.startsWith(folder)) {
            throw new IllegalArgumentException("object (" + object + ") must be a place on a disk.");
        }
        return place;
    }

    /// True when the file is there in this version.
    boolean isThere(AwsObjects.Stored object) {
        return isThere(place(object.address()), object.etag(), object.size());
    }

    private static boolean isThere(Path file, String etag, long size) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) == size
                    && Files.isRegularFile(version(file))
                    && Files.readString(version(file), StandardCharsets.UTF_8).equals(etag);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// The file beside a file that says which version it is.
    static Path version(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".etag");
    }

    /// The parts of different versions have different names.
    private static Path part(Path file, String etag) {
        return file.resolveSibling("." + file.getFileName() + "." + etag.replaceAll("[^A-Za-z0-9-]", "_") + ".part");
    }

    /// Reads an object into its file.
    ///
    /// @throws AwsFailureException when it cannot be read, or is not what S3 says that it is; a file that
    ///     was there before is as it was
    Path fetch(S3Address object, Watch watch) throws AwsFailureException, SourceException, InterruptedException {
        AwsObjects.Facts facts = objects.facts(object);
        Path file = place(object);
        if (isThere(file, facts.etag(), facts.size())) {
            return file;
        }
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent(), "parent"));
            Path part = part(file, facts.etag());
            removeOtherParts(file, part);
            fill(part, object, facts, watch);
            check(part, object, facts);
            Files.deleteIfExists(version(file));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(version(file), facts.etag(), StandardCharsets.UTF_8);
            return file;
        } catch (IOException failure) {
            throw unwritable(file, failure);
        }
    }

    private static void removeOtherParts(Path file, Path part) throws IOException {
        String begin = "." + file.getFileName() + ".";
        try (Stream<Path> beside = Files.list(Objects.requireNonNull(file.getParent(), "parent"))) {
            for (Path other : beside.toList()) {
                String name = String.valueOf(other.getFileName());
                if (name.startsWith(begin) && name.endsWith(".part") && !other.equals(part)) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }

    private void fill(Path part, S3Address object, AwsObjects.Facts facts, Watch watch)
            throws IOException, AwsFailureException, InterruptedException {
        if (!Files.exists(part)) {
            Files.createFile(part);
        }
        int breaks = 0;
        for (long have = Files.size(part); have < facts.size(); ) {
            append(part, object, facts.etag(), have, watch);
            long now = Files.size(part);
            breaks = now > have ? 0 : breaks + 1;
            if (breaks == MOST_BREAKS) {
                throw new AwsFailureException(
                        Reason.UNREACHABLE,
                        "The connection broke while " + object + " was read; " + now + " of " + facts.size()
                                + " bytes are kept, and the same command goes on after them.");
            }
            have = now;
        }
    }

    /// Reads until the object or the connection ends.
    private void append(Path part, S3Address object, String etag, long from, Watch watch)
            throws IOException, AwsFailureException, InterruptedException {
        AwsObjects.Content content = objects.open(object, etag, from);
        StandardOpenOption where =
                content.from() == from ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (content;
                OutputStream out = Files.newOutputStream(part, StandardOpenOption.WRITE, where)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = read(content, buffer); read >= 0; read = read(content, buffer)) {
                out.write(buffer, 0, read);
                watch.received(read);
            }
        }
    }

    /// A broken connection ends the bytes like the end of the object; their number tells the two apart.
    private static int read(AwsObjects.Content content, byte[] buffer) {
        try {
            return content.bytes().read(buffer, 0, buffer.length);
        } catch (IOException broken) {
            return -1;
        }
    }

    private static void check(Path part, S3Address object, AwsObjects.Facts facts)
            throws IOException, AwsFailureException {
        boolean whole = Files.size(part) == facts.size()
                && (facts.checksum().isEmpty() || facts.checksum().get().isOf(part));
        if (!whole) {
            Files.deleteIfExists(part);
            String how = facts.checksum()
                    .map(checksum -> checksum.algorithm().name())
                    .orElse("size");
            throw new AwsFailureException(
                    Reason.DAMAGED,
                    "What came of " + object + " has not the " + how
                            + " that S3 states, so it was thrown away; pull again. What is kept stays as it is.");
        }
    }

    static SourceException unwritable(Path file, IOException failure) {
        boolean full = String.valueOf(failure.getMessage()).contains("No space left");
        return full
                ? new SourceException(
                        ErrorCode.DISK_FULL,
                        "The disk is full; free some space and pull again. What is complete is kept.",
                        failure)
                : new SourceException(
                        ErrorCode.WORKSPACE_UNWRITABLE,
                        "The file " + file.getFileName()
                                + " cannot be written to the folder downloads of the workspace; check its rights.",
                        failure);
    }
}
