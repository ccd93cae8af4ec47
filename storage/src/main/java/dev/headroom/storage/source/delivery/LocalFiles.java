package dev.headroom.storage.source.delivery;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.FileDigest;
import dev.headroom.storage.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the files of a manifest in the folder that was imported. A manifest names places in a bucket; the file
/// is looked for by the tail of that name, the longest first, below the folders from the manifest up to the
/// imported one. Nothing outside the imported folder is ever opened, whatever the manifest says.
final class LocalFiles {
    private static final Pattern ADDRESS = Pattern.compile("(?:s3a?|gs|https?|abfss?|wasbs?)://[^/]+/(.*)");
    private final Path root;

    /// @param root the folder that was imported
    LocalFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /// The files of a manifest in its order.
    ///
    /// @throws SourceException when one is not there, is not as the manifest says, or lies outside the folder
    List<Path> of(Manifest manifest) throws SourceException {
        if (manifest.entries().isEmpty()) {
            throw refused(manifest, "lists no files");
        }
        List<Path> files = new ArrayList<>();
        for (Manifest.Entry entry : manifest.entries()) {
            List<String> segments = segments(manifest, entry.key());
            Path file = find(manifest, segments)
                    .orElseThrow(() -> refused(manifest, "lists " + entry.key() + ", which is not in the folder"));
            check(manifest, entry, file);
            if (files.contains(file)) {
                throw refused(manifest, "lists " + entry.key() + " twice");
            }
            files.add(file);
        }
        return files;
    }

    private static List<String> segments(Manifest manifest, String key) throws SourceException {
        var address = ADDRESS.matcher(key);
        String path = address.matches() ? address.group(1) : key;
        List<String> segments = Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
        boolean strange = segments.isEmpty()
                || path.indexOf('\\') >= 0
                || path.contains("://")
                || path.chars().anyMatch(Character::isISOControl)
                || segments.stream().anyMatch(segment -> segment.equals("..") || segment.equals("."));
        if (strange) {
            throw refused(manifest, "lists \"" + key + "\", which is no place in a delivery");
        }
        return segments;
    }

    private Optional<Path> find(Manifest manifest, List<String> segments) {
        Path beside = Manifest.folder(manifest.path());
        for (int from = 0; from < segments.size(); from++) {
            String tail = String.join("/", segments.subList(from, segments.size()));
            boolean nameOnly = from == segments.size() - 1;
            for (Path base = beside; base != null && base.startsWith(root); base = base.getParent()) {
                Path file = base.resolve(tail);
                if (Files.isRegularFile(file) && (!nameOnly || base.equals(beside))) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private void check(Manifest manifest, Manifest.Entry entry, Path file) throws SourceException {
        try {
            if (!file.toRealPath().startsWith(root.toRealPath())) {
                throw refused(manifest, "lists " + entry.key() + ", which is a link out of the folder");
            }
            long size = Files.size(file);
            if (entry.size().isPresent() && entry.size().getAsLong() != size) {
                throw refused(
                        manifest,
                        "lists " + entry.key() + " with " + entry.size().getAsLong() + " bytes and the file has "
                                + size);
            }
            if (entry.hash().isPresent()
                    && !entry.hash()
                            .get()
                            .equalsIgnoreCase(hash(file, entry.hash().get()))) {
                throw refused(manifest, "lists " + entry.key() + " with another hash than the file has");
            }
        } catch (IOException unreadable) {
            throw new SourceException(
                    ErrorCode.FILE_UNREADABLE,
                    "The file " + file.getFileName() + " cannot be read; check that it is a file you may open.",
                    unreadable);
        }
    }

    /// Providers state an MD5 of 32 digits or a SHA-256.
    private static String hash(Path file, String expected) throws IOException {
        return expected.length() == 32 ? FileDigest.md5(file) : FileDigest.sha256(file);
    }

    static SourceException refused(Manifest manifest, String why) {
        String reason = why.length() <= 400 ? why : why.substring(0, 399) + "…";
        return new SourceException(
                ErrorCode.DELIVERY_INCOMPLETE,
                "The manifest " + manifest.path().getFileName() + " " + reason
                        + "; fetch the delivery again. Nothing of it was imported.");
    }
}
