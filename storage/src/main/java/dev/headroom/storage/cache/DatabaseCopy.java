package dev.headroom.storage.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.jspecify.annotations.Nullable;

/// Copies a closed database file beside itself under another key, and puts a complete copy into its place.
final class DatabaseCopy {
    private static final int PIECE = 1 << 20;

    private DatabaseCopy() {}

    /// @param from the key of `source`; null when it is not encrypted
    /// @param to the key of `target`, which must not exist; null to leave it in the clear
    /// @param fileSystem the prefix of the file system of H2 to write through
    static void write(Path source, @Nullable FileKey from, Path target, @Nullable FileKey to, String fileSystem)
            throws IOException {
        try (FileChannel in = opened("file:" + source, "r", from);
                FileChannel out = opened(fileSystem + target, "rw", to)) {
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            long position = 0;
            long size = in.size();
            while (position < size) {
                piece.clear().limit((int) Math.min(PIECE, size - position));
                int read = in.read(piece, position);
                if (read < 0) {
                    throw new IOException("The file " + source + " ends at " + position + " of " + size + ".");
                }
                piece.flip();
                long at = position;
                while (piece.hasRemaining()) {
                    at += out.write(piece, at);
                }
                position += read;
            }
            out.force(true);
        }
        if (to != null) {
            to.writeTo(target);
        }
    }

    private static FileChannel opened(String name, String mode, @Nullable FileKey key) throws IOException {
        FileChannel plain = FilePath.get(name).open(mode);
        return key == null ? plain : new FileEncrypt(name, key.bytes(), plain);
    }

    /// Puts a complete file into the place of another, or where none is: at every moment one of them is there,
    /// whole.
    static void moveInto(Path fresh, Path place) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(place.toAbsolutePath().getParent());
    }

    /// Makes the move itself safe against a loss of power, where the system can.
    private static void forceFolder(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows does not open folders; its file system keeps the order of such moves in a journal.
            System.getLogger(DatabaseCopy.class.getName()).log(System.Logger.Level.DEBUG, "not forced", unsupported);
        }
    }
}
