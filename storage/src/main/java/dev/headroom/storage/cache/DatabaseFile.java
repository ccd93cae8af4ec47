package dev.headroom.storage.cache;

import dev.headroom.storage.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.jspecify.annotations.Nullable;

/// Looks at a database file before the database engine may write to it. The engine repairs: when the newest
/// data of a file cannot be found it goes on with older data, or with none, and writes over the rest. Here a
/// file whose newest data is missing is refused instead, so that nothing is lost silently.
///
/// The header, of which the file has two copies, names the version of the data that it points to. The store
/// is opened for reading only, and must reach that version.
final class DatabaseFile {
    private static final int BLOCK = 4096;
    private static final String CHECKSUM = ",fletcher:";

    private DatabaseFile() {}

    /// @param key the key of an encrypted file, null for a file in the clear
    /// @throws CacheException when the file is damaged, or open elsewhere
    static void check(Path file, @Nullable FileKey key) throws IOException {
        if (key != null && Files.size(file) < 3L * BLOCK) {
            throw damaged(new IOException("cut off"));
        }
        byte[] head = head(file, key);
        long promised = Math.max(version(head, 0), version(head, BLOCK));
        if (promised < 0) {
            throw damaged(new IOException("no valid header"));
        }
        MVStore.Builder builder =
                new MVStore.Builder().fileName(file.toString()).readOnly();
        if (key != null) {
            builder.encryptionKey(key.characters());
        }
        try (MVStore store = builder.open()) {
            if (store.getCurrentVersion() < promised) {
                throw damaged(
                        new IOException("version " + promised + " promised, " + store.getCurrentVersion() + " found"));
            }
        } catch (MVStoreException failure) {
            if (failure.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new CacheException(
                        ErrorCode.WORKSPACE_LOCKED,
                        "The workspace is open in another window or process; close it there first.",
                        failure);
            }
            throw damaged(failure);
        }
    }

    private static byte[] head(Path file, @Nullable FileKey key) throws IOException {
        FileChannel plain = FileChannel.open(file);
        try (FileChannel channel = key == null ? plain : new FileEncrypt(file.toString(), key.bytes(), plain)) {
            ByteBuffer head = ByteBuffer.allocate(2 * BLOCK);
            while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
                // reads on until the buffer is full or the file ends
            }
            return head.array();
        }
    }

    /// The version that a copy of the header names, or -1 when the copy is not valid.
    private static long version(byte[] head, int offset) {
        String text = new String(head, offset, BLOCK, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(CHECKSUM);
        int start = text.indexOf(",version:");
        if (!text.startsWith("H:") || end < 0 || start < 0 || start > end) {
            return -1;
        }
        try {
            String checksum = text.substring(end + CHECKSUM.length()).split("[^0-9a-f]", 2)[0];
            if (DataUtils.getFletcher32(head, offset, end) != DataUtils.parseHexInt(checksum)) {
                return -1;
            }
            String version = text.substring(start + ",version:".length(), end).split(",", 2)[0];
            return DataUtils.parseHexLong(version);
        } catch (MVStoreException unreadable) {
            return -1;
        }
    }

    static CacheException damaged(Exception cause) {
        return new CacheException(
                ErrorCode.WORKSPACE_DAMAGED,
                "The database file " + Cache.FILE_NAME
                        + " of the workspace is damaged; restore it from a backup, or move"
                        + " it away and import again. Nothing was changed.",
                cause);
    }
}
