package dev.headroom.storage.cache;

import dev.headroom.engine.digest.ContentDigest;
import dev.headroom.storage.ErrorCode;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.h2.store.fs.FileUtils;
import org.jspecify.annotations.Nullable;

/// The file of a backup: a ZIP with two entries in this order, what stands in it about itself and the database file.
///
/// Nothing else is accepted when it is read, and its entries only ever go to a file that the program names: the
/// names within a ZIP decide nothing.
final class BackupFile {
    private static final String FACTS = "backup.properties";
    private static final int LONGEST_FACTS = 4_096;
    private static final int PIECE = 1 << 16;

    private BackupFile() {}

    /// Packs a database out of the ZIP that the engine made of it.
    ///
    /// @param snapshot the ZIP of the engine, with the database as its only entry
    /// @param target through the file system of H2
    static BackupFacts pack(Path snapshot, String target, int schemaVersion, Instant now) throws IOException {
        long bytes;
        boolean encrypted;
        String sha256;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(snapshot))) {
            zip.getNextEntry();
            byte[] head = zip.readNBytes(10);
            encrypted = new String(head, StandardCharsets.ISO_8859_1).equals("H2encrypt\n");
            MessageDigest digest = ContentDigest.sha256();
            digest.update(head);
            bytes = head.length + drained(new DigestInputStream(zip, digest), null);
            sha256 = ContentDigest.hex(digest);
        }
        BackupFacts facts = new BackupFacts(schemaVersion, now, bytes, sha256, encrypted);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(snapshot));
                ZipOutputStream out = new ZipOutputStream(FileUtils.newOutputStream(target, false))) {
            out.setLevel(Deflater.BEST_SPEED);
            out.putNextEntry(new ZipEntry(FACTS));
            out.write(facts.text().getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            out.putNextEntry(new ZipEntry(Cache.FILE_NAME));
            in.getNextEntry();
            drained(in, out);
            out.closeEntry();
        }
        return facts;
    }

    /// Reads a whole backup and checks that it is complete and unchanged.
    ///
    /// @param target where its database goes, through the file system of H2; null to check only
    /// @throws CacheException when the file is not a backup, is damaged, or holds anything else
    static BackupFacts unpack(Path backup, @Nullable String target) throws IOException {
        if (!Files.isRegularFile(backup)) {
            throw new CacheException(ErrorCode.FILE_NOT_FOUND, "There is no backup file " + backup + ".");
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(FACTS)) {
                throw refused(backup, "is no backup that Headroom made");
            }
            byte[] text = zip.readNBytes(LONGEST_FACTS);
            BackupFacts facts = BackupFacts.parse(new String(text, StandardCharsets.UTF_8))
                    .orElseThrow(() -> refused(backup, "is a backup of a form that this version does not know"));
            ZipEntry second = zip.getNextEntry();
            if (second == null || !second.getName().equals(Cache.FILE_NAME)) {
                throw refused(backup, foreign(second));
            }
            MessageDigest digest = ContentDigest.sha256();
            InputStream bounded = new Bounded(new DigestInputStream(zip, digest), facts.bytes(), backup);
            long bytes;
            if (target == null) {
                bytes = drained(bounded, null);
            } else {
                try (OutputStream out = FileUtils.newOutputStream(target, false)) {
                    bytes = drained(bounded, out);
                }
            }
            ZipEntry third = zip.getNextEntry();
            if (third != null) {
                throw refused(backup, foreign(third));
            }
            if (bytes != facts.bytes() || !ContentDigest.hex(digest).equals(facts.sha256())) {
                throw refused(backup, "is damaged: its checksum is wrong");
            }
            return facts;
        } catch (ZipException | EOFException damaged) {
            throw refused(backup, "is damaged or cut off");
        }
    }

    private static String foreign(@Nullable ZipEntry entry) {
        return entry == null
                ? "is damaged or cut off"
                : "holds a file that is not of a backup (" + entry.getName() + ")";
    }

    static CacheException refused(Path backup, String why) {
        return new CacheException(
                ErrorCode.BACKUP_REFUSED,
                "The file " + backup + " " + why + "; choose another backup. Nothing was changed.");
    }

    private static long drained(InputStream in, @Nullable OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        long count = 0;
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            if (out != null) {
                out.write(piece, 0, read);
            }
            count += read;
        }
        return count;
    }

    /// Ends a backup that unpacks to more than it says, before it fills the disk.
    private static final class Bounded extends FilterInputStream {
        private final Path backup;
        private long left;

        Bounded(InputStream in, long bytes, Path backup) {
            super(in);
            this.left = bytes;
            this.backup = backup;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw refused(backup, "is damaged: it is larger than it says");
            }
            return read;
        }
    }
}
