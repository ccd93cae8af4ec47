package dev.headroom.storage.source;

import dev.headroom.engine.digest.ContentDigest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// A hash of everything that a row says, with its columns in the order of their names; columns without a value
/// say nothing. The same row has the same identity in every file, whatever the order of the columns, the
/// delimiter or the encoding.
///
/// It combines the hash of the columns by which bill rows are grouped ([GroupColumns#texts]) with that of all
/// other columns, so that a scan can compute the second for each row and the first once a group. The first is
/// half of the MD5 of the names and values of those that have a value, and of the names of the columns that add
/// up and have one, each name followed by the character 31 and each value by the character 30; the second that
/// of the values alone, with the character 30 between them. Rows are not told apart by it against an attacker,
/// who could write any bill anyway.
public record RowIdentity(long hash) {
    public static final char AFTER_NAME = 31;
    public static final char AFTER_VALUE = 30;
    public static final RowIdentity NONE = new RowIdentity(0);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /// The columns in the order in which they are hashed.
    public static int[] order(List<String> header) {
        List<String> names = header.stream().map(RowIdentity::normal).toList();
        return IntStream.range(0, header.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// The name of a column as it is hashed.
    public static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static long combine(long group, long rest) {
        return (group * MIX) ^ rest;
    }

    private static long half(MessageDigest digest) {
        return ByteBuffer.wrap(digest.digest()).order(ByteOrder.LITTLE_ENDIAN).getLong(Long.BYTES) >>> 1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Hashes what the rows of a group share.
    private static final class Shared {
        private final byte[][] names;
        private final int[] order;
        private final Set<Integer> texts;
        private final MessageDigest digest = ContentDigest.md5();

        Shared(List<String> header, GroupColumns columns) {
            texts = Set.copyOf(columns.texts());
            Set<Integer> sums = Set.copyOf(columns.sums());
            order = Arrays.stream(order(header))
                    .filter(column -> texts.contains(column) || sums.contains(column))
                    .toArray();
            names = header.stream()
                    .map(name -> bytes(normal(name) + AFTER_NAME))
                    .toArray(byte[][]::new);
        }

        long of(SourceRow row) {
            for (int column : order) {
                String text = row.text(column);
                if (!text.isEmpty()) {
                    digest.update(names[column]);
                    if (texts.contains(column)) {
                        digest.update(bytes(text));
                        digest.update((byte) AFTER_VALUE);
                    }
                }
            }
            return half(digest);
        }
    }

    /// Hashes what tells the rows of a group apart.
    private static final class Own {
        private final int[] order;
        private final MessageDigest digest = ContentDigest.md5();

        Own(List<String> header, GroupColumns columns) {
            Set<Integer> texts = Set.copyOf(columns.texts());
            order = Arrays.stream(order(header))
                    .filter(column -> !texts.contains(column))
                    .toArray();
        }

        long of(SourceRow row) {
            boolean between = false;
            for (int column : order) {
                String text = row.text(column);
                if (!text.isEmpty()) {
                    if (between) {
                        digest.update((byte) AFTER_VALUE);
                    }
                    between = true;
                    digest.update(bytes(text));
                }
            }
            return half(digest);
        }
    }

    /// Computes identities for the rows under one header.
    public static final class Hasher {
        private final Shared shared;
        private final Own own;

        /// For a format whose rows are not grouped: all columns are told with their names.
        public Hasher(List<String> header) {
            this(
                    header,
                    new GroupColumns(
                            List.of(),
                            List.of(),
                            IntStream.range(0, header.size()).boxed().toList()));
        }

        /// @param groups how the format groups its rows
        public Hasher(List<String> header, GroupColumns groups) {
            shared = new Shared(header, groups);
            own = new Own(header, groups);
        }

        /// @return of a row as it stands in the file; a sum has those of its rows instead, and [RowIdentity#NONE]
        public RowIdentity of(SourceRow row) {
            return row.isSum() ? NONE : new RowIdentity(combine(shared.of(row), own.of(row)));
        }
    }

    /// Completes the hashes of the rows of a group, which a scan has computed over the columns that are not
    /// texts.
    public static final class Groups {
        private final Shared shared;

        public Groups(List<String> header, GroupColumns columns) {
            shared = new Shared(header, columns);
        }

        /// The hash of what the rows of a group share.
        ///
        /// @param fields of any of its rows
        public long key(String[] fields) {
            return shared.of(new SourceRow(0, fields));
        }

        /// The hashes of the rows of one group.
        ///
        /// @param key what they share, of [#key]
        /// @param own what the scan has computed, one a row
        public long[] of(long key, long[] own) {
            return Arrays.stream(own).map(one -> combine(key, one)).toArray();
        }
    }
}
