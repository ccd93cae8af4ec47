package dev.headroom.storage.source.csv;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.SourceException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The one file in a ZIP archive. An archive of several files, of another archive or with a name that leads out
/// of a folder is refused: which rows belong together would be a guess, and nothing honest is packed so.
final class ZippedFile {
    private static final List<String> ARCHIVES = List.of(".zip", ".gz", ".tar", ".tgz", ".7z", ".rar", ".zst", ".bz2");

    private ZippedFile() {}

    /// Opens the content of the file in an archive.
    ///
    /// @throws SourceException when the archive does not hold exactly one file that can be read
    static InputStream open(Path path) throws IOException, SourceException {
        ZipFile archive = new ZipFile(path.toFile());
        boolean opened = false;
        try {
            InputStream content = archive.getInputStream(only(path, archive));
            opened = true;
            return new FilterInputStream(content) {
                @Override
                public void close() throws IOException {
                    try (archive) {
                        super.close();
                    }
                }
            };
        } finally {
            if (!opened) {
                archive.close();
            }
        }
    }

    private static ZipEntry only(Path path, ZipFile archive) throws SourceException {
        List<? extends ZipEntry> files = archive.stream()
                .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
                .limit(2)
                .toList();
        String name = "The file " + path.getFileName();
        if (files.size() != 1) {
            throw new SourceException(
                    ErrorCode.FILE_UNSUPPORTED,
                    name
                            + (files.isEmpty()
                                    ? " is an empty ZIP archive."
                                    : " is a ZIP archive of several files; unpack it")
                            + (files.isEmpty() ? "" : " and import the files in it."));
        }
        String inside = files.getFirst().getName();
        if (leadsOut(inside)) {
            throw new SourceException(
                    ErrorCode.FILE_UNSUPPORTED,
                    name
                            + " is a ZIP archive with a name that leads out of its folder; fetch it from its source again.");
        }
        if (ARCHIVES.stream().anyMatch(inside.toLowerCase(Locale.ROOT)::endsWith)) {
            throw new SourceException(
                    ErrorCode.FILE_UNSUPPORTED, name + " is a ZIP archive of another archive; unpack it first.");
        }
        return files.getFirst();
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || name.chars().anyMatch(Character::isISOControl)
                || List.of(name.split("/")).contains("..");
    }
}
