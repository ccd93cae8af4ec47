package dev.headroom.storage.source;

import dev.headroom.engine.digest.ContentDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/// The hash of the bytes of a file, read once and kept nowhere.
public final class FileDigest {
    private FileDigest() {}

    public static String sha256(Path file) throws IOException {
        return of(file, ContentDigest.sha256());
    }

    public static String md5(Path file) throws IOException {
        return of(file, ContentDigest.md5());
    }

    private static String of(Path file, MessageDigest digest) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return ContentDigest.hex(digest);
    }
}
