package dev.headroom.storage.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The first 128 bits of the SHA-256 of everything that a row says: the names and values of its columns that
/// have a value, in the order of the names. The same row has the same identity in every file, whatever the
/// order of the columns, the delimiter or the encoding.
public record RowIdentity(long high, long low) {
    /// Computes identities for the rows under one header.
    public static final class Hasher {
        private final byte[][] names;
        private final int[] order;
        private final MessageDigest digest;

        public Hasher(List<String> header) {
            List<String> normal = header.stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            order = IntStream.range(0, header.size())
                    .boxed()
                    .sorted(Comparator.comparing(normal::get))
                    .mapToInt(Integer::intValue)
                    .toArray();
            names = normal.stream()
                    .map(name -> name.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("SHA-256 must be available.", missing);
            }
        }

        public RowIdentity of(SourceRow row) {
            for (int column : order) {
                String text = row.text(column);
                if (!text.isEmpty()) {
                    digest.update(names[column]);
                    digest.update((byte) 0);
                    digest.update(text.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
            }
            ByteBuffer hash = ByteBuffer.wrap(digest.digest());
            return new RowIdentity(hash.getLong(), hash.getLong());
        }
    }
}
